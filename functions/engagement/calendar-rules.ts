import { addContractDays, calendarFor, enteredYears, isContractDay } from "../platform/contract-days.ts";
import { addDays, daysBetween, type LocalDate } from "../platform/dates.ts";
import type { District, SchoolCalendar } from "../platform/district.ts";
import type { FieldError } from "../platform/errors.ts";
import { JobRole } from "../roster/contract.ts";
import type { CalendarPage, CalendarSettings, CalendarYear } from "./calendar-contract.ts";

type Settings = Pick<District, "calendar" | "employeeGroups">;

/** A calendar of entered years. The year of today stands first, for whoever looks at one alone. */
function calendarFrom(years: readonly CalendarYear[], today: LocalDate): SchoolCalendar {
  const sorted = years.toSorted((a, b) => a.yearStartsOn.localeCompare(b.yearStartsOn));
  const current = sorted.findLast(({ yearStartsOn }) => yearStartsOn <= today) ?? sorted[0];
  if (!current) throw new Error("a calendar has at least one year");
  const others = sorted.filter((year) => year !== current);
  return { ...current, ...(others.length > 0 && { otherYears: others }) };
}

/** What the district keeps of the settings. */
export function districtCalendars({ years, groups, groupOfRole }: Omit<CalendarSettings, "version">, today: LocalDate): Settings {
  const employeeGroups = {
    groups: groups.map(({ id, name, years: own }) => ({ id, name, calendar: calendarFrom(own, today) })),
    groupOfRole: Object.fromEntries(Object.entries(groupOfRole).flatMap(([role, group]) => (group === undefined ? [] : [[role, group]]))),
  };
  const isNone = groups.length === 0 && Object.keys(groupOfRole).length === 0;
  return { calendar: calendarFrom(years, today), ...(!isNone && { employeeGroups }) };
}

/** The settings as they are edited, from what the district keeps. */
export function settingsOf({ calendar, employeeGroups }: Settings, version: number): CalendarSettings {
  return {
    version,
    years: enteredYears(calendar),
    groups: (employeeGroups?.groups ?? []).map(({ id, name, calendar: own }) => ({ id, name, years: enteredYears(own) })),
    groupOfRole: employeeGroups?.groupOfRole ?? {},
  };
}

/** How long before its end a calendar without a next year is warned about, in calendar days. */
const warnedDays = 90;

/** The calendars that end soon, or have ended, with no year entered after it. */
export function endingSoon({ years, groups }: CalendarSettings, today: LocalDate): CalendarPage["ending"] {
  const ends = [{ years }, ...groups].map((one) => ({
    ...("name" in one && { name: one.name }),
    endsOn: one.years.reduce((last, { yearEndsOn }) => (yearEndsOn > last ? yearEndsOn : last), ""),
  }));
  return ends.filter(({ endsOn }) => daysBetween(today, endsOn) <= warnedDays);
}

/** What is wrong with calendars that someone entered, by field. */
export function problemsOf({ years, groups, groupOfRole }: Omit<CalendarSettings, "version">): FieldError[] {
  const fields = [
    ...yearProblems(years, "json.years"),
    ...groups.flatMap((group, i) => yearProblems(group.years, `json.groups.${i}.years`)),
  ];
  const ids = new Set(groups.map(({ id }) => id));
  const names = new Set(groups.map(({ name }) => name.toLowerCase()));
  if (ids.size < groups.length || names.size < groups.length)
    fields.push({ path: "json.groups", message: "Give each group a name of its own." });
  if (Object.values(groupOfRole).some((id) => id !== undefined && !ids.has(id)))
    fields.push({ path: "json.groupOfRole", message: "Choose one of the groups for each job, or none." });
  return fields;
}

function yearProblems(years: readonly CalendarYear[], path: string): FieldError[] {
  const sorted = years.toSorted((a, b) => a.yearStartsOn.localeCompare(b.yearStartsOn));
  return years.flatMap((year, i): FieldError[] => {
    const { yearStartsOn, yearEndsOn, breaks } = year;
    const at = `${path}.${i}`;
    const days = daysBetween(yearStartsOn, yearEndsOn);
    if (days < 1) return [{ path: `${at}.yearEndsOn`, message: "The school year must end after it starts." }];
    if (days > 365) return [{ path: `${at}.yearEndsOn`, message: "A school year is at most a year long." }];
    const before = sorted[sorted.indexOf(year) - 1];
    if (before && before.yearEndsOn >= yearStartsOn)
      return [{ path: `${at}.yearStartsOn`, message: "This year begins before the one before it has ended." }];
    const outside = breaks.flatMap(({ name, from, to }, n): FieldError[] => {
      if (to < from) return [{ path: `${at}.breaks.${n}.to`, message: `${name} must end on or after the day it begins.` }];
      const isOutside = from < yearStartsOn || to > yearEndsOn;
      return isOutside ? [{ path: `${at}.breaks.${n}.from`, message: `${name} lies outside the school year.` }] : [];
    });
    const isEmpty = outside.length === 0 && addContractDays(yearStartsOn, 0, year) > yearEndsOn;
    return isEmpty ? [{ path: `${at}.breaks`, message: "The breaks leave no contract day in this year." }] : outside;
  });
}

/** As far as a preview compares calendars, in calendar days from today. */
const comparedDays = 3 * 365;

/**
 * The first day, from a while before today on, that is a contract day for someone under one of two settings and not
 * under the other. A date before it is moved by neither. Undefined where the two agree for every job and every group.
 */
export function firstChange(before: Settings, after: Settings, today: LocalDate): LocalDate | undefined {
  const groupIds = [...(before.employeeGroups?.groups ?? []), ...(after.employeeGroups?.groups ?? [])].map(({ id }) => id);
  const byRole = [undefined, ...JobRole.options].map((role) => {
    const groupIn = ({ employeeGroups }: Settings): string | undefined => role && employeeGroups?.groupOfRole[role];
    return [calendarFor(before, groupIn(before)), calendarFor(after, groupIn(after))] as const;
  });
  const byGroup = [...new Set(groupIds)].map((id) => [calendarFor(before, id), calendarFor(after, id)] as const);
  const first = [...byRole, ...byGroup].flatMap(([a, b]) => firstDifference(a, b, addDays(today, -365)) ?? []);
  return first.toSorted()[0];
}

function firstDifference(a: SchoolCalendar, b: SchoolCalendar, from: LocalDate): LocalDate | undefined {
  for (let n = 0; n <= comparedDays; n++) {
    const day = addDays(from, n);
    if (isContractDay(day, a) !== isContractDay(day, b)) return day;
  }
  return undefined;
}
