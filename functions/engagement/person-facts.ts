import { ruleFacts } from "../assignment/actions/apply-rules-to-person.ts";
import { contactsFrom } from "../assignment/contacts.ts";
import { ledgerAfter, type LedgerInput } from "../assignment/membership-rules.ts";
import { assignmentsFrom, decisionsFrom } from "../assignment/queries.ts";
import type { RuleBook } from "../assignment/rule-queries.ts";
import { assignmentsInForce } from "../assignment/rules.ts";
import { foundations } from "../certification/definitions.ts";
import { certificatesFrom } from "../certification/queries.ts";
import { coreModules } from "../certification/requirement-rules.ts";
import { lastDayOf } from "../certification/status-rules.ts";
import { readCatalog } from "../curriculum/queries.ts";
import { enrollmentsFrom } from "../learning/queries.ts";
import type { Context } from "../platform/context.ts";
import { addDays, type LocalDate } from "../platform/dates.ts";
import { log } from "../platform/log.ts";
import type { Item } from "../platform/table.ts";
import { calendarOf } from "../roster/calendar-rules.ts";
import { staffFrom } from "../roster/queries.ts";
import type { Staff } from "../roster/records.ts";
import { jobRolesOn } from "../roster/rules.ts";
import { seatsFrom } from "../roster/team-queries.ts";
import type { PersonFacts } from "./summary.ts";

/** What one query of a person's partition says; `isUnreadable` when their own record is there but cannot be read. */
export type PersonRead = { person: PersonFacts | undefined; isUnreadable: boolean; bad: number };

/**
 * Reads all that the figures need of one person in one strongly consistent query. A row that cannot be read is left
 * out, counted and logged by its key; it spoils nothing else. With a `book`, what is assigned is what its rules would
 * make of it in this context: for a preview of what they will.
 */
export async function readPersonFacts(ctx: Context, staffId: string, book?: RuleBook): Promise<PersonRead> {
  const [items, catalog] = await Promise.all([ctx.table.collection(`U#${staffId}`), readCatalog(ctx)]);
  const unreadable = new Set<string>();
  const onBad = ({ SK }: Item): void => {
    unreadable.add(SK);
    log("warn", "a row cannot be read and is left out of the figures", { districtId: ctx.district.id, row: `U#${staffId} / ${SK}` });
  };
  const staff = staffFrom(items, onBad);
  if (!staff) return { person: undefined, isUnreadable: items.some(({ SK }) => SK === "PROFILE"), bad: 1 };
  const stored = assignmentsFrom(items, onBad);
  const sources = book ? ledgerAfter(ledgerInput(ctx, staff, items, { ledger: stored, book })) : stored;
  const decisions = decisionsFrom(items, onBad);
  const enrollments = enrollmentsFrom(items, onBad);
  const certificates = certificatesFrom(items, onBad);
  const contacts = contactsFrom(items, onBad);
  const seats = seatsFrom(items, onBad);
  const calendar = calendarOf(staff, ctx.district, ctx.today);
  const assignments = assignmentsInForce({ staff, sources, decisions, enrollments, catalog, calendar, today: ctx.today });
  const ends = sources.flatMap(({ endedOn, lastOn }) =>
    endedOn === undefined && lastOn !== undefined && lastOn >= ctx.today ? [addDays(lastOn, 1)] : [],
  );
  // A waiver that ends brings back what it kept away, prior learning that ends what it stood for.
  const returns = [...decisions.waivers, ...decisions.equivalencies].flatMap(({ until, revoked }) =>
    revoked === undefined && until !== undefined && until >= ctx.today ? [addDays(until, 1)] : [],
  );
  return {
    person: {
      staff,
      assignments,
      enrollments,
      calendar,
      ...lastTerm(certificates),
      coreModuleIds: coreModules(catalog, jobRolesOn(staff, ctx.today)).map(({ id }) => id),
      contacts,
      changesOn: [...ends, ...returns],
      seats,
      bad: unreadable.size,
    },
    isUnreadable: false,
    bad: unreadable.size,
  };
}

function ledgerInput(ctx: Context, staff: Staff, items: Item[], { ledger, book }: { ledger: LedgerInput["ledger"]; book: RuleBook }) {
  const { rules, schools } = book;
  return { facts: ruleFacts(ctx, staff, items), rules, ledger, schools, today: ctx.today, at: ctx.now.toISOString() };
}

type Term = {
  certificationId: string;
  renewalOpensOn: LocalDate;
  expiresOn: LocalDate;
  revokedOn?: LocalDate | undefined;
  suspendedOn?: LocalDate | undefined;
};

/**
 * The Foundations certificate that lasts longest: the last day on which it is in force, which is its own last day or the
 * day before it was revoked or suspended, and the day on which it can be renewed.
 */
function lastTerm(certificates: readonly Term[]): Pick<PersonFacts, "certifiedUntil" | "renewalOpensOn"> {
  const terms = certificates
    .filter(({ certificationId }) => certificationId === foundations.id)
    .map((one) => ({ renewalOpensOn: one.renewalOpensOn, certifiedUntil: lastDayOf(one) }));
  const last = terms.toSorted((a, b) => a.certifiedUntil.localeCompare(b.certifiedUntil)).at(-1);
  return { certifiedUntil: last?.certifiedUntil, renewalOpensOn: last?.renewalOpensOn };
}
