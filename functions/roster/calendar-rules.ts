import { calendarFor } from "../platform/contract-days.ts";
import type { LocalDate } from "../platform/dates.ts";
import type { District, SchoolCalendar } from "../platform/district.ts";
import type { Staff } from "./records.ts";
import { jobRolesOn, rolesFrom } from "./rules.ts";

type Settings = Pick<District, "calendar" | "employeeGroups">;
type Person = Pick<Staff, "roles" | "employeeGroup">;

/** Stands for the district's own calendar where someone was put on it by hand, whatever their job says. */
export const districtsOwn = "own";

/**
 * The employee group a person belongs to on a day: the one they were put into by hand, or else that of their primary job
 * (before their first day, of the job that begins first). Undefined for everyone on the district's own calendar.
 */
export function employeeGroupOf(person: Person, { employeeGroups }: Settings, day: LocalDate): string | undefined {
  if (!employeeGroups || person.employeeGroup === districtsOwn) return undefined;
  const { groups, groupOfRole } = employeeGroups;
  if (person.employeeGroup !== undefined && groups.some(({ id }) => id === person.employeeGroup)) return person.employeeGroup;
  const held = jobRolesOn(person, day)[0];
  const next = rolesFrom(person, day).toSorted((a, b) => a.beginOn.localeCompare(b.beginOn))[0]?.role;
  const role = held ?? next;
  return role && groupOfRole[role];
}

/** The contract calendar that a person works by on a day. */
export function calendarOf(person: Person, settings: Settings, day: LocalDate): SchoolCalendar {
  return calendarFor(settings, employeeGroupOf(person, settings, day));
}
