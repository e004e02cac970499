import type { Context } from "../platform/context.ts";
import { toCsv } from "../platform/csv.ts";
import { notFound } from "../platform/errors.ts";
import type { FileBody } from "../platform/route.ts";
import type { ImportReport, ImportSummary } from "./contract.ts";
import { importJobs } from "./records.ts";

/** The latest imports, the newest first. */
export async function readImports(ctx: Context): Promise<ImportSummary[]> {
  const { rows } = await ctx.table.page(importJobs, "IMP", { descending: true, limit: 20 });
  return rows;
}

/** One import's report; `not-found` when there is none. */
export async function readImport(ctx: Context, importId: string): Promise<ImportReport> {
  const report = await ctx.table.get(importJobs, { of: "IMP", at: importId });
  if (!report) throw notFound("import");
  return report;
}

/** The diagnostics of an import as a spreadsheet, for whoever corrects the rows. */
export async function diagnosticsCsv(ctx: Context, importId: string): Promise<FileBody> {
  const { id, diagnostics } = await readImport(ctx, importId);
  const rows = diagnostics.map(({ severity, file, line, column, message, fix }) => [severity, file, line, column, message, fix]);
  return {
    bytes: toCsv(["severity", "file", "line", "column", "what", "how to correct it"], rows),
    mediaType: "text/csv; charset=utf-8",
    fileName: `roster-import-${id}.csv`,
  };
}
