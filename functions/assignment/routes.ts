import * as z from "zod";
import { signedInStaffId } from "../platform/context.ts";
import { route } from "../platform/route.ts";
import { ChangeTrial } from "../roster/person-contract.ts";
import { staffSubject } from "../roster/queries.ts";
import { AssignPreview, AssignRequest, AssignResult, PathPage } from "./contract.ts";
import { ChangePreview } from "./person-contract.ts";
import { decisionRoutes } from "./decision-routes.ts";
import { EffectsPage, EffectsQuery, ImportEffects } from "./effects-contract.ts";
import { pathPage } from "./queries.ts";
import { ruleRoutes } from "./rule-routes.ts";

const ofImport = z.object({ importId: z.string() });
const district = () => ({ kind: "district" }) as const;
const ofStaff = z.object({ staffId: z.string() });

export const assignmentRoutes = [
  route({
    method: "get",
    path: "/api/my/path",
    summary: "Show my path: what is next, by when and why",
    permission: "learning:read",
    response: PathPage,
    run: (ctx) => pathPage(ctx, signedInStaffId(ctx)),
  }),
  route({
    method: "get",
    path: "/api/staff/{staffId}/path",
    summary: "Show where a person stands on their path",
    permission: "progress:read",
    subject: staffSubject,
    params: ofStaff,
    response: PathPage,
    run: (ctx, { params }) => pathPage(ctx, params.staffId),
  }),
  route({
    method: "post",
    path: "/api/people/{staffId}/changes/preview",
    summary: "Show what a change of a person's record would bring about, before anything is saved",
    permission: "roster:write",
    subject: staffSubject,
    params: ofStaff,
    body: ChangeTrial,
    response: ChangePreview,
    run: async (ctx, { params, body }) => {
      const { previewPersonChange } = await import("./actions/preview-person-change.ts");
      return previewPersonChange(ctx, { ...params, ...body });
    },
  }),
  route({
    method: "get",
    path: "/api/roster/imports/{importId}/effects",
    summary: "Show what an import asks people to learn and no longer asks, which dates move, and what mail follows",
    permission: "roster:read",
    subject: district,
    params: ofImport,
    response: ImportEffects,
    run: async (ctx, { params }) => (await import("./read-effects.ts")).readImportEffects(ctx, params.importId),
  }),
  route({
    method: "get",
    path: "/api/roster/imports/{importId}/effects/people",
    summary: "List the people an import asks for more, for less, or by another date",
    permission: "roster:read",
    subject: district,
    params: ofImport,
    query: EffectsQuery,
    response: EffectsPage,
    run: async (ctx, { params, query }) => (await import("./read-effects.ts")).readEffectPeople(ctx, params.importId, query),
  }),
  route({
    method: "post",
    path: "/api/assignments/preview",
    summary: "Show who would get an assignment, before anything is saved",
    permission: "assignment:write",
    body: AssignRequest,
    response: AssignPreview,
    run: async (ctx, { body }) => (await import("./actions/preview-assignment.ts")).previewAssignment(ctx, body),
  }),
  route({
    method: "post",
    path: "/api/assignments",
    summary: "Assign a path or a module to people within my reach",
    permission: "assignment:write",
    body: AssignRequest,
    response: AssignResult,
    run: async (ctx, { body }) => (await import("./actions/assign.ts")).assign(ctx, body),
  }),
  route({
    method: "delete",
    path: "/api/staff/{staffId}/assignments/{sourceId}",
    summary: "Take back one reason for which a person was assigned something",
    permission: "assignment:write",
    subject: staffSubject,
    params: ofStaff.extend({ sourceId: z.string() }),
    response: PathPage,
    run: async (ctx, { params }) => (await import("./actions/end-assignment.ts")).endAssignment(ctx, params),
  }),
  ...decisionRoutes,
  ...ruleRoutes,
] as const;
