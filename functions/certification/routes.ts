import * as z from "zod";
import { signedInStaffId } from "../platform/context.ts";
import { fileRoute, route } from "../platform/route.ts";
import { staffSubject } from "../roster/queries.ts";
import { applicationRoutes } from "./application-routes.ts";
import { CertificatesPage, MergePreview } from "./contract.ts";
import { historyRoutes } from "./history-routes.ts";
import { refreshRoutes } from "./refresh-routes.ts";

export const certificationRoutes = [
  route({
    method: "get",
    path: "/api/my/certificates",
    summary: "List my certificates and what the next one asks for",
    permission: "certificate:read",
    response: CertificatesPage,
    run: async (ctx) => (await import("./queries.ts")).certificatesPage(ctx, signedInStaffId(ctx)),
  }),
  route({
    method: "get",
    path: "/api/staff/{staffId}/certificates",
    summary: "List a person's certificates and what the next one asks for",
    permission: "certificate:read",
    subject: staffSubject,
    params: z.object({ staffId: z.string() }),
    response: CertificatesPage,
    run: async (ctx, { params }) => (await import("./queries.ts")).certificatesPage(ctx, params.staffId),
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
  fileRoute({
    method: "get",
    path: "/api/my/certificates/{certificateId}/certificate.pdf",
    summary: "One of my certificates as a document to print (PDF/UA)",
    permission: "certificate:read",
    params: z.object({ certificateId: z.string() }),
    run: async (ctx, { params }) =>
      (await import("./certificate-paper.ts")).certificateFile(ctx, signedInStaffId(ctx), params.certificateId),
  }),
  fileRoute({
    method: "get",
    path: "/api/staff/{staffId}/certificates/{certificateId}/certificate.pdf",
    summary: "A person's certificate as a document to print (PDF/UA)",
    permission: "certificate:read",
    subject: staffSubject,
    params: z.object({ staffId: z.string(), certificateId: z.string() }),
    run: async (ctx, { params }) => (await import("./certificate-paper.ts")).certificateFile(ctx, params.staffId, params.certificateId),
  }),
  fileRoute({
    method: "get",
    path: "/api/my/transcript.pdf",
    summary: "Everything I completed, as a document to print (PDF/UA)",
    permission: "certificate:read",
    run: async (ctx) => (await import("./transcript-paper.ts")).transcriptFile(ctx, signedInStaffId(ctx)),
  }),
  fileRoute({
    method: "get",
    path: "/api/staff/{staffId}/transcript.pdf",
    summary: "Everything a person completed, as a document to print (PDF/UA)",
    permission: "certificate:read",
    subject: staffSubject,
    params: z.object({ staffId: z.string() }),
    run: async (ctx, { params }) => (await import("./transcript-paper.ts")).transcriptFile(ctx, params.staffId),
  }),
  ...applicationRoutes,
  ...refreshRoutes,
  ...historyRoutes,
] as const;
