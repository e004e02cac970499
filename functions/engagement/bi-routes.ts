import { fileRoute, route } from "../platform/route.ts";
import { BiDefinitions, BiQuery, BiSchools, BiWeeks } from "./bi-contract.ts";

const district = () => ({ kind: "district" }) as const;

const bi = () => import("./bi.ts");

/** The figures across schools for another program of the district, which sends a key (docs/bi.md). */
export const biRoutes = [
  route({
    method: "get",
    path: "/api/bi/schools",
    summary: "Read every school beside every figure, as of now or of a frozen week, as JSON or CSV; also for programs with a key",
    permission: "engagement:district",
    subject: district,
    query: BiQuery,
    response: BiSchools,
    run: async (ctx, { query }) => (await bi()).biSchools(ctx, query),
    csv: async (answer) => (await bi()).biCsv(answer),
  }),
  fileRoute({
    method: "get",
    path: "/api/bi/schools.csv",
    summary: "Read every school beside every figure as CSV; also for programs with a key",
    permission: "engagement:district",
    subject: district,
    query: BiQuery,
    run: async (ctx, { query }) => {
      const { biCsv, biSchools } = await bi();
      return biCsv(await biSchools(ctx, query));
    },
  }),
  route({
    method: "get",
    path: "/api/bi/weeks",
    summary: "List the frozen weeks there are; also for programs with a key",
    permission: "engagement:district",
    subject: district,
    response: BiWeeks,
    run: async (ctx) => (await bi()).biWeeks(ctx),
  }),
  route({
    method: "get",
    path: "/api/bi/definitions",
    summary: "Read what each figure is; also for programs with a key",
    permission: "engagement:district",
    subject: district,
    response: BiDefinitions,
    run: async () => (await bi()).biDefinitions(),
  }),
] as const;
