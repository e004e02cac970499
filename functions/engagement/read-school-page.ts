import type { Context } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import { type Granted, isPermitted } from "../platform/grant.ts";
import type { JobRole, SchoolView } from "../roster/contract.ts";
import { listSchools, schoolView } from "../roster/queries.ts";
import type { EngagementFilter, SchoolPage } from "./contract.ts";
import { hiddenSchools, schoolsIn } from "./district-figures.ts";
import { metrics } from "./metrics/all.ts";
import { readRollUps } from "./queries.ts";
import { asOfInstant } from "./read-district-page.ts";
import { type SchoolFigures, schoolWeeks } from "./records.ts";
import { definitionIn } from "./spanish.ts";
import { activeStaffIn, cellIn, inReviewIn, rateOf, ratesOf, talliesByRole, tallyIn } from "./tally.ts";

const weeksShown = 53;

/**
 * One school's figures for those who lead it: nothing of their own is hidden from them, and of other schools they see
 * one nameless row of numbers. Two queries: the district's roll-ups and the school's frozen weeks.
 */
export async function readSchoolPage(ctx: Granted<"engagement:read">, schoolId: string, filter: EngagementFilter): Promise<SchoolPage> {
  const [rollUps, trend] = await Promise.all([readRollUps(ctx), readTrend(ctx, schoolId, filter.role)]);
  const school = rollUps.find((one) => one.schoolId === schoolId);
  if (!school) throw notFound("school");
  const tally = tallyIn(school, filter.role);
  return {
    asOf: asOfInstant(ctx, [school]),
    school: { id: school.schoolId, name: school.name, level: school.level },
    filter,
    metrics: ratesOf(tally),
    inReview: inReviewIn(tally),
    activeStaff: activeStaffIn(tally),
    byRole: rolesOf(school),
    trend,
    distribution: distribution(rollUps, school, filter),
    definitions: metrics.map(({ definition }) => definitionIn(ctx.language, definition)),
  };
}

function rolesOf(school: SchoolFigures): SchoolPage["byRole"] {
  return talliesByRole(school).map(({ role, tally }) => {
    const rates = Object.entries(ratesOf(tally)).map(([id, rate]) => [id, { ...rate, isHidden: false }]);
    return { role, activeStaff: activeStaffIn(tally), metrics: Object.fromEntries(rates) };
  });
}

async function readTrend(ctx: Context, schoolId: string, role: JobRole | undefined): Promise<SchoolPage["trend"]> {
  const weeks = await ctx.table.list(schoolWeeks, `S#${schoolId}`, {
    prefix: "HIST#",
    descending: true,
    limit: weeksShown,
    eventual: true,
  });
  return weeks.toReversed().map((row) => ({ week: row.week, asOf: row.asOfDay, metrics: ratesOf(tallyIn(row, role)) }));
}

/** The other schools' percents, sorted, without a name; a school that is hidden across schools is not among them. */
function distribution(rollUps: SchoolFigures[], own: SchoolFigures, { metric, role, level }: EngagementFilter): number[] {
  const hidden = hiddenSchools(rollUps, metric, role);
  const others = schoolsIn(rollUps, { level }).filter(
    (one) => one.schoolId !== own.schoolId && !hidden.has(one.schoolId) && (one.level !== "district" || level === "district"),
  );
  const percents = others.flatMap((one) => rateOf(cellIn(tallyIn(one, role), metric)).percent ?? []);
  return percents.toSorted((a, b) => a - b);
}

/** The schools whose page the reader may open, for pickers. */
export async function readOpenSchools(ctx: Granted<"engagement:read">): Promise<SchoolView[]> {
  const all = await listSchools(ctx);
  return all.filter(({ id }) => isPermitted(ctx, "engagement:read", { kind: "school", schoolId: id })).map(schoolView);
}
