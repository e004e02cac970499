import { addDays, addYears, daysBetween, type LocalDate, weekday } from "./dates.ts";
import type { District, SchoolCalendar, SchoolYear } from "./district.ts";

/** Days off under a name: a break, or the time between two school years. */
export type Pause = { kind: "break"; name: string; from: LocalDate; to: LocalDate } | { kind: "summer"; from: LocalDate; to: LocalDate };

/** The calendar that applies to someone of an employee group; the district's own for a group it does not have. */
export function calendarFor(district: Pick<District, "calendar" | "employeeGroups">, employeeGroup?: string): SchoolCalendar {
  return district.employeeGroups?.groups.find(({ id }) => id === employeeGroup)?.calendar ?? district.calendar;
}

/** The school years that were entered, the earliest first. */
export function enteredYears({ otherYears = [], ...year }: SchoolCalendar): SchoolYear[] {
  return [year, ...otherYears].toSorted((a, b) => a.yearStartsOn.localeCompare(b.yearStartsOn));
}

/** Whether people work under contract on a date: a weekday inside a school year and outside every break. */
export function isContractDay(date: LocalDate, calendar: SchoolCalendar): boolean {
  return weekday(date) <= 5 && pauseOn(date, calendar) === undefined;
}

/** The break or the summer in which a date lies; undefined for a weekend alone. */
export function pauseOn(date: LocalDate, calendar: SchoolCalendar): Pause | undefined {
  for (const { breaks } of [calendar, ...(calendar.otherYears ?? [])]) {
    const found = breaks.find(({ from, to }) => from <= date && date <= to);
    if (found) return { kind: "break", ...found };
  }
  return summerOn(date, calendar);
}

/**
 * The first day of the school year that a date belongs to; a summer belongs to the year before it. Outside the years
 * that were entered, the nearest of them says when a year begins.
 */
export function schoolYearStart(date: LocalDate, calendar: SchoolCalendar): LocalDate {
  const starts = yearsAround(date, calendar).map(({ yearStartsOn }) => yearStartsOn);
  return starts.findLast((start) => start <= date) ?? starts[0] ?? calendar.yearStartsOn;
}

/** What a day on which a school year began has become, once the calendar was corrected: the start that lies nearest to it. */
export function correctedYearStart(start: LocalDate, calendar: SchoolCalendar): LocalDate {
  const starts = yearsAround(start, calendar).map(({ yearStartsOn }) => yearStartsOn);
  const distance = (one: LocalDate): number => Math.abs(daysBetween(start, one));
  return starts.toSorted((a, b) => distance(a) - distance(b) || a.localeCompare(b))[0] ?? start;
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

/** More days in a row than any calendar that could be saved has off. */
const longestPause = 800;

function nextContractDay(date: LocalDate, step: 1 | -1, calendar: SchoolCalendar): LocalDate {
  let on = date;
  // A calendar without a single contract day in two years is none; the date is left as it is rather than sought for ever.
  for (let tries = 0; tries < longestPause && !isContractDay(on, calendar); tries++) on = addDays(on, step);
  return isContractDay(on, calendar) ? on : date;
}

/** The time between two school years in which a date lies, if it lies in none of them. */
function summerOn(date: LocalDate, calendar: SchoolCalendar): Pause | undefined {
  const years = yearsAround(date, calendar);
  if (years.some(({ yearStartsOn, yearEndsOn }) => yearStartsOn <= date && date <= yearEndsOn)) return undefined;
  const last = years.findLast(({ yearEndsOn }) => yearEndsOn < date);
  const next = years.find(({ yearStartsOn }) => yearStartsOn > date);
  return last && next && { kind: "summer", from: addDays(last.yearEndsOn, 1), to: addDays(next.yearStartsOn, -1) };
}

type Span = Pick<SchoolYear, "yearStartsOn" | "yearEndsOn">;
const known = new WeakMap<SchoolCalendar, Map<string, Span[]>>();

/**
 * The school years about a date, in order: those entered and, where none was, the nearest one moved by whole years, so
 * that a date stays where it is when the district enters a year like the last. A year moved like that has no breaks.
 */
function yearsAround(date: LocalDate, calendar: SchoolCalendar): Span[] {
  let byYear = known.get(calendar);
  if (!byYear) known.set(calendar, (byYear = new Map()));
  const year = date.slice(0, 4);
  let spans = byYear.get(year);
  if (!spans) byYear.set(year, (spans = spansAbout(Number(year), calendar)));
  return spans;
}

function spansAbout(year: number, calendar: SchoolCalendar): Span[] {
  const entered = enteredYears(calendar);
  const spans = entered.flatMap((one, i): Span[] => {
    const next = entered[i + 1];
    const repeated = movedAbout(one, year).filter(
      ({ yearStartsOn, yearEndsOn }) => yearStartsOn > one.yearEndsOn && (!next || yearEndsOn < next.yearStartsOn),
    );
    const earlier = i === 0 ? movedAbout(one, year).filter(({ yearEndsOn }) => yearEndsOn < one.yearStartsOn) : [];
    return [...earlier, one, ...repeated];
  });
  return spans.toSorted((a, b) => a.yearStartsOn.localeCompare(b.yearStartsOn));
}

/** A school year moved by whole years so that it ends in a year, the year before it and the year after it. */
function movedAbout({ yearStartsOn, yearEndsOn }: SchoolYear, year: number): Span[] {
  return [-1, 0, 1].map((by) => {
    const years = year - Number(yearEndsOn.slice(0, 4)) + by;
    return { yearStartsOn: addYears(yearStartsOn, years), yearEndsOn: addYears(yearEndsOn, years) };
  });
}
