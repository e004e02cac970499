import * as z from "zod";
import { signedInStaffId } from "../platform/context.ts";
import { route } from "../platform/route.ts";
import { staffSubject } from "../roster/queries.ts";
import { applicationRoutes } from "./application-routes.ts";
import { CertificatesPage, MergePreview } from "./contract.ts";
import { certificatesPage } from "./queries.ts";

export const certificationRoutes = [
  route({
    method: "get",
    path: "/api/my/certificates",
    summary: "List my certificates and what the next one asks for",
    permission: "certificate:read",
    response: CertificatesPage,
    run: (ctx) => certificatesPage(ctx, signedInStaffId(ctx)),
  }),
  route({
    method: "get",
    path: "/api/staff/{staffId}/certificates",
    summary: "List a person's certificates and what the next one asks for",
    permission: "certificate:read",
    subject: staffSubject,
    params: z.object({ staffId: z.string() }),
    response: CertificatesPage,
    run: (ctx, { params }) => certificatesPage(ctx, params.staffId),
  }),
  route({
    method: "get",
    path: "/api/people/{staffId}/merge-preview",
    summary: "Show what merging another account into this one would move",
    permission: "roster:write",
    subject: staffSubject,
    params: z.object({ staffId: z.string() }),
    query: z.object({ duplicateId: z.string() }),
    response: MergePreview,
    run: async (ctx, { params, query }) => (await import("./preview-merge.ts")).previewMerge(ctx, { ...params, ...query }),
  }),
  ...applicationRoutes,
] as const;
