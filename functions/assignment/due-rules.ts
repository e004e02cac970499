import type { Catalog } from "../curriculum/content.ts";
import { addContractDays, contractDaysBetween, pauseOn } from "../platform/contract-days.ts";
import { addDays, daysBetween, type LocalDate, weekday } from "../platform/dates.ts";
import type { SchoolCalendar } from "../platform/district.ts";
import type { Staff } from "../roster/records.ts";
import { graceEndsOn, leavesOf } from "../roster/rules.ts";
import { type Due, summer, type Target } from "./contract.ts";

/** What a module assigned by itself gets where no number of days was chosen. */
const defaultDays = 30;
/** How far apart the steps of a path are put that would fall on one day. */
const spacingDays = 7;

/** The modules a target amounts to today, in order; none for a target the catalogue no longer has. */
export function modulesOf(target: Target, catalog: Catalog): { id: string; dueDays: number }[] {
  if (target.kind === "path") return catalog.paths.find(({ id }) => id === target.id)?.modules ?? [];
  return catalog.modules.some(({ id }) => id === target.id) ? [{ id: target.id, dueDays: defaultDays }] : [];
}

/** A target's title as people see it. */
export function titleOf(target: Target, catalog: Catalog): string {
  const among = target.kind === "path" ? catalog.paths : catalog.modules;
  return among.find(({ id }) => id === target.id)?.title ?? "Something no longer in the catalogue";
}

/** A date in force, and all that moved it. */
export type DueDate = { dueOn: LocalDate; movedBy?: string; leaveDays?: number; graceEndsOn?: LocalDate; isSpaced?: boolean };

/** More pauses in a row than a calendar with a single contract day in it can have. */
const longestSearch = 800;

/**
 * The first day on or after a date on which people of that calendar work under contract, and the break that moved it.
 * Never a weekend, a break or the summer; a calendar without such a day leaves the date as it is.
 */
export function onSchoolDay(date: LocalDate, calendar: SchoolCalendar): Pick<DueDate, "dueOn" | "movedBy"> {
  let on = date;
  let movedBy: string | undefined;
  for (let tries = 0; tries < longestSearch; tries++) {
    const pause = pauseOn(on, calendar);
    const day = weekday(on);
    if (pause) {
      movedBy ??= pause.kind === "summer" ? summer : pause.name;
      on = addDays(pause.to, 1);
    } else if (day > 5) on = addDays(on, 8 - day);
    else return { dueOn: on, ...(movedBy !== undefined && { movedBy }) };
  }
  return { dueOn: date };
}

/** What a date is counted from. `assignedAt` is the instant at which it was asked. */
type Anchored = { due: Due; anchorOn: LocalDate; assignedAt?: string };

/**
 * When each of the modules of one line falls due for a person. At a path's own pace a later step is due on a later day:
 * one that leave, the first 45 days or a break would put on the day of the step before it, or ahead of it, comes a week
 * after that one.
 */
export function dueDates(
  { due, anchorOn, assignedAt }: Anchored,
  modules: readonly { id: string; dueDays: number }[],
  staff: Pick<Staff, "hiredOn" | "leave" | "earlierLeaves">,
  on: { calendar: SchoolCalendar; today: LocalDate },
): Map<string, DueDate> {
  const dates = new Map<string, DueDate>();
  let before: { dueDays: number; date: DueDate } | undefined;
  for (const { id, dueDays } of modules.toSorted((a, b) => a.dueDays - b.dueDays)) {
    const own = dueDate({ due, anchorOn, dueDays, ...(assignedAt !== undefined && { assignedAt }) }, staff, on);
    const date = due.kind === "paced" && before ? spaced(own, dueDays, before, on.calendar) : own;
    dates.set(id, date);
    before = { dueDays, date };
  }
  return dates;
}

function spaced(own: DueDate, dueDays: number, before: { dueDays: number; date: DueDate }, calendar: SchoolCalendar): DueDate {
  // What the path itself puts on one day stays on one day.
  if (dueDays === before.dueDays) return before.date;
  if (own.dueOn > before.date.dueOn) return own;
  return { ...own, ...onSchoolDay(addDays(before.date.dueOn, spacingDays), calendar), isSpaced: true };
}

/**
 * When something falls due for a person: counted from its anchor, put off by leave (the remaining days resume on
 * return) and until a newcomer's first 45 days are over, then moved to a school day. A date, always.
 */
export function dueDate(
  input: Anchored & { dueDays: number },
  staff: Pick<Staff, "hiredOn" | "leave" | "earlierLeaves">,
  { calendar, today }: { calendar: SchoolCalendar; today: LocalDate },
): DueDate {
  const planned = plannedOn(input, calendar);
  const isInContractDays = input.due.kind === "relative" && input.due.unit === "contractDays";
  // Counted back from a day to come, the time to do it began when it was asked.
  const begunOn = planned < input.anchorOn && input.assignedAt !== undefined ? input.assignedAt.slice(0, 10) : input.anchorOn;
  const afterLeave = putOffByLeave(planned, begunOn, staff, today, isInContractDays ? calendar : undefined);
  const leaveDays = daysBetween(planned, afterLeave);
  const graceEnd = graceEndsOn(staff);
  return {
    ...onSchoolDay(afterLeave < graceEnd ? graceEnd : afterLeave, calendar),
    ...(leaveDays > 0 && { leaveDays }),
    ...(afterLeave < graceEnd && { graceEndsOn: graceEnd }),
  };
}

function plannedOn({ due, anchorOn, dueDays }: { due: Due; anchorOn: LocalDate; dueDays: number }, calendar: SchoolCalendar): LocalDate {
  switch (due.kind) {
    case "fixed":
      return due.on;
    case "relative":
      return due.unit === "contractDays" ? addContractDays(anchorOn, due.days, calendar) : addDays(anchorOn, due.days);
    case "paced":
      return addDays(anchorOn, dueDays);
  }
}

/** With a calendar, the contract days of a leave are what it puts a date off by; without one, all of its days. */
function putOffByLeave(
  date: LocalDate,
  begunOn: LocalDate,
  staff: Pick<Staff, "leave" | "earlierLeaves">,
  today: LocalDate,
  calendar?: SchoolCalendar,
): LocalDate {
  let dueOn = date;
  let counted = addDays(begunOn, -1);
  for (const { from, to } of leavesOf(staff)) {
    if (from > dueOn) break;
    // A leave without an end has lasted until today; tomorrow it will have lasted a day longer.
    const end = to ?? (today < from ? addDays(from, -1) : today);
    const begin = from > counted ? from : addDays(counted, 1);
    if (end < begin) continue;
    dueOn = calendar
      ? addContractDays(dueOn, contractDaysBetween(addDays(begin, -1), end, calendar), calendar)
      : addDays(dueOn, daysBetween(begin, end) + 1);
    counted = end;
  }
  return dueOn;
}
