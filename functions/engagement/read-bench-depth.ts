import { type CsvCell, toCsv } from "../platform/csv.ts";
import { type Granted, isPermitted } from "../platform/grant.ts";
import type { FileBody } from "../platform/route.ts";
import { listEverySchool } from "../roster/queries.ts";
import { districtTeams } from "../roster/seats-contract.ts";
import type { Rate } from "./contract.ts";
import { benchWeeks } from "./bench-records.ts";
import { type BenchDepth, type BenchDepthQuery, CriticalRole } from "./coverage-contract.ts";
import { fileNameOf } from "./export-words.ts";
import { benchDepthDefinition, benchDepthOf, deepFrom } from "./metrics/bench-depth.ts";
import { placeSubject } from "./place-subject.ts";
import { rateOf } from "./rate.ts";
import { teamCoverages } from "./records.ts";
import { definitionIn } from "./spanish.ts";

/** So many weeks are shown, as of the other figures. */
const weeksShown = 53;

/**
 * How deep the bench of each school is whose teams the reader may see, by name, and of all of them together, now and in the weeks that
 * were frozen: three queries, whatever the number of staff. The names behind a figure are on the school's page of teams.
 */
export async function readBenchDepth(ctx: Granted<"team:read">, { level, schoolId }: BenchDepthQuery = {}): Promise<BenchDepth> {
  const [rows, everySchool, { rows: weeks }] = await Promise.all([
    ctx.table.list(teamCoverages, "TEAM", { prefix: "S#", eventual: true }),
    level === undefined ? [] : listEverySchool(ctx),
    ctx.table.page(benchWeeks, "BENCHW", { descending: true, limit: weeksShown, eventual: true }),
  ]);
  const levels = new Map(everySchool.map((school) => [school.id, school.level]));
  const isAsked = (id: string): boolean =>
    id !== districtTeams && (schoolId === undefined || id === schoolId) && isPermitted(ctx, "team:read", placeSubject(id));
  const schools = rows
    .filter(({ place }) => isAsked(place) && (level === undefined || levels.get(place) === level))
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.place.localeCompare(b.place))
    .map(({ place, name, bench = [] }) => ({ id: place, name, rate: benchDepthOf(bench), bench }));
  const trend = weeks.toReversed().map(({ week, asOfDay: asOf, schools: then }) => {
    // A school counts in the level that it had in the week.
    const asked = Object.entries(then).flatMap(([id, one]) => (isAsked(id) && (level === undefined || one.level === level) ? [one] : []));
    const sum = (name: "deep" | "of"): number => asked.reduce((all, one) => all + one[name], 0);
    return { week, asOf, rate: rateOf({ numerator: sum("deep"), denominator: sum("of") }) };
  });
  return {
    today: ctx.today,
    total: benchDepthOf(schools.flatMap(({ bench }) => bench)),
    schools,
    trend,
    deepFrom,
    definition: definitionIn(ctx.language, benchDepthDefinition),
  };
}

const cellsOf = ({ numerator, denominator, percent }: Rate): CsvCell[] => [numerator, denominator, percent];

/** In the file's language, which is English for every reader. */
const roleWords: Record<CriticalRole, string> = {
  facilitator: "Facilitator",
  dataAnalyst: "Data analyst",
  coach: "Coach",
  tier2Lead: "Tier 2 lead",
  tier3Lead: "Tier 3 lead",
};

/** The same as a file, made from what the page shows: each school's people by role, its figure, the total, and the total of each week. */
export function benchDepthCsv({ today, total, schools, trend, definition }: BenchDepth): FileBody {
  const roles = CriticalRole.options;
  const figure = ["counted", "out of", "percent"].map((part) => `${definition.title}: ${part}`);
  const header = ["School", ...roles.map((role) => `${roleWords[role]}: people`), ...figure];
  const rows = schools.map(({ name, rate, bench }) => [
    name,
    ...roles.map((role) => bench.find((one) => one.role === role)?.people),
    ...cellsOf(rate),
  ]);
  const none = roles.map(() => undefined);
  const weeks = trend.map(({ asOf, rate }) => [`Week to ${asOf}`, ...none, ...cellsOf(rate)]);
  const notes = [
    ["As of", today],
    [`Definition of ${definition.title}`, `version ${definition.version}`],
  ].map((row) => [...row, ...Array.from({ length: header.length - row.length }, () => undefined)]);
  return {
    bytes: toCsv(header, [...rows, ["Total", ...none, ...cellsOf(total)], ...weeks, ...notes]),
    mediaType: "text/csv; charset=utf-8",
    fileName: fileNameOf(definition.title, today),
  };
}
