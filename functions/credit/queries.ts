import { readCatalog } from "../curriculum/queries.ts";
import { enrollmentsFrom, evaluationsFrom } from "../learning/queries.ts";
import type { Enrollment, ModuleEvaluation } from "../learning/records.ts";
import type { Context } from "../platform/context.ts";
import { toCsv } from "../platform/csv.ts";
import { rowsOf } from "../platform/district-table.ts";
import { notFound } from "../platform/errors.ts";
import { isPermitted } from "../platform/grant.ts";
import { log } from "../platform/log.ts";
import type { Versioned } from "../platform/record.ts";
import type { FileBody } from "../platform/route.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import type { Item } from "../platform/table.ts";
import { findStaff, staffFrom } from "../roster/queries.ts";
import type { Staff } from "../roster/records.ts";
import { fullName, subjectOf } from "../roster/rules.ts";
import type { CreditEntry, CreditPage, OutsideQueue, OutsideView, PurposeTotal } from "./contract.ts";
import { readCreditRules } from "./read-purposes.ts";
import { type CreditCycle, creditCycles, type OutsideCredit, outsideCredits } from "./records.ts";
import { entriesOf, purposeTotal, topicNames } from "./rules.ts";
import { purposeIn } from "./shipped-rules.ts";

/** All that hours are worked out from, of one person. */
export type CreditFacts = {
  staff: Staff;
  enrollments: Enrollment[];
  /** What they said of modules: for files that say so of many, and never of one. */
  evaluations: ModuleEvaluation[];
  entries: CreditEntry[];
  outside: (OutsideCredit & Versioned)[];
  cycles: (CreditCycle & Versioned)[];
};

/** A person's credit in one strongly consistent query; undefined where there is no such person. What cannot be read gives none. */
export async function readCredit(ctx: Context, staffId: string): Promise<CreditFacts | undefined> {
  const [items, catalog] = await Promise.all([ctx.table.collection(`U#${staffId}`), readCatalog(ctx)]);
  const onBad = ({ PK, SK }: Item): void =>
    log("warn", "a row of someone's learning cannot be read", { districtId: ctx.district.id, row: `${PK} / ${SK}` });
  const staff = staffFrom(items, onBad);
  if (!staff) return undefined;
  const outside = rowsOf(outsideCredits, items, onBad);
  const enrollments = enrollmentsFrom(items, onBad);
  const of = { catalog, districtName: ctx.district.name, zone: ctx.district.zone };
  return {
    staff,
    enrollments,
    evaluations: evaluationsFrom(items, onBad),
    entries: entriesOf({ enrollments, outside }, of),
    outside,
    cycles: rowsOf(creditCycles, items, onBad),
  };
}

/** A person's hours for each purpose that is in use. */
export async function purposeTotals(ctx: Context, { entries, cycles }: Pick<CreditFacts, "entries" | "cycles">): Promise<PurposeTotal[]> {
  const rules = await readCreditRules(ctx);
  return rules
    .filter(({ terms }) => terms.isOffered)
    .map((rule) => purposeTotal(purposeIn(ctx.language, rule), entries, { cycles, today: ctx.today }));
}

/** What a transcript writes down of a person's hours: the totals, and the courses taken elsewhere that count, the earliest first. */
export async function transcriptCredit(ctx: Context, staffId: string): Promise<{ totals: PurposeTotal[]; courses: CreditEntry[] }> {
  const facts = await readCredit(ctx, staffId);
  if (!facts) return { totals: [], courses: [] };
  return { totals: await purposeTotals(ctx, facts), courses: facts.entries.filter(({ kind }) => kind === "outside").toReversed() };
}

/** All of a person's hours. */
export async function creditPage(ctx: Context, staffId: string): Promise<CreditPage> {
  const facts = await readCredit(ctx, staffId);
  if (!facts) throw notFound("person");
  return pageOf(ctx, facts);
}

/** The same from facts that were read already, or as a change leaves them. */
export async function pageOf(ctx: Context, facts: CreditFacts): Promise<CreditPage> {
  const { staff, outside } = facts;
  const isOpen = isOpenTo(ctx, staff);
  return {
    staffId: staff.id,
    staffName: fullName(staff),
    totals: await purposeTotals(ctx, facts),
    entries: shownEntries(ctx, facts),
    outside: outside
      .filter(({ state }) => isOpen || state === "approved")
      .toSorted((a, b) => b.submittedAt.localeCompare(a.submittedAt))
      .map((course) => (isOpen ? outsideView(course) : withoutWords(outsideView(course)))),
  };
}

/** What people write of their courses is for themselves and for whoever approves them; others see what counts, without its words. */
function isOpenTo(ctx: Context, staff: Staff): boolean {
  const { actor } = ctx;
  return (actor.kind === "person" && actor.staffId === staff.id) || isPermitted(ctx, "credit:approve", subjectOf(staff, ctx.today));
}

function withoutWords({ link: _, plan: __, ...course }: OutsideView): OutsideView {
  return { ...course, evidence: "", reviews: [] };
}

function shownEntries(ctx: Context, { staff, entries }: CreditFacts): CreditEntry[] {
  if (isOpenTo(ctx, staff)) return entries;
  return entries.map((entry) => {
    if (entry.kind === "module") return entry;
    const { evidence: _, link: __, ...others } = entry;
    return others;
  });
}

/** A course taken elsewhere for its readers: who decided is said by name. */
export function outsideView(credit: OutsideCredit & Versioned): OutsideView {
  return { ...credit, reviews: credit.reviews.map(({ reviewerId: _, ...review }) => review) };
}

/** One course taken elsewhere, as it is stored. */
export function findOutsideCredit(ctx: Context, staffId: string, id: string): Promise<(OutsideCredit & Versioned) | undefined> {
  return ctx.table.get(outsideCredits, { of: `U#${staffId}`, at: `CREDIT#${id}` });
}

/** So many are shown at a time; deciding them brings up the rest. */
const shown = 100;

/** The courses that wait for this reader, the longest waiting first: of those they coach, or of everyone for an administrator. */
export async function outsideQueue(ctx: Context): Promise<OutsideQueue> {
  const waiting = await ctx.table.list(outsideCredits, "OUTSIDE", { index: "index2" });
  const people = new Map<string, Staff>();
  await sideBySide([...new Set(waiting.map(({ staffId }) => staffId))], 16, async (staffId) => {
    const staff = await findStaff(ctx, staffId);
    if (staff) people.set(staffId, staff);
  });
  const isTheirs = ({ staffId }: OutsideCredit): boolean => {
    const staff = people.get(staffId);
    return staff !== undefined && isPermitted(ctx, "credit:approve", subjectOf(staff, ctx.today));
  };
  // By the name they have now, whatever it was when they entered the course.
  const nameOf = ({ staffId, staffName }: OutsideCredit): string => {
    const staff = people.get(staffId);
    return staff ? fullName(staff) : staffName;
  };
  const theirs = waiting.filter(isTheirs).slice(0, shown);
  return { credits: theirs.map((course) => outsideView({ ...course, staffName: nameOf(course) })) };
}

const columns = [
  "date",
  "what",
  "kind",
  "minutes",
  "provider",
  "edition",
  "evidence",
  "link",
  "standard",
  "topics",
  "approved beforehand on",
  "counts for",
] as const;

/** All of a person's credits as a table, each with the purposes for which it counts in their present cycle. */
export async function creditCsv(ctx: Context, staffId: string): Promise<FileBody> {
  const facts = await readCredit(ctx, staffId);
  if (!facts) throw notFound("person");
  const totals = await purposeTotals(ctx, facts);
  const rows = shownEntries(ctx, facts).map((entry) => {
    const { on, title, kind, minutes, provider, edition, evidence, link, standard, topics, agreedOn } = entry;
    const purposes = totals.filter((total) => countsFor(entry, total)).map(({ name }) => name);
    return [on, title, kind, minutes, provider, edition, evidence, link, standard, topicNames(topics), agreedOn, purposes.join("; ")];
  });
  return { bytes: toCsv(columns, rows), mediaType: "text/csv; charset=utf-8", fileName: `clock-hours-${ctx.today}.csv` };
}

/** Whether a credit stands in a total. */
export function countsFor({ id, on }: CreditEntry, { from, until, notCounted }: PurposeTotal): boolean {
  return on >= from && (until === undefined || on <= until) && notCounted.every(({ entryId }) => entryId !== id);
}
