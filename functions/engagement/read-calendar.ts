import { readRuleBook } from "../assignment/rule-queries.ts";
import { readCatalog } from "../curriculum/queries.ts";
import type { Context } from "../platform/context.ts";
import { dayNumber } from "../platform/dates.ts";
import { districts } from "../platform/district.ts";
import { notFound } from "../platform/errors.ts";
import type { Granted } from "../platform/grant.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import { listEverySchool } from "../roster/queries.ts";
import { employeeGroupOf } from "../roster/calendar-rules.ts";
import type { Staff } from "../roster/records.ts";
import { fullName } from "../roster/rules.ts";
import { requireCalendars } from "./actions/save-calendar.ts";
import type { CalendarPage, CalendarPreview, CalendarSettings, PersonGroup } from "./calendar-contract.ts";
import { districtCalendars, endingSoon, firstChange, settingsOf } from "./calendar-rules.ts";
import { readPersonFacts } from "./person-facts.ts";
import { readSummaries } from "./queries.ts";
import { itemFlags, type StaffSummary } from "./records.ts";

const width = 16;
/** How many people one preview works out; their partitions are read twice each. */
const lookedAt = 600;
/** How many of them it names. */
const listed = 100;

/** The calendars as they are now, whatever this process remembers of them. */
export async function readCalendar(ctx: Granted<"calendar:write">): Promise<CalendarPage> {
  const district = await ctx.table.get(districts, { of: "", at: "META" });
  if (!district) throw notFound("district");
  const settings = settingsOf(district, district.version);
  return { ...settings, today: ctx.today, ending: endingSoon(settings, ctx.today) };
}

/** Which calendar a person is on, by hand or by their job. */
export function personGroup(ctx: Context, staff: Staff): PersonGroup {
  const { employeeGroup, ...byRoster } = staff;
  const byJob = employeeGroupOf(byRoster, ctx.district, ctx.today);
  return {
    staffId: staff.id,
    name: fullName(staff),
    ...(employeeGroup !== undefined && { group: employeeGroup }),
    ...(byJob !== undefined && { byJob }),
  };
}

type Person = CalendarPreview["people"][number];

/**
 * Whose open due dates other calendars would move, by how much; writes nothing. A date before the first day on which the
 * calendars differ stays, so only the schools' summary rows are read, and then the partitions of people with an open date
 * after it: at most 600 people, worked out by the code that makes the figures.
 */
export async function previewCalendar(ctx: Granted<"calendar:write">, settings: CalendarSettings): Promise<CalendarPreview> {
  requireCalendars(settings);
  const current = await ctx.table.get(districts, { of: "", at: "META" });
  if (!current) throw notFound("district");
  const { employeeGroups: _, ...rest } = current;
  const before = { ...ctx, district: current };
  const after = { ...ctx, district: { ...rest, ...districtCalendars(settings, ctx.today) } };
  const since = firstChange(current, after.district, ctx.today);
  const found = since === undefined ? { staffIds: [], isComplete: true } : await mayMove(ctx, dayNumber(since));
  const book = await readRuleBook(ctx);
  const titleOf = new Map((await readCatalog(ctx)).modules.map(({ id, title }) => [id, title]));
  const people: Person[] = [];
  await sideBySide(found.staffIds, width, async (staffId) => {
    const [was, will] = await Promise.all([readPersonFacts(before, staffId), readPersonFacts(after, staffId, book)]);
    if (!was.person || !will.person) return;
    const done = new Set(was.person.enrollments.flatMap(({ moduleId, completedAt }) => (completedAt === undefined ? [] : moduleId)));
    const dates = new Map(will.person.assignments.map(({ moduleId, dueOn }) => [moduleId, dueOn]));
    const moves = was.person.assignments.flatMap(({ moduleId, dueOn }) => {
      const to = dates.get(moduleId);
      const isMoved = to !== undefined && to !== dueOn && !done.has(moduleId);
      return isMoved ? [{ moduleId, title: titleOf.get(moduleId) ?? moduleId, from: dueOn, to }] : [];
    });
    if (moves.length > 0) people.push({ id: staffId, name: fullName(was.person.staff), moves });
  });
  const moves = people.flatMap((person) => person.moves);
  return {
    total: people.length,
    dates: moves.length,
    later: moves.filter(({ from, to }) => to > from).length,
    earlier: moves.filter(({ from, to }) => to < from).length,
    isComplete: found.isComplete,
    looked: found.staffIds.length,
    people: people.toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)).slice(0, listed),
  };
}

/** Everyone with an open date on or after a day, as far as one preview looks: the schools' summary rows, school by school. */
async function mayMove(ctx: Granted<"calendar:write">, day: number): Promise<{ staffIds: string[]; isComplete: boolean }> {
  const staffIds: string[] = [];
  for (const { id } of await listEverySchool(ctx)) {
    const { rows } = await readSummaries(ctx, id);
    staffIds.push(...rows.filter((row) => row.isHome && hasOpenFrom(row, day)).map(({ staffId }) => staffId));
    if (staffIds.length > lookedAt) return { staffIds: staffIds.slice(0, lookedAt), isComplete: false };
  }
  return { staffIds, isComplete: true };
}

function hasOpenFrom({ items, status }: StaffSummary, day: number): boolean {
  return status !== "left" && items.some(([, dueOn, flags]) => dueOn >= day && !(flags & itemFlags.completed));
}
