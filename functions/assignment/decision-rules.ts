import type { Catalog } from "../curriculum/content.ts";
import type { LocalDate } from "../platform/dates.ts";
import type { SchoolCalendar } from "../platform/district.ts";
import type { Staff } from "../roster/records.ts";
import type { EquivalencyView, ExtensionView, WaiverView } from "./decision-contract.ts";
import type { Equivalency, Extension, Waiver } from "./decision-records.ts";
import { dueDate, titleOf } from "./due-rules.ts";

/** What people decided about one person, beside the lines of the ledger. No run of the rules touches any of it. */
export type Decisions = {
  waivers: readonly Waiver[];
  extensions: readonly Extension[];
  equivalencies: readonly Equivalency[];
};

/** Nobody has decided anything. */
export const noDecisions: Decisions = { waivers: [], extensions: [], equivalencies: [] };

/** The waivers that hold on a day. */
export function activeWaivers({ waivers }: Decisions, today: LocalDate): Waiver[] {
  return waivers.filter(({ revoked, until }) => revoked === undefined && (until === undefined || today <= until));
}

/** A waiver as pages show it. */
export function waiverView({ id, target, reason, by, decidedOn, until }: Waiver, catalog: Catalog): WaiverView {
  return { id, target, title: titleOf(target, catalog), reason, byName: by.name, decidedOn, ...(until !== undefined && { until }) };
}

/** Prior learning that counts for a module today: where several do, what counts the longest. */
export function equivalencyFor(
  moduleId: string,
  { equivalencies }: Decisions,
  { catalog, today }: { catalog: Catalog; today: LocalDate },
): EquivalencyView | undefined {
  const lastDay = ({ until = "9999" }: Equivalency): string => until;
  const [found] = equivalencies
    .filter((one) => one.moduleId === moduleId && counts(one, today))
    .toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)));
  return found && equivalencyView(found, catalog);
}

/** What a module gets, in contract days, when prior learning that stood for it is over: what nobody had to do until then is not late overnight. */
const afterPriorLearningDays = 30;

/**
 * The date of a module after prior learning that stood for it is over, by its last day or because it was taken back: so many contract
 * days later, put off by leave like any date. Undefined where none stood for it, or its date is as late or later anyway.
 */
export function dateAfterPriorLearning(
  moduleId: string,
  wasDueOn: LocalDate,
  { decisions, staff, calendar, today }: { decisions: Decisions; staff: DatedStaff; calendar: SchoolCalendar; today: LocalDate },
): { dueOn: LocalDate; wasDueOn: LocalDate; endedOn: LocalDate } | undefined {
  const ends = decisions.equivalencies
    .filter((one) => one.moduleId === moduleId && one.revoked?.on !== one.decidedOn)
    .flatMap(({ until, revoked }) => [until, revoked?.on].filter((day) => day !== undefined).toSorted()[0] ?? [])
    .filter((day) => day <= today);
  const endedOn = ends.toSorted().at(-1);
  if (endedOn === undefined) return undefined;
  const due = { kind: "relative" as const, days: afterPriorLearningDays, unit: "contractDays" as const };
  const { dueOn } = dueDate({ due, anchorOn: endedOn, dueDays: 0 }, staff, { calendar, today });
  return dueOn > wasDueOn ? { dueOn, wasDueOn, endedOn } : undefined;
}

/** Whether prior learning counts on a day: neither taken back nor over. */
export const counts = ({ revoked, until }: Equivalency, today: LocalDate): boolean =>
  revoked === undefined && (until === undefined || today <= until);

/** An equivalency as pages show it. */
export function equivalencyView(
  { id, moduleId, evidence, learnedOn, until, by, decidedOn }: Equivalency,
  catalog: Catalog,
): EquivalencyView {
  return {
    id,
    moduleId,
    title: titleOf({ kind: "module", id: moduleId }, catalog),
    evidence,
    learnedOn,
    ...(until !== undefined && { until }),
    byName: by.name,
    decidedOn,
  };
}

/** A request for more time as pages show it. */
export function extensionView({ id, moduleId, state, wishedOn, reason, askedOn, dueOn, words, by, decidedOn }: Extension): ExtensionView {
  return {
    id,
    moduleId,
    state,
    askedOn,
    ...(wishedOn !== undefined && { wishedOn }),
    ...(reason !== undefined && { reason }),
    ...(dueOn !== undefined && { dueOn }),
    ...(words !== undefined && { words }),
    ...(by && { byName: by.name }),
    ...(decidedOn !== undefined && { decidedOn }),
  };
}

/**
 * The date that granted time puts in the place of an earlier one, and whose it is: the last decision for the module.
 * Leave after the decision puts it off like any date. Undefined where the date without it is as late or later.
 */
export function extendedDate(
  moduleId: string,
  wasDueOn: LocalDate,
  { decisions, staff, calendar, today }: { decisions: Decisions; staff: DatedStaff; calendar: SchoolCalendar; today: LocalDate },
): (ExtensionView & { wasDueOn: LocalDate }) | undefined {
  const granted = decisions.extensions
    .filter((one) => one.moduleId === moduleId && one.state === "granted")
    .toSorted(byDecision)
    .at(-1);
  if (granted?.dueOn === undefined || granted.decidedOn === undefined) return undefined;
  const fixed = { due: { kind: "fixed" as const, on: granted.dueOn }, anchorOn: granted.decidedOn, dueDays: 0 };
  const { dueOn } = dueDate(fixed, staff, { calendar, today });
  return dueOn > wasDueOn ? { ...extensionView(granted), dueOn, wasDueOn } : undefined;
}

type DatedStaff = Pick<Staff, "hiredOn" | "leave" | "earlierLeaves">;

/** The request for a module that waits, or the last one that was declined if nothing was decided after it. */
export function latestRequest(moduleId: string, { extensions }: Decisions): ExtensionView | undefined {
  const own = extensions.filter((one) => one.moduleId === moduleId);
  const waiting = own.find(({ state }) => state === "waiting");
  if (waiting) return extensionView(waiting);
  const last = own.toSorted(byDecision).at(-1);
  return last?.state === "declined" ? extensionView(last) : undefined;
}

/** In the order in which they were decided; on one day, by their ids, which grow with time. */
function byDecision(a: Extension, b: Extension): number {
  return (a.decidedOn ?? "").localeCompare(b.decidedOn ?? "") || (a.id < b.id ? -1 : 1);
}
