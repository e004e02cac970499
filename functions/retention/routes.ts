import * as z from "zod";
import { route } from "../platform/route.ts";
import { RetentionCount, RetentionInput, RetentionPage, RetentionTrialInput, RetentionTrialStarted } from "./contract.ts";
import { readRetention } from "./queries.ts";

const district = () => ({ kind: "district" }) as const;

/** How long evidence is kept, what would be emptied by another choice, and how it is decided. */
export const retentionRoutes = [
  route({
    method: "get",
    path: "/api/retention",
    summary: "Show how long evidence is kept",
    permission: "retention:write",
    subject: district,
    response: RetentionPage,
    run: readRetention,
  }),
  route({
    method: "put",
    path: "/api/retention",
    summary: "Decide how long evidence is kept",
    permission: "retention:write",
    subject: district,
    body: RetentionInput,
    response: RetentionPage,
    run: async (ctx, { body }) => (await import("./actions/save-retention.ts")).saveRetention(ctx, body),
    answer: readRetention,
  }),
  route({
    method: "post",
    path: "/api/retention/trials",
    summary: "Count what a choice would empty today; nothing is emptied",
    permission: "retention:write",
    subject: district,
    body: RetentionTrialInput,
    response: RetentionTrialStarted,
    run: async (ctx, { body }) => (await import("./actions/empty-what-is-over.ts")).tryRetention(ctx, body),
  }),
  route({
    method: "get",
    path: "/api/retention/trials/{taskId}",
    summary: "Show what was counted",
    permission: "retention:write",
    subject: district,
    params: z.object({ taskId: z.string() }),
    response: RetentionCount,
    run: async (ctx, { params }) => (await import("./actions/empty-what-is-over.ts")).readRetentionTrial(ctx, params.taskId),
  }),
] as const;
