import type { Context } from "../platform/context.ts";
import type { Granted } from "../platform/grant.ts";
import type { DistrictPage, EngagementFilter, LeftOut, MetricId, SchoolRate } from "./contract.ts";
import { type Across, allAcrossSchools, hiddenIn, homeTally, schoolsIn, totalsOf } from "./district-figures.ts";
import { metrics } from "./metrics/all.ts";
import { readRollUps } from "./queries.ts";
import { type SchoolFigures, sliceOf, trendWeeks } from "./records.ts";
import { definitionIn, reasonIn } from "./spanish.ts";
import { activeStaffIn, excludedIn, homeTallyIn, inReviewIn, tallyIn } from "./tally.ts";
import { weekBeside } from "./trend.ts";

/** A year of weeks, and the one before it. */
const weeksShown = 53;

/**
 * The district's figures, school by school. Two queries, whose size depends on the number of schools and never on that
 * of staff: today's roll-ups, and the frozen weeks of the same choice of level and role.
 */
export async function readDistrictPage(ctx: Granted<"engagement:district">, filter: EngagementFilter): Promise<DistrictPage> {
  const [rollUps, weeks] = await Promise.all([readRollUps(ctx), readWeeks(ctx, filter)]);
  const across = allAcrossSchools(rollUps, filter);
  const everyone = homeTally(rollUps, filter);
  const chosen = schoolsIn(rollUps, filter);
  return {
    asOf: asOfInstant(ctx, rollUps),
    filter,
    districtName: ctx.district.name,
    metrics: totalsOf(across),
    leftOut: Object.fromEntries([...across].map(([id, { leftOut }]) => [id, leftOut])) as Record<MetricId, LeftOut>,
    countOnIt: chosenMetric(across, filter.metric).countOnIt,
    inReview: inReviewIn(homeTally(countedFor("transfer", rollUps, across, filter), filter)),
    schools: chosen.map((school) => ({
      id: school.schoolId,
      name: school.name,
      level: school.level,
      activeStaff: activeStaffIn(tallyIn(school, filter.role)),
      metrics: cellsOf(across, school.schoolId),
    })),
    trend: weeks.map((week) => weekBeside(week, across, filter)),
    definitions: metrics.map(({ definition }) => definitionIn(ctx.language, definition)),
    excluded: [
      ...excludedIn(everyone).map(({ reason, count }) => ({ reason: reasons[reason], count })),
      ...officeStaff(rollUps, filter),
    ].map(({ reason, count }) => ({ reason: reasonIn(ctx.language, reason), count })),
  };
}

/** Why people are in no figure, as the page says it. */
const reasons = { left: "No longer works here", suspended: "Suspended", onLeave: "On leave" } as const;

/** When the figures were true: now, or, when the day's tick is still to come, when the oldest of them was worked out. */
export function asOfInstant(ctx: Context, rollUps: readonly SchoolFigures[]): string {
  const behind = rollUps.filter(({ asOfDay }) => asOfDay < ctx.today).map(({ rolledAt }) => rolledAt);
  return behind.toSorted()[0] ?? ctx.now.toISOString();
}

async function readWeeks(ctx: Context, filter: EngagementFilter) {
  const weeks = await ctx.table.page(trendWeeks, `TREND#${sliceOf(filter)}`, { limit: weeksShown, descending: true, eventual: true });
  return weeks.rows.toReversed();
}

/** The schools that a metric's total counts: of one level, those it shows. */
function countedFor(
  metric: MetricId,
  rollUps: SchoolFigures[],
  across: Map<MetricId, Across>,
  { level }: EngagementFilter,
): SchoolFigures[] {
  const hidden = new Set(hiddenIn(chosenMetric(across, metric)));
  return level === undefined ? rollUps : rollUps.filter(({ schoolId }) => !hidden.has(schoolId));
}

function chosenMetric(across: Map<MetricId, Across>, metric: MetricId): Across {
  const found = across.get(metric);
  if (!found) throw new Error(`no figures for ${metric}`);
  return found;
}

function cellsOf(across: Map<MetricId, Across>, schoolId: string): Record<MetricId, SchoolRate> {
  return Object.fromEntries([...across].map(([id, { bySchool }]) => [id, bySchool.get(schoolId) ?? { isHidden: true }])) as Record<
    MetricId,
    SchoolRate
  >;
}

/** People of the district office, who are in no figure beside schools. */
function officeStaff(rollUps: SchoolFigures[], { level, role }: EngagementFilter): { reason: string; count: number }[] {
  if (level !== undefined) return [];
  const office = rollUps.filter((one) => one.level === "district").map((one) => homeTallyIn(one, role));
  const count = office.reduce((sum, tally) => sum + activeStaffIn(tally) + excludedIn(tally).reduce((left, one) => left + one.count, 0), 0);
  return count === 0 ? [] : [{ reason: "Works at the district office, which is no school; choose that level to see it", count }];
}
