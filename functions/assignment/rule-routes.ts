import * as z from "zod";
import { route } from "../platform/route.ts";
import { RuleChange, RuleHistory, RuleInput, RulePreview, RulesPage, RuleTrial, RuleTrialAnswer, RuleView } from "./rule-contract.ts";
import { ruleHistory, rulesPage } from "./rule-queries.ts";

const district = () => ({ kind: "district" }) as const;

/** The district's standing rules. */
export const ruleRoutes = [
  route({
    method: "get",
    path: "/api/rules",
    summary: "List the district's assignment rules",
    permission: "rule:read",
    subject: district,
    response: RulesPage,
    run: (ctx) => rulesPage(ctx),
  }),
  route({
    method: "post",
    path: "/api/rules/preview",
    summary: "Show whom a rule would add, remove and give other dates, before it is saved",
    permission: "rule:write",
    subject: district,
    body: RuleTrial,
    response: RuleTrialAnswer,
    run: async (ctx, { body }) => (await import("./actions/preview-rule.ts")).previewRule(ctx, body),
  }),
  route({
    method: "post",
    path: "/api/rules",
    summary: "Create an assignment rule",
    permission: "rule:write",
    subject: district,
    body: RuleInput,
    response: RuleView,
    run: async (ctx, { body }) => (await import("./actions/save-rule.ts")).saveRule(ctx, body),
  }),
  route({
    method: "put",
    path: "/api/rules/{ruleId}",
    summary: "Change an assignment rule, or switch it off",
    permission: "rule:write",
    subject: district,
    params: z.object({ ruleId: z.string() }),
    body: RuleChange,
    response: RuleView,
    run: async (ctx, { params, body }) => (await import("./actions/save-rule.ts")).saveRule(ctx, { ...body, id: params.ruleId }),
  }),
  route({
    method: "get",
    path: "/api/rules/previews/{taskId}",
    summary: "Show what trying a rule out in the background found",
    permission: "rule:write",
    subject: district,
    params: z.object({ taskId: z.string() }),
    response: RulePreview,
    run: async (ctx, { params }) => (await import("./actions/preview-rule.ts")).readPreview(ctx, params.taskId),
  }),
  route({
    method: "get",
    path: "/api/rules/{ruleId}/history",
    summary: "List every version of a rule, with who saved it and when",
    permission: "rule:read",
    subject: district,
    params: z.object({ ruleId: z.string() }),
    response: RuleHistory,
    run: (ctx, { params }) => ruleHistory(ctx, params.ruleId),
  }),
] as const;
