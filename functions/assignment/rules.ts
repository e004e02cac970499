import type { Catalog, CatalogModule } from "../curriculum/content.ts";
import type { EnrollmentState, EnrollmentView } from "../learning/contract.ts";
import type { Enrollment } from "../learning/records.ts";
import { enrollmentView, lessonsToReadAgain } from "../learning/rules.ts";
import type { LocalDate } from "../platform/dates.ts";
import type { SchoolCalendar } from "../platform/district.ts";
import type { Staff } from "../roster/records.ts";
import { graceEndsOn, isWorking } from "../roster/rules.ts";
import type { AssignmentInForce, ReadAgain, Reason } from "./contract.ts";
import { type DueDate, dueDates, modulesOf, titleOf } from "./due-rules.ts";
import type { Source } from "./records.ts";

/** All that decides what is in force for one person on one day. */
export type Ledger = {
  sources: readonly Source[];
  catalog: Catalog;
  enrollments: readonly Enrollment[];
  staff: Pick<Staff, "hiredOn" | "status" | "leave" | "earlierLeaves">;
  calendar: SchoolCalendar;
  today: LocalDate;
};

/** Whether a line of the ledger counts on a day. */
function isOpen({ endedOn, lastOn }: Pick<Source, "endedOn" | "lastOn">, day: LocalDate): boolean {
  return endedOn === undefined && (lastOn === undefined || day <= lastOn);
}

/**
 * What a person is asked to learn: the union of the open lines of their ledger, each module once, at the earliest date
 * of all that ask for it. Every reason is kept, the one that decides first; equal dates are settled by the line's id.
 * Ordered by date, then as the catalogue has it.
 */
export function assignmentsInForce(ledger: Ledger): AssignmentInForce[] {
  const { sources, catalog, enrollments, staff, calendar, today } = ledger;
  const reasons = new Map<string, Reason[]>();
  for (const source of sources) {
    if (!isOpen(source, today)) continue;
    const dates = dueDates(source, modulesOf(source.target, catalog), staff, { calendar, today });
    for (const [id, date] of dates) reasons.set(id, [...(reasons.get(id) ?? []), reasonOf(source, date, catalog)]);
  }
  const enrollmentOf = new Map(enrollments.map((one) => [one.moduleId, one]));
  const stateOf = (module: CatalogModule): EnrollmentView => enrollmentView(enrollmentOf.get(module.id), module);
  const isInGrace = today < graceEndsOn(staff);
  const mayBeLate = !isInGrace && isWorking(staff, today);
  const inForce = catalog.modules.flatMap((module): AssignmentInForce[] => {
    const [first, ...others] = (reasons.get(module.id) ?? []).toSorted(byDate);
    if (!first) return [];
    const { state, completedAt, lessonsDone, lessonCount } = stateOf(module);
    return [
      {
        moduleId: module.id,
        title: module.title,
        minutes: module.minutes,
        dueOn: first.dueOn,
        reasons: [first, ...others],
        state,
        // What waits for a review is not the person's to be late with.
        isOverdue: mayBeLate && state !== "completed" && state !== "practiceSubmitted" && first.dueOn < today,
        isInGrace,
        minutesLeft: minutesLeft(module, enrollmentOf.get(module.id)),
        lessonsDone: lessonsDone.length,
        lessonCount,
        waitsFor: isLearned(state) ? [] : waitsFor(module, catalog, stateOf),
        ...(completedAt !== undefined && { completedAt }),
      },
    ];
  });
  return inForce.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
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
  stateOf: (module: CatalogModule) => EnrollmentView,
): { moduleId: string; title: string }[] {
  return module.prerequisites.flatMap((id) => {
    const before = catalog.modules.find((one) => one.id === id);
    return before && !isLearned(stateOf(before).state) ? [{ moduleId: id, title: before.title }] : [];
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
