import * as z from "zod";
import { fileRoute, route, uploadRoute } from "../platform/route.ts";
import { ExportAsked } from "./export-contract.ts";
import {
  ApplyImport,
  DiagnosticsPage,
  DiagnosticsQuery,
  ImportView,
  maxBundleBytes,
  PreviewPage,
  PreviewQuery,
} from "./import-contract.ts";
import { HrInspection, HrMapping, TitlesLeftOut } from "./mapping-contract.ts";
import { findTitlesLeftOut } from "./queries.ts";
import { diagnosticsCsv, readDiagnostics, readImport, readImports, readPreview } from "./read-imports.ts";

const ofImport = z.object({ importId: z.string() });
const district = () => ({ kind: "district" }) as const;

/** What is done with roster files: taken in, previewed, applied or put away. */
export const importRoutes = [
  uploadRoute({
    method: "post",
    path: "/api/roster/imports",
    summary: "Take in a roster file (a OneRoster zip, or a personnel CSV whose columns are matched) and work out what it would change",
    permission: "roster:write",
    subject: district,
    maxBytes: maxBundleBytes,
    response: ImportView,
    run: async (ctx, { file }) => {
      // Reading rosters is a good part of the API's code and happens a few times a year; nobody else waits for it to load.
      const { readUpload, startImport } = await import("./actions/start-import.ts");
      return startImport(ctx, await readUpload(ctx, file));
    },
  }),
  route({
    method: "get",
    path: "/api/roster/imports",
    summary: "List the latest imports",
    permission: "roster:read",
    subject: district,
    response: z.array(ImportView),
    run: (ctx) => readImports(ctx),
  }),
  route({
    method: "get",
    path: "/api/roster/imports/{importId}",
    summary: "Show what an import would change, or did",
    permission: "roster:read",
    subject: district,
    params: ofImport,
    response: ImportView,
    run: (ctx, { params }) => readImport(ctx, params.importId),
  }),
  route({
    method: "get",
    path: "/api/roster/imports/{importId}/people",
    summary: "List the people an import adds, changes, moves or ends",
    permission: "roster:read",
    subject: district,
    params: ofImport,
    query: PreviewQuery,
    response: PreviewPage,
    run: (ctx, { params, query }) => readPreview(ctx, params.importId, query),
  }),
  route({
    method: "post",
    path: "/api/roster/imports/{importId}/apply",
    summary: "Apply an import that was previewed, with a reason where it is held",
    permission: "roster:write",
    subject: district,
    params: ofImport,
    body: ApplyImport,
    response: ImportView,
    run: async (ctx, { params, body }) => {
      const { applyImport } = await import("./actions/apply-import.ts");
      return applyImport(ctx, { importId: params.importId, ...body });
    },
  }),
  route({
    method: "post",
    path: "/api/roster/imports/{importId}/discard",
    summary: "Put away an import that has not been applied",
    permission: "roster:write",
    subject: district,
    params: ofImport,
    response: ImportView,
    run: async (ctx, { params }) => {
      const { discardImport } = await import("./actions/apply-import.ts");
      return discardImport(ctx, params.importId);
    },
  }),
  route({
    method: "get",
    path: "/api/roster/imports/{importId}/diagnostics",
    summary: "List what has to be corrected in the rows of an import",
    permission: "roster:read",
    subject: district,
    params: ofImport,
    query: DiagnosticsQuery,
    response: DiagnosticsPage,
    run: (ctx, { params, query }) => readDiagnostics(ctx, params.importId, query),
  }),
  fileRoute({
    method: "get",
    path: "/api/roster/imports/{importId}/diagnostics.csv",
    summary: "Download all that has to be corrected in the rows of an import",
    permission: "roster:read",
    subject: district,
    params: ofImport,
    run: (ctx, { params }) => diagnosticsCsv(ctx, params.importId),
  }),
  route({
    method: "post",
    path: "/api/roster/exports",
    summary: "Ask for the roster as a OneRoster 1.2 bundle: schools, staff and their roles as they are now; made in the background",
    permission: "roster:read",
    subject: district,
    response: ExportAsked,
    run: async (ctx) => (await import("./actions/ask-for-export.ts")).askForExport(ctx),
  }),
  fileRoute({
    method: "get",
    path: "/api/roster/exports/{taskId}/pieces/{piece}",
    summary: "Download a piece of a finished export; joined in order they are the zip. Kept for seven days",
    permission: "roster:read",
    subject: district,
    params: z.object({ taskId: z.string(), piece: z.coerce.number().int().min(0) }),
    run: async (ctx, { params }) => (await import("./read-export.ts")).exportPiece(ctx, params.taskId, params.piece),
  }),
  route({
    method: "get",
    path: "/api/roster/titles-left-out",
    summary: "Read whose rows OneRoster files are read without, by title",
    permission: "roster:read",
    subject: district,
    response: TitlesLeftOut,
    run: (ctx) => findTitlesLeftOut(ctx),
  }),
  route({
    method: "put",
    path: "/api/roster/titles-left-out",
    summary: "Choose whose rows OneRoster files are read without, substitutes say; the next file shows what that changes",
    permission: "roster:write",
    subject: district,
    body: TitlesLeftOut,
    response: TitlesLeftOut,
    run: async (ctx, { body }) => (await import("./actions/leave-titles-out.ts")).leaveTitlesOut(ctx, body),
  }),
  uploadRoute({
    method: "post",
    path: "/api/roster/mappings/inspect",
    summary: "Look at a personnel CSV: its columns, samples, and how it would be read; nothing of it is kept",
    permission: "roster:write",
    subject: district,
    maxBytes: maxBundleBytes,
    response: HrInspection,
    run: async (ctx, { file }) => (await import("./hr/inspect.ts")).inspectHr(ctx, file.bytes),
  }),
  route({
    method: "put",
    path: "/api/roster/mappings/{signature}",
    summary: "Save how personnel files with the same columns are read",
    permission: "roster:write",
    subject: district,
    params: z.object({ signature: z.string().regex(/^[0-9a-f]{32}$/) }),
    body: HrMapping,
    response: HrMapping,
    run: async (ctx, { params, body }) => {
      const { saveMapping } = await import("./actions/save-mapping.ts");
      return saveMapping(ctx, { signature: params.signature, mapping: body });
    },
  }),
] as const;
