import * as z from "zod";
import { toCsv } from "../platform/csv.ts";
import type { Context } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import type { Granted } from "../platform/grant.ts";
import type { FileBody } from "../platform/route.ts";
import type { BiDefinitions, BiQuery, BiRow, BiSchools, BiWeeks } from "./bi-contract.ts";
import type { SchoolRate } from "./contract.ts";
import { metricIds, metrics, metricOf } from "./metrics/all.ts";
import { readDistrictPage } from "./read-district-page.ts";
import { sliceOf, trendWeeks } from "./records.ts";

const everySchool = `TREND#${sliceOf({})}`;

/**
 * Every school beside every figure, a row for each pair: the very cells of the district's page, hidden where they are
 * hidden there. The whole answer is there at once; its size depends on the number of schools.
 */
export async function biSchools(ctx: Granted<"engagement:district">, { week, level, role }: BiQuery): Promise<z.infer<typeof BiSchools>> {
  const frozen = week === undefined ? undefined : await ctx.table.get(trendWeeks, { of: everySchool, at: week });
  if (week !== undefined && !frozen) throw notFound("week");
  const page = await readDistrictPage(ctx, { metric: "transfer", level, role }, frozen && { week: frozen.week, asOf: frozen.asOfDay });
  const rows = page.schools.flatMap((school) =>
    metricIds.map((metric): BiRow => ({
      schoolId: school.id,
      school: school.name,
      level: school.level,
      metric,
      definitionVersion: metricOf(metric).definition.version,
      ...numbersOf(school.metrics[metric]),
      activeStaff: school.activeStaff,
      knownStaff: school.coverage.known,
      coverageOf: school.coverage.of,
      asOf: page.asOf,
      ...(week !== undefined && { week }),
    })),
  );
  return { asOf: page.asOf, ...(week !== undefined && { week }), rows };
}

/** The frozen weeks there are, the latest first. */
export async function biWeeks(ctx: Context): Promise<z.infer<typeof BiWeeks>> {
  const weeks = await ctx.table.list(trendWeeks, everySchool, { descending: true, eventual: true });
  return { weeks: weeks.map(({ week, asOfDay }) => ({ week, asOf: asOfDay })) };
}

/** What each figure is. */
export const biDefinitions = (): z.infer<typeof BiDefinitions> => ({ definitions: metrics.map(({ definition }) => definition) });

const columns = [
  "schoolId",
  "school",
  "level",
  "metric",
  "definitionVersion",
  "numerator",
  "denominator",
  "percent",
  "bound",
  "hidden",
  "activeStaff",
  "knownStaff",
  "coverageOf",
  "asOf",
  "week",
] as const satisfies readonly (keyof BiRow)[];

/** The same rows as CSV; a number that may not be shown is an empty cell, and `hidden` or `bound` says why. */
export function biCsv({ rows, week }: z.infer<typeof BiSchools>): FileBody {
  const bytes = toCsv(
    columns,
    rows.map((row) => columns.map((name) => row[name])),
  );
  return { bytes, mediaType: "text/csv; charset=utf-8", fileName: `schools-${week ?? "now"}.csv` };
}

function numbersOf(rate: SchoolRate): Pick<BiRow, "numerator" | "denominator" | "percent" | "bound" | "hidden"> {
  if (rate.isHidden) return { hidden: "smallGroup" };
  if ("coded" in rate) return { percent: rate.percent, bound: rate.coded };
  const { numerator, denominator, percent } = rate;
  return { numerator, denominator, ...(percent !== undefined && { percent }) };
}
