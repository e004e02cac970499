import { type CsvCell, toCsv } from "../platform/csv.ts";
import { type Granted, isPermitted } from "../platform/grant.ts";
import type { FileBody } from "../platform/route.ts";
import { districtTeams } from "../roster/seats-contract.ts";
import type { Rate } from "./contract.ts";
import { type BenchDepth, CriticalRole } from "./coverage-contract.ts";
import { fileNameOf } from "./export-words.ts";
import { benchDepthDefinition, benchDepthOf, deepFrom } from "./metrics/bench-depth.ts";
import { placeSubject } from "./place-subject.ts";
import { teamCoverages } from "./records.ts";
import { definitionIn } from "./spanish.ts";

/**
 * How deep the bench of each school is whose teams the reader may see, by name, and of all of them together: one query,
 * whatever the number of staff. The names behind a figure are on the school's page of teams.
 */
export async function readBenchDepth(ctx: Granted<"team:read">): Promise<BenchDepth> {
  const rows = await ctx.table.list(teamCoverages, "TEAM", { prefix: "S#", eventual: true });
  const schools = rows
    .filter(({ place }) => place !== districtTeams && isPermitted(ctx, "team:read", placeSubject(place)))
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.place.localeCompare(b.place))
    .map(({ place, name, bench = [] }) => ({ id: place, name, rate: benchDepthOf(bench), bench }));
  return {
    today: ctx.today,
    total: benchDepthOf(schools.flatMap(({ bench }) => bench)),
    schools,
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

/** The same as a file, made from what the page shows: each school's people by role, its figure, and the total. */
export function benchDepthCsv({ today, total, schools, definition }: BenchDepth): FileBody {
  const roles = CriticalRole.options;
  const figure = ["counted", "out of", "percent"].map((part) => `${definition.title}: ${part}`);
  const header = ["School", ...roles.map((role) => `${roleWords[role]}: people`), ...figure];
  const rows = schools.map(({ name, rate, bench }) => [
    name,
    ...roles.map((role) => bench.find((one) => one.role === role)?.people),
    ...cellsOf(rate),
  ]);
  const none = roles.map(() => undefined);
  const notes = [
    ["As of", today],
    [`Definition of ${definition.title}`, `version ${definition.version}`],
  ].map((row) => [...row, ...Array.from({ length: header.length - row.length }, () => undefined)]);
  return {
    bytes: toCsv(header, [...rows, ["Total", ...none, ...cellsOf(total)], ...notes]),
    mediaType: "text/csv; charset=utf-8",
    fileName: fileNameOf(definition.title, today),
  };
}
