import type { Catalog, CatalogModule } from "../curriculum/content.ts";
import type { EnrollmentState } from "../learning/contract.ts";
import type { Enrollment } from "../learning/records.ts";
import { enrollmentView, lessonsToReadAgain } from "../learning/rules.ts";
import type { LocalDate } from "../platform/dates.ts";
import type { SchoolCalendar } from "../platform/district.ts";
import type { Staff } from "../roster/records.ts";
import { graceEndsOn, isWorking } from "../roster/rules.ts";
import type { AssignmentInForce, ReadAgain, Reason } from "./contract.ts";
import { activeWaivers, type Decisions, dateAfterPriorLearning, equivalencyFor, extendedDate, latestRequest } from "./decision-rules.ts";
import { type DueDate, dueDates, modulesOf, titleOf } from "./due-rules.ts";
import type { Source } from "./records.ts";

/** All that decides what is in force for one person on one day. */
export type Ledger = {
  sources: readonly Source[];
  /** What people decided about this person beside the lines: waivers, more time, prior learning. */
  decisions: Decisions;
  catalog: Catalog;
  enrollments: readonly Enrollment[];
  staff: Pick<Staff, "hiredOn" | "status" | "leave" | "earlierLeaves">;
  calendar: SchoolCalendar;
  today: LocalDate;
};

/** Whether a line of the ledger counts on a day. */
export function isOpen({ endedOn, lastOn }: Pick<Source, "endedOn" | "lastOn">, day: LocalDate): boolean {
  return endedOn === undefined && (lastOn === undefined || day <= lastOn);
}

/**
 * What a person is asked to learn: the union of the open lines of their ledger, each module once, at the earliest date
 * of all that ask for it, without what the person is exempt from. Every reason is kept, the one that decides first; equal
 * dates are settled by the line's id. More time that was granted puts off what falls due before it. Ordered by date, then
 * as the catalogue has it.
 */
export function assignmentsInForce(ledger: Ledger): AssignmentInForce[] {
  const reasons = reasonsByModule(ledger);
  const inForce = ledger.catalog.modules.flatMap((module) => {
    const [first, ...others] = (reasons.get(module.id) ?? []).toSorted(byDate);
    return first ? [assignmentOf(module, [first, ...others], ledger)] : [];
  });
  return inForce.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
}

function reasonsByModule({ sources, decisions, catalog, staff, calendar, today }: Ledger): Map<string, Reason[]> {
  const reasons = new Map<string, Reason[]>();
  const exempt = activeWaivers(decisions, today).map(({ target }) => target);
  const isExempt = (moduleId: string, { target }: Source): boolean =>
    exempt.some(({ kind, id }) => (kind === "module" ? id === moduleId : target.kind === "path" && target.id === id));
  for (const source of sources) {
    if (!isOpen(source, today)) continue;
    const dates = dueDates(source, modulesOf(source.target, catalog), staff, { calendar, today });
    for (const [id, date] of dates) {
      if (!isExempt(id, source)) reasons.set(id, [...(reasons.get(id) ?? []), reasonOf(source, date, catalog)]);
    }
  }
  return reasons;
}

function assignmentOf(module: CatalogModule, [first, ...others]: [Reason, ...Reason[]], ledger: Ledger): AssignmentInForce {
  const { catalog, decisions, enrollments, staff, today } = ledger;
  const enrollmentOf = (id: string): Enrollment | undefined => enrollments.find(({ moduleId }) => moduleId === id);
  const isEquivalent = (id: string): boolean => equivalencyFor(id, decisions, { catalog, today }) !== undefined;
  const enrollment = enrollmentOf(module.id);
  const { state: own, completedAt, lessonsDone, lessonCount } = enrollmentView(enrollment, module);
  const equivalency = completedAt === undefined ? equivalencyFor(module.id, decisions, { catalog, today }) : undefined;
  const state = equivalency ? "completed" : own;
  const priorLearning = equivalency ? undefined : dateAfterPriorLearning(module.id, first.dueOn, ledger);
  const ownDueOn = priorLearning?.dueOn ?? first.dueOn;
  const extension = extendedDate(module.id, ownDueOn, ledger);
  const request = latestRequest(module.id, decisions);
  const dueOn = extension?.dueOn ?? ownDueOn;
  const isInGrace = today < graceEndsOn(staff);
  const mayBeLate = !isInGrace && isWorking(staff, today);
  const isLearnedBy = (before: CatalogModule): boolean =>
    isLearned(enrollmentView(enrollmentOf(before.id), before).state) || isEquivalent(before.id);
  return {
    moduleId: module.id,
    title: module.title,
    minutes: module.minutes,
    dueOn,
    reasons: [first, ...others],
    state,
    // What waits for a review is not the person's to be late with.
    isOverdue: mayBeLate && state !== "completed" && state !== "practiceSubmitted" && dueOn < today,
    isInGrace,
    minutesLeft: equivalency ? 0 : minutesLeft(module, enrollment),
    lessonsDone: lessonsDone.length,
    lessonCount,
    waitsFor: isLearned(state) ? [] : waitsFor(module, catalog, isLearnedBy),
    ...(completedAt !== undefined && { completedAt }),
    ...(priorLearning && state !== "completed" && { priorLearning }),
    ...(extension && { extension }),
    ...(request && state !== "completed" && { request }),
    ...(equivalency && { equivalency }),
  };
}

/**
 * The one obvious step. What a coach sent back comes first: they wrote what is missing, and it is nearly done. Then the
 * earliest due that is neither complete, nor with the coach, nor better after another one that is in force too.
 * Undefined when there is nothing for the person to do.
 */
export function nextStep(assignments: readonly AssignmentInForce[]): AssignmentInForce | undefined {
  const open = assignments.filter(({ state, minutesLeft: left }) => state !== "completed" && (state !== "practiceSubmitted" || left > 0));
  const openIds = new Set(open.map(({ moduleId }) => moduleId));
  const isFree = ({ waitsFor: others }: AssignmentInForce): boolean => !others.some(({ moduleId }) => openIds.has(moduleId));
  const mine = open.filter(({ state }) => state !== "practiceSubmitted");
  return mine.find(({ state }) => state === "practiceReturned") ?? mine.find(isFree) ?? mine[0] ?? open[0];
}

/** The modules of which a person is asked to read a part again, assigned today or not, with those lessons. */
export function modulesToReadAgain(catalog: Catalog, enrollments: readonly Enrollment[]): ReadAgain[] {
  const enrollmentOf = new Map(enrollments.map((one) => [one.moduleId, one]));
  return catalog.modules.flatMap((module): ReadAgain[] => {
    const ids = lessonsToReadAgain(enrollmentOf.get(module.id), module);
    const lessons = module.lessons.filter(({ id }) => ids.includes(id)).map(({ id, title, minutes }) => ({ id, title, minutes }));
    return lessons.length > 0 ? [{ moduleId: module.id, title: module.title, lessons }] : [];
  });
}

function reasonOf(source: Source, date: DueDate, catalog: Catalog): Reason {
  const { id, origin, target, anchorOn, anchor, due, note } = source;
  return {
    sourceId: id,
    origin: origin.kind === "rule" ? origin : { kind: "person", staffId: origin.staffId, name: origin.name },
    target,
    targetTitle: titleOf(target, catalog),
    anchorOn,
    anchor,
    due,
    ...date,
    ...(note !== undefined && { note }),
  };
}

function byDate(a: Reason, b: Reason): number {
  return a.dueOn.localeCompare(b.dueOn) || (a.sourceId < b.sourceId ? -1 : 1);
}

/** Whether the lessons are read and the check is passed: what others build on. */
function isLearned(state: EnrollmentState): boolean {
  return state !== "notStarted" && state !== "started";
}

function waitsFor(
  module: CatalogModule,
  catalog: Catalog,
  isLearnedBy: (module: CatalogModule) => boolean,
): { moduleId: string; title: string }[] {
  return module.prerequisites.flatMap((id) => {
    const before = catalog.modules.find((one) => one.id === id);
    return before && !isLearnedBy(before) ? [{ moduleId: id, title: before.title }] : [];
  });
}

/** Minutes of what is left: lessons not finished, the check until it is passed, practice until it is handed in. */
function minutesLeft(module: CatalogModule, enrollment: Enrollment | undefined): number {
  const { state, lessonsDone, check, startedAt } = enrollmentView(enrollment, module);
  if (state === "completed") return 0;
  if (startedAt === undefined) return module.minutes;
  const lessons = module.lessons.filter(({ id }) => !lessonsDone.includes(id)).reduce((sum, { minutes }) => sum + minutes, 0);
  const isHandedIn = enrollment?.practice.state === "submitted" || enrollment?.practice.state === "accepted";
  const left = lessons + (check.passedAt === undefined ? module.check.minutes : 0) + (isHandedIn ? 0 : module.practice.minutes);
  return Math.min(left, module.minutes);
}
