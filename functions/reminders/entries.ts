import type { AssignmentInForce } from "../assignment/contract.ts";
import { overdueOn } from "../engagement/staff-rows.ts";
import { readSummaries } from "../engagement/queries.ts";
import { asOf, standingOn } from "../engagement/standing.ts";
import { readCatalog } from "../curriculum/queries.ts";
import { contractDaysBetween } from "../platform/contract-days.ts";
import { missingForRenewal } from "../certification/renewal-queries.ts";
import type { Context } from "../platform/context.ts";
import { isPermitted } from "../platform/grant.ts";
import { fromDayNumber, type LocalDate, localDate } from "../platform/dates.ts";
import type { Language } from "../platform/language.ts";
import type { DigestLine } from "../platform/outbox.ts";
import { findSchool } from "../roster/queries.ts";
import type { Staff } from "../roster/records.ts";
import { accessOn, fullName, isWorking, subjectOf } from "../roster/rules.ts";
import type { ReminderKindId } from "./contract.ts";
import { type LeaderEntry, leaderEntry } from "./leader-entry.ts";
import { peopleOverdue } from "./kinds/people-overdue.ts";
import { changePrefix, endingElsewhere } from "./kinds/renewal.ts";
import type { Occasion, PersonNow, WaitingWork } from "./kinds/kind.ts";
import { readPersonNow } from "./queries.ts";
import { numbersOf, occasionsOf, type Switches } from "./pending.ts";

/** One thing a digest says, as it stands at the moment it is said. */
export type Entry =
  | { kind: "overdue"; title: string; dueOn: LocalDate; minutesLeft: number; moduleId: string }
  /** `countsUntil`: prior learning stands for it until then. */
  | { kind: "dueSoon"; title: string; dueOn: LocalDate; minutesLeft: number; moduleId: string; countsUntil?: LocalDate | undefined }
  | { kind: "returned"; title: string; moduleId: string }
  | { kind: "newlyAssigned"; title: string; modules: number; dueOn: LocalDate; by: string; because: "rule" | "person" }
  | { kind: "renewal"; title: string; expiresOn: LocalDate; missing: Record<Language, string[]> }
  | { kind: "renewal"; title: string; issuer: string; expiresOn: LocalDate }
  | { kind: "renewal"; title: string; dueOn: LocalDate; isPast: boolean; missing: Record<Language, string[]> }
  | { kind: "reviewWaiting"; name: string; title: string; since: LocalDate; path: string }
  | { kind: "decisionWaiting"; name: string; about: WaitingWork["about"]; since: LocalDate; path: string }
  | { kind: "peopleOverdue"; name: string; title: string; dueOn: LocalDate; path: string }
  | { kind: "peopleOverdue"; school: string; people: number; days: number; path: string }
  | LeaderEntry;

/** What a line says now, with the line; a line that says nothing any more has none. */
export type Said = { line: DigestLine; entry: Entry };

/** No mail names more people or schools than this of one kind; the page it points to has them all. */
const namedAtMost = 25;

/** What the lines of a digest say today: done, exempt, waived, taken back or away by now, and they say nothing. */
export async function sayNow(
  ctx: Context,
  person: PersonNow,
  lines: readonly DigestLine[],
  policy: Switches,
  occasions: readonly Occasion[],
): Promise<Said[]> {
  const said: Said[] = [];
  const others = new Map<string, Promise<PersonNow | undefined>>();
  const named = new Map<string, number>();
  for (const line of lines) {
    const isOfOthers = line.kind === "reviewWaiting" || line.kind === "decisionWaiting" || line.kind === "peopleOverdue";
    const count = (named.get(line.kind) ?? 0) + 1;
    if (isOfOthers && count > namedAtMost) continue;
    const entry = isOfOthers
      ? await entryOfOthers(ctx, person.staff, line, policy, others)
      : await entryOfOwn(ctx, person, line, occasions);
    if (!entry) continue;
    named.set(line.kind, count);
    said.push({ line, entry });
  }
  return said;
}

const isSame = (line: DigestLine, one: Pick<Occasion, "kind" | "item" | "cycle">): boolean =>
  one.kind === line.kind && one.item === line.item && one.cycle === line.cycle;

async function entryOfOwn(ctx: Context, person: PersonNow, line: DigestLine, occasions: readonly Occasion[]): Promise<Entry | undefined> {
  if (!occasions.some((one) => isSame(line, one))) return undefined;
  const assignment = person.assignments.find(({ moduleId }) => moduleId === line.item);
  switch (line.kind as ReminderKindId) {
    case "overdue":
      return assignment && { kind: "overdue", ...partOf(assignment) };
    case "dueSoon":
      return assignment && { kind: "dueSoon", ...partOf(assignment), countsUntil: assignment.equivalency?.until };
    case "returned":
      return assignment && { kind: "returned", title: assignment.title, moduleId: assignment.moduleId };
    case "newlyAssigned": {
      const asked = person.assignments.filter(({ reasons }) => reasons[0]?.sourceId === line.item);
      const [first] = asked;
      const reason = first?.reasons[0];
      if (!first || !reason) return undefined;
      const { origin, targetTitle: title } = reason;
      const by = origin.kind === "rule" ? origin.ruleName : origin.name;
      return { kind: "newlyAssigned", title, modules: asked.length, dueOn: first.dueOn, by, because: origin.kind };
    }
    case "renewal": {
      const other = endingElsewhere(person).find(({ badgeId, until }) => badgeId === line.item && until === line.cycle);
      if (other) return { kind: "renewal", title: other.title, issuer: other.issuer, expiresOn: other.until };
      const changed = person.refreshes.find(
        ({ certificationId, cycle }) => `${changePrefix}${certificationId}` === line.item && cycle === line.cycle,
      );
      if (changed) {
        const { title, dueOn, left: missing } = changed;
        return { kind: "renewal", title, dueOn, isPast: dueOn < person.today, missing };
      }
      const held = person.certificates.find(({ certificationId, cycle }) => certificationId === line.item && String(cycle) === line.cycle);
      const missing = held && (await missingForRenewal(ctx, held));
      return missing && { kind: "renewal", title: held.title, expiresOn: held.expiresOn, missing };
    }
    case "leaderDigest":
      return leaderEntry(ctx, person, line.item);
    case "reviewWaiting":
    case "decisionWaiting":
    case "peopleOverdue":
      return undefined;
  }
}

const partOf = ({ title, dueOn, minutesLeft, moduleId }: AssignmentInForce) => ({ title, dueOn, minutesLeft, moduleId });

async function entryOfOthers(
  ctx: Context,
  reader: Staff,
  line: DigestLine,
  policy: Switches,
  read: Map<string, Promise<PersonNow | undefined>>,
): Promise<Entry | undefined> {
  const { about } = line;
  if (about === undefined) return entryOfSchool(ctx, line.item, policy);
  const reading = read.get(about) ?? readPersonNow(ctx, about);
  read.set(about, reading);
  const other = await reading;
  if (!other || !isWorking(other.staff, ctx.today) || !mayHear(ctx, reader, line.kind, other.staff)) return undefined;
  const item = line.item.slice(about.length + 1);
  if (!occasionsOf(other, policy, []).some((one) => isSame({ ...line, item }, one))) return undefined;
  const name = fullName(other.staff);
  if (line.kind === "decisionWaiting") return entryOfWaiting(other, item, reader.id);
  if (line.kind === "reviewWaiting") {
    const begun = other.enrollments.find(({ practice }) => practice.evidenceId === item);
    const title = (await readCatalog(ctx)).modules.find(({ id }) => id === begun?.moduleId)?.title;
    if (!begun || title === undefined) return undefined;
    const { submissions, submittedAt = ctx.now.toISOString() } = begun.practice;
    const path = `/review/${about}/${begun.moduleId}/${submissions}`;
    return { kind: "reviewWaiting", name, title, since: localDate(new Date(submittedAt), ctx.district.zone), path };
  }
  const late = other.assignments.find(({ moduleId }) => item.startsWith(`${moduleId}.`));
  return late && { kind: "peopleOverdue", name, title: late.title, dueOn: late.dueOn, path: `/people/${about}` };
}

/** Whether a reader may open what a line is about, by what they do today: people move while a line waits for its mail. */
function mayHear(ctx: Context, reader: Staff, kind: string, about: Staff): boolean {
  // Who decides is found with the work itself, each time.
  if (kind === "decisionWaiting") return true;
  const actor = { kind: "person", staffId: reader.id, name: fullName(reader), grants: accessOn(reader, ctx.today) } as const;
  return isPermitted({ ...ctx, actor }, kind === "reviewWaiting" ? "evidence:review" : "progress:read", subjectOf(about, ctx.today));
}

/** What waits for a word, unless the reader has given theirs meanwhile. */
function entryOfWaiting({ staff, waiting, zone }: PersonNow, item: string, readerId: string): Entry | undefined {
  const work = waiting.find((one) => one.item === item);
  if (!work || work.except.includes(readerId)) return undefined;
  const { about, submittedAt } = work;
  const path = "piece" in about ? `/portfolio/reviews/${staff.id}/${about.pieceId}` : `/applications/${staff.id}/${about.certificationId}`;
  return { kind: "decisionWaiting", name: fullName(staff), about, since: localDate(new Date(submittedAt), zone), path };
}

/** How many at a school are late for longer than a district's leader waits, by the rows that the school's page rests on. */
async function entryOfSchool(ctx: Context, schoolId: string, policy: Switches): Promise<Entry | undefined> {
  if (!policy.kinds.peopleOverdue?.isOn) return undefined;
  const [school, { rows }] = await Promise.all([findSchool(ctx, schoolId), readSummaries(ctx, schoolId)]);
  const days = numbersOf(peopleOverdue, policy.kinds.peopleOverdue).districtLeader ?? 0;
  const when = asOf(ctx.today, ctx.district.calendar);
  const people = rows.filter((row) => {
    const oldest = Math.min(...overdueOn(standingOn(row, when), when.day).map(({ dueOn }) => dueOn));
    return Number.isFinite(oldest) && contractDaysBetween(fromDayNumber(oldest), ctx.today, ctx.district.calendar) >= days;
  }).length;
  if (!school || people === 0) return undefined;
  return { kind: "peopleOverdue", school: school.name, people, days, path: `/school/${schoolId}` };
}
