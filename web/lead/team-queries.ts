import { queryOptions } from "@tanstack/react-query";
import type { BenchDepthQuery } from "../../functions/engagement/coverage-contract.ts";
import type { SeatRole, TeamKind } from "../../functions/roster/team-contract.ts";
import { ask, client } from "../app/api.ts";

const { teams } = client.api;

/** How the teams stand at every school the reader may see. */
export const teamsOverviewQuery = queryOptions({ queryKey: ["teams"], queryFn: () => ask(teams.$get()) });

/** How deep the bench is at every school the reader may see, or at those of a level, or at one. */
export const benchDepthQuery = (query: BenchDepthQuery) =>
  queryOptions({ queryKey: ["teams", "bench-depth", query], queryFn: () => ask(client.api["bench-depth"].$get({ query })) });

/** The same figures as a file. */
export const benchDepthCsv = ({ level }: BenchDepthQuery) => `/api/bench-depth.csv${level === undefined ? "" : `?level=${level}`}`;

/** The teams of a school, or the district's. */
export const teamsQuery = (schoolId: string) =>
  queryOptions({ queryKey: ["teams", schoolId], queryFn: () => ask(teams[":schoolId"].$get({ param: { schoolId } })) });

/** Whom a seat could be given to. */
export const candidatesQuery = (schoolId: string, team: TeamKind, role: SeatRole) =>
  queryOptions({
    queryKey: ["teams", schoolId, "candidates", team, role],
    queryFn: () => ask(teams[":schoolId"].candidates.$get({ param: { schoolId }, query: { team, role } })),
  });

/** Which seats the district's teams have. */
export const teamPlansQuery = queryOptions({ queryKey: ["team-plans"], queryFn: () => ask(client.api["team-plans"].$get()) });
