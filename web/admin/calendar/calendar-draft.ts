import type { CalendarSettings, CalendarYear } from "../../../functions/engagement/calendar-contract.ts";
import type { JobRole } from "../../../functions/roster/contract.ts";

const dayMs = 86_400_000;
/** Fifty-two weeks: a year later on the same day of the week. */
const yearOfWeeks = 364;

const numberOf = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);
const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
const later = (date: string, days: number): string => dateOf(numberOf(date) + days);

/** One month of a school year: its days, each with what it is. */
export type Month = { month: string; days: Day[]; contractDays: number; pauses: string[] };
export type DayKind = "contract" | "break" | "weekend" | "outside";
export type Day = { date: string; kind: DayKind };

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** The months of a school year, as a picture shows them; none while its dates cannot be read. */
export function monthsOf({ yearStartsOn, yearEndsOn, breaks }: CalendarYear): Month[] {
  if (!isDate(yearStartsOn) || !isDate(yearEndsOn) || yearEndsOn < yearStartsOn) return [];
  if (numberOf(yearEndsOn) - numberOf(yearStartsOn) > 400) return [];
  const months = new Map<string, Day[]>();
  const last = numberOf(lastOfMonth(yearEndsOn));
  for (let n = numberOf(`${yearStartsOn.slice(0, 7)}-01`); n <= last; n++) {
    const date = dateOf(n);
    const key = date.slice(0, 7);
    months.set(key, [...(months.get(key) ?? []), { date, kind: kindOf(date, { yearStartsOn, yearEndsOn, breaks }) }]);
  }
  return [...months].map(([month, days]) => ({
    month,
    days,
    contractDays: days.filter(({ kind }) => kind === "contract").length,
    pauses: breaks.filter(({ from, to }) => days.some(({ date }) => from <= date && date <= to)).map(({ name }) => name),
  }));
}

function lastOfMonth(date: string): string {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (date: string): number => (((numberOf(date) + 3) % 7) + 7) % 7;

function kindOf(date: string, { yearStartsOn, yearEndsOn, breaks }: CalendarYear): DayKind {
  if (date < yearStartsOn || date > yearEndsOn) return "outside";
  if (weekdayOf(date) > 4) return "weekend";
  return breaks.some(({ from, to }) => from <= date && date <= to) ? "break" : "contract";
}

/** A year like the last one, fifty-two weeks later, so that each day keeps its day of the week. */
export function nextYear(years: readonly CalendarYear[]): CalendarYear | undefined {
  const last = years.toSorted((a, b) => a.yearStartsOn.localeCompare(b.yearStartsOn)).at(-1);
  return (
    last && {
      yearStartsOn: later(last.yearStartsOn, yearOfWeeks),
      yearEndsOn: later(last.yearEndsOn, yearOfWeeks),
      breaks: last.breaks.map(({ name, from, to }) => ({ name, from: later(from, yearOfWeeks), to: later(to, yearOfWeeks) })),
    }
  );
}

/** The years of a group, or of the district's own calendar (`""`). */
export function yearsIn(draft: CalendarSettings, groupId: string): CalendarYear[] {
  return draft.groups.find(({ id }) => id === groupId)?.years ?? draft.years;
}

/** The settings with other years for a group, or for the district's own calendar. */
export function withYears(draft: CalendarSettings, groupId: string, years: CalendarYear[]): CalendarSettings {
  if (groupId === "") return { ...draft, years };
  return { ...draft, groups: draft.groups.map((group) => (group.id === groupId ? { ...group, years } : group)) };
}

/** The settings with a job put on the calendar of a group, or taken off it. */
export function withJob(draft: CalendarSettings, groupId: string, job: JobRole, isIn: boolean): CalendarSettings {
  const { [job]: _, ...others } = draft.groupOfRole;
  return { ...draft, groupOfRole: isIn ? { ...others, [job]: groupId } : others };
}

/** The settings without a group; its jobs go back to the district's own calendar. */
export function withoutGroup(draft: CalendarSettings, groupId: string): CalendarSettings {
  return {
    ...draft,
    groups: draft.groups.filter(({ id }) => id !== groupId),
    groupOfRole: Object.fromEntries(Object.entries(draft.groupOfRole).filter(([, id]) => id !== groupId)),
  };
}
