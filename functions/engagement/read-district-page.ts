import type { Context } from "../platform/context.ts";
import type { Granted } from "../platform/grant.ts";
import type { DistrictPage, EngagementFilter, Excluded, FrozenWeek, LeftOut, MetricId, SchoolRate, SchoolRow } from "./contract.ts";
import { type Across, hiddenIn, homeTally, schoolsIn, viewAcross } from "./district-figures.ts";
import { frozenWeekOn, readWeekRollUps } from "./frozen-weeks.ts";
import { metrics } from "./metrics/all.ts";
import { roleGapDefinition } from "./metrics/role-gap.ts";
import { readRollUps } from "./queries.ts";
import { type SchoolFigures, sliceOf, trendWeeks } from "./records.ts";
import { definitionIn, reasonIn } from "./spanish.ts";
import { supportReasons } from "./support.ts";
import { activeStaffIn, coverageIn, excludedIn, homeTallyIn, inReviewIn, type Tally, tallyIn } from "./tally.ts";
import { weekBeside } from "./trend.ts";

/** A year of weeks, and the one before it. */
const weeksShown = 53;

/**
 * The district's figures, school by school. Two queries, whose size depends on the number of schools and never on that
 * of staff: today's roll-ups, and the frozen weeks of the same choice of level and role. A day that is past takes two
 * more: which week was frozen by then, and its schools' rows; of a week that is named, one. They are shown as they were, less what
 * is hidden today.
 */
export async function readDistrictPage(
  ctx: Granted<"engagement:district">,
  filter: EngagementFilter,
  named?: FrozenWeek,
): Promise<DistrictPage> {
  const frozen = named ?? (await frozenWeekOn(ctx, filter.asOf));
  const [today, weeks, then] = await Promise.all([
    readRollUps(ctx),
    readWeeks(ctx, filter, frozen),
    frozen ? readWeekRollUps(ctx, frozen.week) : undefined,
  ]);
  const { level, role, metric } = filter;
  const now = viewAcross(today, level);
  const rollUps = then ?? today;
  const view = then ? viewAcross(then, level, now) : now;
  const across = view.all(role);
  const everyone = homeTally(rollUps, filter);
  const gaps = view.roleGaps();
  const schools = schoolsIn(rollUps, filter).map((school) => schoolRow(school, filter, across, gaps.get(school.schoolId)));
  const levels = new Map([...across].map(([id, one]) => [id, one.countOnIt]));
  return {
    asOf: asOfInstant(ctx, rollUps, frozen),
    ...(frozen && { frozen }),
    filter,
    districtName: ctx.district.name,
    metrics: recordOf(across, ({ total }) => total),
    coverage: coverageIn(everyone),
    leftOut: recordOf(across, ({ leftOut }): LeftOut => leftOut),
    countOnIt: chosenMetric(across, metric).countOnIt,
    ...(!chosenMetric(across, "transfer").total.isHidden && {
      inReview: inReviewIn(homeTally(countedFor("transfer", rollUps, across, filter), filter)),
    }),
    schools,
    byRole: view.byRole(metric),
    support: schools.flatMap((school) => {
      const reasons = supportReasons(school, levels);
      return reasons.length > 0 ? [{ schoolId: school.id, name: school.name, reasons }] : [];
    }),
    trend: weeks.map((week) => weekBeside(week, then ? now.all(role) : across, filter)),
    definitions: metrics.map(({ definition }) => definitionIn(ctx.language, definition)),
    roleGapDefinition: definitionIn(ctx.language, roleGapDefinition),
    // Of a chosen group alone such a count can be about one person, whom everyone would know.
    excluded: level === undefined && role === undefined ? [...excludedWords(ctx, everyone), ...officeStaff(ctx, rollUps, filter)] : [],
  };
}

function schoolRow(
  school: SchoolFigures,
  { role }: EngagementFilter,
  across: Map<MetricId, Across>,
  roleGap: SchoolRow["roleGap"] = { state: "few" },
): SchoolRow {
  const tally = tallyIn(school, role);
  return {
    id: school.schoolId,
    name: school.name,
    level: school.level,
    activeStaff: activeStaffIn(tally),
    metrics: recordOf(across, ({ bySchool }): SchoolRate => bySchool.get(school.schoolId) ?? { isHidden: true }),
    coverage: coverageIn(tally),
    roleGap,
  };
}

function recordOf<T>(across: Map<MetricId, Across>, part: (one: Across) => T): Record<MetricId, T> {
  return Object.fromEntries([...across].map(([id, one]) => [id, part(one)])) as Record<MetricId, T>;
}

/** Why people are in no figure, as the page says it. */
const reasons = { left: "No longer works here", suspended: "Suspended", onLeave: "On a long leave" } as const;

/** Who is left out of a group's figures and why, in the reader's language. */
export function excludedWords({ language }: Pick<Context, "language">, tally: Tally): Excluded[] {
  return excludedIn(tally).map(({ reason, count }) => ({ reason: reasonIn(language, reasons[reason]), count }));
}

/** When the figures were true: now, or, when the day's tick is still to come, when the oldest of them was worked out. */
export function asOfInstant(ctx: Context, rollUps: readonly SchoolFigures[], frozen?: FrozenWeek): string {
  const behind = rollUps.filter(({ asOfDay }) => frozen !== undefined || asOfDay < ctx.today).map(({ rolledAt }) => rolledAt);
  return behind.toSorted()[0] ?? ctx.now.toISOString();
}

async function readWeeks(ctx: Context, filter: EngagementFilter, frozen: FrozenWeek | undefined) {
  const upTo = frozen && { to: frozen.week };
  const range = { limit: weeksShown, descending: true, eventual: true, ...upTo };
  const weeks = await ctx.table.page(trendWeeks, `TREND#${sliceOf(filter)}`, range);
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

/** People of the district office, who are in no figure beside schools. */
function officeStaff({ language }: Context, rollUps: SchoolFigures[], { level, role }: EngagementFilter): Excluded[] {
  if (level !== undefined) return [];
  const office = rollUps.filter((one) => one.level === "district").map((one) => homeTallyIn(one, role));
  const count = office.reduce((sum, tally) => sum + activeStaffIn(tally) + excludedIn(tally).reduce((left, one) => left + one.count, 0), 0);
  const reason = reasonIn(language, "Works at the district office, which is no school; choose that level to see it");
  return count === 0 ? [] : [{ reason, count }];
}
