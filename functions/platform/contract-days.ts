import { addDays, addYears, daysBetween, type LocalDate, weekday } from "./dates.ts";
import type { District, SchoolCalendar } from "./district.ts";

/** The calendar that applies to someone of an employee group; the district's own where the group has none. */
export function calendarFor({ calendar }: Pick<District, "calendar">, _employeeGroup?: string): SchoolCalendar {
  return calendar;
}

/** Whether people work under contract on a date: a weekday inside the school year and outside every break. */
export function isContractDay(date: LocalDate, calendar: SchoolCalendar): boolean {
  return weekday(date) <= 5 && !isSummer(date, calendar) && !calendar.breaks.some(({ from, to }) => from <= date && date <= to);
}

/**
 * The contract day that lies so many contract days after a date (before it, when negative). With 0, the date itself or
 * the first contract day after it.
 */
export function addContractDays(date: LocalDate, days: number, calendar: SchoolCalendar): LocalDate {
  const step = days < 0 ? -1 : 1;
  let on = date;
  for (let left = Math.abs(days); left > 0; left--) on = nextContractDay(addDays(on, step), step, calendar);
  return nextContractDay(on, step, calendar);
}

/** How many contract days lie after `from` up to and including `to`; negative when `to` is earlier. */
export function contractDaysBetween(from: LocalDate, to: LocalDate, calendar: SchoolCalendar): number {
  if (to < from) return -contractDaysBetween(to, from, calendar);
  let days = 0;
  for (let n = 1; n <= daysBetween(from, to); n++) if (isContractDay(addDays(from, n), calendar)) days++;
  return days;
}

function nextContractDay(date: LocalDate, step: 1 | -1, calendar: SchoolCalendar): LocalDate {
  let on = date;
  // A calendar without a single contract day in two years is none; the date is left as it is rather than sought for ever.
  for (let tries = 0; tries < 800 && !isContractDay(on, calendar); tries++) on = addDays(on, step);
  return isContractDay(on, calendar) ? on : date;
}

/** One year's calendar says when school is out in every year, so that a date stays where it is when the next one is entered. */
function isSummer(date: LocalDate, { yearStartsOn, yearEndsOn }: SchoolCalendar): boolean {
  const yearsOn = Number(date.slice(0, 4)) - Number(yearEndsOn.slice(0, 4));
  return [yearsOn - 1, yearsOn].some((years) => addYears(yearEndsOn, years) < date && date < addYears(yearStartsOn, years + 1));
}
