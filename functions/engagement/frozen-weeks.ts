import type { Context } from "../platform/context.ts";
import { isoWeek, type LocalDate } from "../platform/dates.ts";
import { AppError } from "../platform/errors.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import { listEverySchool } from "../roster/queries.ts";
import type { FrozenWeek } from "./contract.ts";
import { type SchoolFigures, schoolWeeks, sliceOf, trendWeeks, weekRollUps } from "./records.ts";

const width = 16;

/**
 * The week that was frozen last on or before a day; undefined for today and later, whose figures are the live ones. A
 * week is frozen on its first day, or later where the schedule was late, so the day's own week may be one too far.
 */
export async function frozenWeekOn(ctx: Context, day: LocalDate | undefined): Promise<FrozenWeek | undefined> {
  if (day === undefined || day >= ctx.today) return undefined;
  const found = await weekUpTo(ctx, day);
  if (found) return found;
  const { rows } = await ctx.table.page(trendWeeks, everySchool, { limit: 1, eventual: true });
  const first = rows[0] && { week: rows[0].week, asOf: rows[0].asOfDay };
  throw new AppError(
    "not-found",
    first === undefined ? "No week has been frozen yet." : `No week was frozen on or before ${day}. The first is of ${first.asOf}.`,
  );
}

/** The latest frozen week on or before a day, if there is one. */
export async function weekUpTo(ctx: Context, day: LocalDate): Promise<FrozenWeek | undefined> {
  const { rows } = await ctx.table.page(trendWeeks, everySchool, { to: isoWeek(day), descending: true, limit: 2, eventual: true });
  const found = rows.find(({ asOfDay }) => asOfDay <= day);
  return found && { week: found.week, asOf: found.asOfDay };
}

const everySchool = `TREND#${sliceOf({})}`;

/**
 * Every school's figures as they were frozen in a week, by name: one query. A week from before they were kept side by
 * side is read school by school.
 */
export async function readWeekRollUps(ctx: Context, week: string): Promise<SchoolFigures[]> {
  const rows: SchoolFigures[] = await ctx.table.list(weekRollUps, `ROLLW#${week}`, { prefix: "S#", eventual: true });
  if (rows.length === 0)
    await sideBySide(await listEverySchool(ctx), width, async ({ id }) => {
      const row = await ctx.table.get(schoolWeeks, { of: `S#${id}`, at: `HIST#${week}` });
      if (row) rows.push(row);
    });
  return rows.toSorted((a, b) => a.name.localeCompare(b.name));
}
