import * as z from "zod";
import { route } from "../platform/route.ts";
import { DefinitionTrial, DefinitionTrialInput, DefinitionTrialStarted } from "./trial-contract.ts";
import { RefreshInput, RefreshOutcome, RefreshStarted } from "./refresh-contract.ts";

const district = () => ({ kind: "district" }) as const;
const ofCertification = z.object({ certificationId: z.string() });

/** What takes a look at everyone, in the background: asking the holders of a certificate for what has changed, and trying out what one would ask for. */
export const refreshRoutes = [
  route({
    method: "post",
    path: "/api/certifications/{certificationId}/refresh/preview",
    summary: "Look at whom a change since they earned a certificate concerns, in which part, before anyone is asked",
    permission: "certification:write",
    subject: district,
    params: ofCertification,
    body: RefreshInput,
    response: RefreshStarted,
    run: async (ctx, { params, body }) =>
      (await import("./actions/ask-refresh.ts")).startRefresh(ctx, { ...params, ...body, isTrial: true }),
  }),
  route({
    method: "post",
    path: "/api/certifications/{certificationId}/refresh",
    summary: "Ask the holders of a certificate whom a change concerns for the changed part alone",
    permission: "certification:write",
    subject: district,
    params: ofCertification,
    body: RefreshInput,
    response: RefreshStarted,
    run: async (ctx, { params, body }) =>
      (await import("./actions/ask-refresh.ts")).startRefresh(ctx, { ...params, ...body, isTrial: false }),
  }),
  route({
    method: "get",
    path: "/api/certifications/refreshes/{taskId}",
    summary: "Show what looking at a change, or asking for it, found",
    permission: "certification:write",
    subject: district,
    params: z.object({ taskId: z.string() }),
    response: RefreshOutcome,
    run: async (ctx, { params }) => (await import("./actions/ask-refresh.ts")).readRefresh(ctx, params.taskId),
  }),
  route({
    method: "post",
    path: "/api/certifications/{certificationId}/trial",
    summary: "Look at who would be ready for a certification, and who would not any more, if it were saved like this",
    permission: "certification:write",
    subject: district,
    params: ofCertification,
    body: DefinitionTrialInput,
    response: DefinitionTrialStarted,
    run: async (ctx, { params, body }) => (await import("./actions/try-definition.ts")).tryDefinition(ctx, { ...params, ...body }),
  }),
  route({
    method: "get",
    path: "/api/certifications/trials/{taskId}",
    summary: "Show who would be ready for a certification, and who would not any more",
    permission: "certification:write",
    subject: district,
    params: z.object({ taskId: z.string() }),
    response: DefinitionTrial,
    run: async (ctx, { params }) => (await import("./actions/try-definition.ts")).readTrial(ctx, params.taskId),
  }),
] as const;
