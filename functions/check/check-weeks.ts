import { schoolsIn } from "../engagement/district-figures.ts";
import type { MetricId } from "../engagement/contract.ts";
import { type SchoolFigures, schoolWeeks, sliceOf, trendWeeks, weekRollUps } from "../engagement/records.ts";
import { cellIn, homeTallyIn } from "../engagement/tally.ts";
import type { Context } from "../platform/context.ts";
import { isoWeek, localDate } from "../platform/dates.ts";
import { rowsOf } from "../platform/district-table.ts";
import type { Versioned } from "../platform/record.ts";
import type { Item } from "../platform/table.ts";
import { JobRole, SchoolLevel } from "../roster/contract.ts";
import type { Finding } from "./contract.ts";
import { difference } from "./difference.ts";

type Week = Parameters<(typeof trendWeeks)["put"]>[0];
type Frozen = SchoolFigures & { week: string };

const ignore = (): void => undefined;
const say = (row: string, expected: string, found: string): Finding => ({ kind: "weekDiffers", row, expected, found });

/** The weeks that the district has frozen, the latest first. */
export async function frozenWeeks(ctx: Context): Promise<string[]> {
  const weeks = await ctx.table.list(trendWeeks, `TREND#${sliceOf({})}`, undefined, ignore);
  return weeks.map(({ week }) => week).toSorted((a, b) => b.localeCompare(a));
}

/**
 * Whether the weeks that a school's partition holds say the same as their rows beside the other schools', and were
 * written once. Of weeks from before there were such rows, the first alone can be said by `isBeside`.
 */
export async function checkSchoolWeeks(ctx: Context, schoolId: string, items: Item[], weeks: readonly string[]): Promise<Finding[]> {
  const own = new Map(rowsOf(schoolWeeks, items, ignore).map((one) => [one.week, one]));
  const unreadable = new Set(items.map(({ SK }) => SK.replace("HIST#", "")).filter((week) => weeks.includes(week) && !own.has(week)));
  const found = await Promise.all(
    weeks.map(async (week): Promise<Finding[]> => {
      if (unreadable.has(week)) return [];
      const row = `S#${schoolId} / HIST#${week}`;
      const [mine, [beside]] = [own.get(week), await besideIn(ctx, week, schoolId)];
      if (!beside) return mine ? writtenOnce(ctx, row, mine) : [];
      const differs = difference(beside, mine);
      return [...(differs ? [{ kind: "weekDiffers" as const, row, ...differs }] : []), ...(mine ? writtenOnce(ctx, row, mine) : [])];
    }),
  );
  return found.flat();
}

async function besideIn(ctx: Context, week: string, schoolId: string): Promise<(Frozen & Versioned)[]> {
  return ctx.table.list(weekRollUps, `ROLLW#${week}`, { from: `S#${schoolId}`, to: `S#${schoolId}` }, ignore);
}

/** A frozen row was put once, and what it holds was worked out no later than in its week. */
function writtenOnce(ctx: Context, row: string, { version, week, asOfDay, rolledAt }: Frozen & Versioned): Finding[] {
  const latest = [asOfDay, localDate(new Date(rolledAt), ctx.district.zone)].toSorted().at(-1) ?? asOfDay;
  return [
    ...(version > 1 ? [say(row, "written once", `written ${version} times`)] : []),
    ...(isoWeek(latest) > week ? [say(row, `figures of ${week} or before`, `figures of ${latest}`)] : []),
  ];
}

/**
 * Whether a frozen week's totals are the sums of its schools, for every choice of level and role, as they were frozen:
 * nothing is worked out from the people of today. A level's total is without the schools that were hidden in it then.
 */
export async function checkWeek(ctx: Context, week: string): Promise<Finding[]> {
  const schools = await ctx.table.list(weekRollUps, `ROLLW#${week}`, { prefix: "S#" }, ignore);
  const findings = schools.flatMap((school) => writtenOnce(ctx, `ROLLW#${week} / S#${school.schoolId}`, school));
  // A week from before the schools' rows were kept side by side has nothing to be added up here.
  if (schools.length === 0) return findings;
  for (const level of [undefined, ...SchoolLevel.options])
    for (const role of [undefined, ...JobRole.options]) {
      const of = `TREND#${sliceOf({ level, role })}`;
      const [trend] = await ctx.table.list(trendWeeks, of, { from: week, to: week }, ignore);
      if (!trend) continue;
      const row = `${of} / ${week}`;
      if (trend.version > 1) findings.push(say(row, "written once", `written ${trend.version} times`));
      if (isoWeek(trend.asOfDay) !== week) findings.push(say(row, `a day of ${week}`, trend.asOfDay));
      const differs = difference({ figures: sumsOf(schools, trend, { level, role }) }, { figures: trend.figures.map(bare) });
      if (differs) findings.push({ kind: "weekDiffers", row, ...differs });
    }
  return findings;
}

type Bare = { metric: MetricId; numerator: number; denominator: number };
const bare = ({ metric, numerator, denominator }: Bare): Bare => ({ metric, numerator, denominator });

/** What the schools add up to, of each figure that the week has. */
function sumsOf(
  schools: readonly SchoolFigures[],
  { figures, hiddenBits = {} }: Week,
  { level, role }: { level: SchoolLevel | undefined; role: JobRole | undefined },
): Bare[] {
  return figures.map(({ metric }, i) => {
    const isLeftOut = ({ schoolId }: SchoolFigures): boolean => level !== undefined && ((hiddenBits[schoolId] ?? 0) & (1 << i)) !== 0;
    const cells = schoolsIn(schools, { level })
      .filter((school) => !isLeftOut(school))
      .map((school) => cellIn(homeTallyIn(school, role), metric));
    const sum = (name: "numerator" | "denominator"): number => cells.reduce((all, cell) => all + cell[name], 0);
    return { metric, numerator: sum("numerator"), denominator: sum("denominator") };
  });
}
