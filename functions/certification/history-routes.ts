import * as z from "zod";
import { route, uploadRoute } from "../platform/route.ts";
import { HistoryColumns, HistoryPreview } from "./decision-contract.ts";
import { HistoryImports, HistoryImportView, HistoryUndo } from "./history-contract.ts";

const district = () => ({ kind: "district" }) as const;
/** Two thousand rows have room. */
const maxHistoryBytes = 500_000;
const ofImport = z.object({ importId: z.string() });

/** Entering certificates from before, and taking an import of them back. */
export const historyRoutes = [
  uploadRoute({
    method: "post",
    path: "/api/certifications/history/preview",
    summary: "Look at a CSV of past certificates: what it would enter and what is wrong with which row",
    permission: "certification:write",
    subject: district,
    query: HistoryColumns,
    maxBytes: maxHistoryBytes,
    response: HistoryPreview,
    run: async (ctx, { file, query }) => (await import("./actions/enter-history.ts")).previewHistory(ctx, file.bytes, query),
  }),
  uploadRoute({
    method: "post",
    path: "/api/certifications/history",
    summary: "Begin to enter past certificates from a CSV, in the background, telling nobody",
    permission: "certification:write",
    subject: district,
    query: HistoryColumns,
    maxBytes: maxHistoryBytes,
    response: HistoryPreview,
    run: async (ctx, { file, query }) => (await import("./actions/enter-history.ts")).enterHistory(ctx, file.bytes, query),
  }),
  route({
    method: "get",
    path: "/api/certifications/history",
    summary: "List the imports of past certificates",
    permission: "certification:write",
    subject: district,
    response: HistoryImports,
    run: async (ctx) => (await import("./read-history.ts")).readHistoryImports(ctx),
  }),
  route({
    method: "get",
    path: "/api/certifications/history/{importId}/undo",
    summary: "Show what taking an import of past certificates back would do: which go, which stay and why",
    permission: "certification:write",
    subject: district,
    params: ofImport,
    response: HistoryUndo,
    run: async (ctx, { params }) => (await import("./read-history.ts")).previewHistoryUndo(ctx, params.importId),
  }),
  route({
    method: "post",
    path: "/api/certifications/history/{importId}/undo",
    summary: "Take an import of past certificates back, telling nobody",
    permission: "certification:write",
    subject: district,
    params: ofImport,
    response: HistoryImportView,
    run: async (ctx, { params }) => (await import("./actions/take-history-back.ts")).takeHistoryBack(ctx, params.importId),
  }),
] as const;
