import { notFound } from "../platform/errors.ts";
import type { Granted } from "../platform/grant.ts";
import { findSchool } from "../roster/queries.ts";
import type { DrillPage, PeopleBehind } from "./people-contract.ts";
import { contributionOf, metricOf } from "./metrics/all.ts";
import { readSummaries } from "./queries.ts";
import { readSchoolNames, staffRow } from "./staff-rows.ts";
import { asOf, standingOn } from "./standing.ts";
import { rateOf } from "./rate.ts";

/**
 * The people behind one figure of a school. The rate is the sum of what each of them adds, by the same function that
 * the roll-up uses, so the list and the figure cannot disagree. Three reads, one of them the school's summary rows.
 */
export async function readPeopleBehind(
  ctx: Granted<"progress:read">,
  schoolId: string,
  { metric, role, show }: PeopleBehind,
): Promise<DrillPage> {
  const [school, { rows }, schoolNames] = await Promise.all([
    findSchool(ctx, schoolId),
    readSummaries(ctx, schoolId),
    readSchoolNames(ctx, "permitted"),
  ]);
  if (!school) throw notFound("school");
  const when = asOf(ctx.today, ctx.district.calendar);
  const people = rows
    .filter(({ roles }) => role === undefined || roles.includes(role))
    .map((row) => ({ ...staffRow(row, when, schoolNames), ...contributionOf(metricOf(metric), standingOn(row, when)) }))
    .filter(({ denominator }) => denominator > 0)
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  const sum = { numerator: 0, denominator: 0 };
  for (const { numerator, denominator } of people) {
    sum.numerator += numerator;
    sum.denominator += denominator;
  }
  return {
    metric,
    school: { id: school.id, name: school.name },
    ...(role !== undefined && { role }),
    asOf: ctx.now.toISOString(),
    rate: rateOf(sum),
    people: people.filter(({ numerator, denominator }) => show === "all" || (show === "counted" ? numerator > 0 : numerator < denominator)),
  };
}
