import { fileRoute, route } from "../platform/route.ts";
import { BiDefinitions, BiQuery, BiSchools, BiWeeks } from "./bi-contract.ts";
import { biCsv, biDefinitions, biSchools, biWeeks } from "./bi.ts";

const district = () => ({ kind: "district" }) as const;

/** The figures across schools for another program of the district, which sends a key (docs/bi.md). */
export const biRoutes = [
  route({
    method: "get",
    path: "/api/bi/schools",
    summary: "Read every school beside every figure, as of now or of a frozen week; also for programs with a key",
    permission: "engagement:district",
    subject: district,
    query: BiQuery,
    response: BiSchools,
    run: (ctx, { query }) => biSchools(ctx, query),
  }),
  fileRoute({
    method: "get",
    path: "/api/bi/schools.csv",
    summary: "Read every school beside every figure as CSV; also for programs with a key",
    permission: "engagement:district",
    subject: district,
    query: BiQuery,
    run: async (ctx, { query }) => biCsv(await biSchools(ctx, query)),
  }),
  route({
    method: "get",
    path: "/api/bi/weeks",
    summary: "List the frozen weeks there are; also for programs with a key",
    permission: "engagement:district",
    subject: district,
    response: BiWeeks,
    run: (ctx) => biWeeks(ctx),
  }),
  route({
    method: "get",
    path: "/api/bi/definitions",
    summary: "Read what each figure is; also for programs with a key",
    permission: "engagement:district",
    subject: district,
    response: BiDefinitions,
    run: async () => biDefinitions(),
  }),
] as const;
