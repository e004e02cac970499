import * as z from "zod";
import { route } from "../platform/route.ts";
import { RefreshInput, RefreshOutcome, RefreshStarted } from "./refresh-contract.ts";

const district = () => ({ kind: "district" }) as const;
const ofCertification = z.object({ certificationId: z.string() });

/** Asking the holders of a certificate for what has changed since: looked at first, done in the background. */
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
] as const;
