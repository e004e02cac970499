import type { Context } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import { type Granted, isPermitted } from "../platform/grant.ts";
import type { JobRole, SchoolView } from "../roster/contract.ts";
import { listSchools, schoolView } from "../roster/queries.ts";
import type { EngagementFilter, FrozenWeek, SchoolPage } from "./contract.ts";
import { schoolsIn, viewAcross } from "./district-figures.ts";
import { frozenWeekOn, readWeekRollUps } from "./frozen-weeks.ts";
import { metrics } from "./metrics/all.ts";
import { roleGapDefinition, roleGapOf } from "./metrics/role-gap.ts";
import { readRollUps } from "./queries.ts";
import { rateOf } from "./rate.ts";
import { asOfInstant, excludedWords } from "./read-district-page.ts";
import { type SchoolFigures, schoolWeeks } from "./records.ts";
import { definitionIn } from "./spanish.ts";
import { supportReasons } from "./support.ts";
import { activeStaffIn, cellIn, coverageIn, inReviewIn, ratesOf, talliesByRole, tallyIn } from "./tally.ts";

const weeksShown = 53;

/**
 * One school's figures for those who lead it: nothing of their own is hidden from them, and of other schools they see
 * one nameless row of numbers. Two queries: the district's roll-ups and the school's frozen weeks; for a day that is past
 * two more, as on the district's page.
 */
export async function readSchoolPage(ctx: Granted<"engagement:read">, schoolId: string, filter: EngagementFilter): Promise<SchoolPage> {
  const frozen = await frozenWeekOn(ctx, filter.asOf);
  const [today, trend, then] = await Promise.all([
    readRollUps(ctx),
    readTrend(ctx, schoolId, filter.role, frozen),
    frozen ? readWeekRollUps(ctx, frozen.week) : undefined,
  ]);
  const school = (then ?? today).find((one) => one.schoolId === schoolId);
  if (!school) throw notFound("school");
  const tally = tallyIn(school, filter.role);
  const roleGap = roleGapIn(school);
  return {
    asOf: asOfInstant(ctx, [school], frozen),
    ...(frozen && { frozen }),
    school: { id: school.schoolId, name: school.name, level: school.level },
    filter,
    metrics: ratesOf(tally),
    inReview: inReviewIn(tally),
    activeStaff: activeStaffIn(tally),
    coverage: coverageIn(tally),
    excluded: excludedWords(ctx, tally),
    roleGap,
    byRole: rolesOf(school),
    trend,
    ...amongOthers(today, then, school, filter, roleGap),
    definitions: metrics.map(({ definition }) => definitionIn(ctx.language, definition)),
    roleGapDefinition: definitionIn(ctx.language, roleGapDefinition),
  };
}

function rolesOf(school: SchoolFigures): SchoolPage["byRole"] {
  return talliesByRole(school).map(({ role, tally }) => {
    const rates = Object.entries(ratesOf(tally)).map(([id, rate]) => [id, { ...rate, isHidden: false }]);
    return { role, activeStaff: activeStaffIn(tally), metrics: Object.fromEntries(rates) };
  });
}

/** The gap between the school's own roles, of which nothing is hidden from those who lead it. */
function roleGapIn(school: SchoolFigures): SchoolPage["roleGap"] {
  return roleGapOf(
    talliesByRole(school).map(({ role, tally }) => {
      const cell = cellIn(tally, "current");
      return { role, people: cell.people, rate: { isHidden: false, ...rateOf(cell) } };
    }),
  );
}

async function readTrend(
  ctx: Context,
  schoolId: string,
  role: JobRole | undefined,
  frozen: FrozenWeek | undefined,
): Promise<SchoolPage["trend"]> {
  // Up to a week, or every week: a range of keys takes the place of the prefix.
  const range = frozen ? { from: "HIST#", to: `HIST#${frozen.week}` } : { prefix: "HIST#" };
  const weeks = await ctx.table.list(schoolWeeks, `S#${schoolId}`, { ...range, descending: true, limit: weeksShown, eventual: true });
  return weeks.toReversed().map((row) => ({ week: row.week, asOf: row.asOfDay, metrics: ratesOf(tallyIn(row, role)) }));
}

/**
 * The school beside the others: their percents, sorted, without a name, and where it is far behind their level. A school
 * that is hidden across schools is not among them.
 */
function amongOthers(
  today: SchoolFigures[],
  then: SchoolFigures[] | undefined,
  own: SchoolFigures,
  { metric, role, level }: EngagementFilter,
  roleGap: SchoolPage["roleGap"],
): Pick<SchoolPage, "distribution" | "support"> {
  const side = own.level === "district" ? own.level : undefined;
  const now = viewAcross(today, side);
  const view = then ? viewAcross(then, side, now) : now;
  const others = viewAcross(then ?? today, level, then ? viewAcross(today, level) : undefined).across(metric, role);
  const percents = schoolsIn(then ?? today, { level }).flatMap(({ schoolId }) => {
    const rate = others.bySchool.get(schoolId);
    return schoolId === own.schoolId || !rate || rate.isHidden ? [] : (rate.percent ?? []);
  });
  const tally = tallyIn(own, role);
  const shown = Object.entries(ratesOf(tally)).map(([id, rate]) => [id, { ...rate, isHidden: false }]);
  const levels = new Map([...view.all(role)].map(([id, one]) => [id, one.countOnIt]));
  return {
    distribution: percents.toSorted((a, b) => a - b),
    support: supportReasons({ metrics: Object.fromEntries(shown), coverage: coverageIn(tally), roleGap }, levels),
  };
}

/** The schools whose page the reader may open, for pickers. */
export async function readOpenSchools(ctx: Granted<"engagement:read">): Promise<SchoolView[]> {
  const all = await listSchools(ctx);
  return all.filter(({ id }) => isPermitted(ctx, "engagement:read", { kind: "school", schoolId: id })).map(schoolView);
}
