import * as z from "zod";
import { fileRoute, route } from "../platform/route.ts";
import { addDays } from "../platform/dates.ts";
import { SeatEnding, SeatNaming, SeatView, TeamPlans } from "../roster/team-contract.ts";
import { BenchDepth, BenchDepthQuery, Candidate, CandidateQuery, TeamsOverview, TeamsPage } from "./coverage-contract.ts";
import { placeSubject } from "./place-subject.ts";

/** A school's id, or `district` for the district's own team. */
const AtPlace = z.object({ schoolId: z.string() });
const place = (_: unknown, { params }: { params: { schoolId: string } }) => placeSubject(params.schoolId);
const district = () => ({ kind: "district" }) as const;

const reads = () => import("./read-teams.ts");

export const teamRoutes = [
  route({
    method: "get",
    path: "/api/teams",
    summary: "Show how the teams stand at every school I may see: covered seats, and gaps with the day they opened",
    permission: "team:read",
    response: TeamsOverview,
    run: async (ctx) => (await reads()).readTeamsOverview(ctx),
  }),
  route({
    method: "get",
    path: "/api/bench-depth",
    summary: "Show at which schools I may see a critical role rests on one person or nobody",
    permission: "team:read",
    query: BenchDepthQuery,
    response: BenchDepth,
    run: async (ctx, { query }) => (await import("./read-bench-depth.ts")).readBenchDepth(ctx, query),
  }),
  fileRoute({
    method: "get",
    path: "/api/bench-depth.csv",
    summary: "Export bench depth by school, as shown",
    permission: "team:read",
    query: BenchDepthQuery,
    // Files are in English for every reader (docs/translating.md).
    run: async (ctx, { query }) => {
      const { benchDepthCsv, readBenchDepth } = await import("./read-bench-depth.ts");
      return benchDepthCsv(await readBenchDepth({ ...ctx, language: "en" }, query));
    },
  }),
  route({
    method: "get",
    path: "/api/teams/{schoolId}",
    summary: "Show the teams of a school, or of the district, with everyone on them",
    permission: "team:read",
    subject: place,
    params: AtPlace,
    response: TeamsPage,
    run: async (ctx, { params }) => (await reads()).readTeams(ctx, params.schoolId),
  }),
  route({
    method: "get",
    path: "/api/teams/{schoolId}/candidates",
    summary: "List whom a seat could be given to, those with its training first",
    permission: "team:write",
    subject: place,
    params: AtPlace,
    query: CandidateQuery,
    response: z.array(Candidate),
    run: async (ctx, { params, query }) => (await reads()).readCandidates(ctx, params.schoolId, query),
  }),
  route({
    method: "post",
    path: "/api/teams/{schoolId}/seats",
    summary: "Name someone to a seat on a team, as member or as backup",
    permission: "team:write",
    subject: place,
    params: AtPlace,
    body: SeatNaming,
    response: SeatView,
    run: async (ctx, { params, body }) => (await import("../roster/actions/name-to-seat.ts")).nameToSeat(ctx, params.schoolId, body),
  }),
  route({
    method: "post",
    path: "/api/teams/{schoolId}/seats/{seatId}/end",
    summary: "Take someone off a seat, from today or after a last day",
    permission: "team:write",
    subject: place,
    params: AtPlace.extend({ seatId: z.string() }),
    body: SeatEnding,
    response: SeatView,
    run: async (ctx, { params, body }) =>
      (await import("../roster/actions/name-to-seat.ts")).endSeat(ctx, params.schoolId, {
        seatId: params.seatId,
        version: body.version,
        lastDay: body.on ?? addDays(ctx.today, -1),
      }),
  }),
  route({
    method: "get",
    path: "/api/team-plans",
    summary: "Show which seats the district's teams have and what each asks for",
    permission: "team:write",
    subject: district,
    response: TeamPlans,
    run: async (ctx) => (await import("../roster/team-queries.ts")).readTeamPlans(ctx),
  }),
  route({
    method: "put",
    path: "/api/team-plans",
    summary: "Decide which seats the district's teams have and what each asks for",
    permission: "team:write",
    subject: district,
    body: TeamPlans,
    response: TeamPlans,
    run: async (ctx, { body }) => (await import("../roster/actions/save-team-plans.ts")).saveTeamPlans(ctx, body),
  }),
] as const;
