import { TaskView } from "../platform/contract.ts";
import { route } from "../platform/route.ts";
import { CheckPage } from "./contract.ts";

const district = () => ({ kind: "district" }) as const;

/** What administrators see of the self-check, and how they ask for one. */
export const checkRoutes = [
  route({
    method: "get",
    path: "/api/check",
    summary: "Show what the last self-check found",
    permission: "task:read",
    subject: district,
    response: CheckPage,
    run: async (ctx) => (await import("./read-check.ts")).readCheck(ctx),
  }),
  route({
    method: "post",
    path: "/api/check",
    summary: "Check now that what stands follows from the facts",
    permission: "task:write",
    subject: district,
    response: TaskView,
    run: async (ctx) => (await import("./actions/start-check.ts")).startCheck(ctx),
  }),
] as const;
