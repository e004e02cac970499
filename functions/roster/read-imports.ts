import type { Context } from "../platform/context.ts";
import { toCsv } from "../platform/csv.ts";
import { AppError, notFound } from "../platform/errors.ts";
import type { Versioned } from "../platform/record.ts";
import type { FileBody } from "../platform/route.ts";
import type { DiagnosticsPage, DiagnosticsQuery, ImportRecord, ImportView, PreviewPage, PreviewQuery } from "./import-contract.ts";
import type { EffectsIndex, RosterEffect } from "./effect-rules.ts";
import { areFilesGone, filesUntil, importFileDays } from "./file-life-rules.ts";
import { readPart } from "./import-files.ts";
import { importJobs } from "./records.ts";

const inList = 20;
const inPage = 100;

/** The latest imports, the newest first. */
export async function readImports(ctx: Context): Promise<ImportView[]> {
  const { rows } = await ctx.table.page(importJobs, "IMP", { descending: true, limit: inList });
  return rows.map((row) => importView(ctx, row));
}

/** An import's row; `not-found` when there is none. */
export async function readImportRecord(ctx: Context, importId: string): Promise<ImportRecord & Versioned> {
  const found = await ctx.table.get(importJobs, { of: "IMP", at: importId });
  if (!found) throw notFound("import");
  return found;
}

/** An import as whoever asks sees it. */
export async function readImport(ctx: Context, importId: string): Promise<ImportView> {
  return importView(ctx, await readImportRecord(ctx, importId));
}

/** An import with what it means for whoever looks at it. */
export function importView(ctx: Context, record: ImportRecord): ImportView {
  const { actor } = ctx;
  const endsYou = actor.kind === "person" && record.hold?.administrators.some(({ id }) => id === actor.staffId) === true;
  // Imports of earlier versions say in words alone that they were not applied.
  const isOld = record.startedBy === undefined && record.notApplied !== undefined;
  const { zone } = ctx.district;
  return {
    ...record,
    ...(isOld && { state: "notApplicable" }),
    endsYou,
    filesUntil: filesUntil(record, zone),
    areFilesGone: areFilesGone(record, { zone, today: ctx.today }),
  };
}

/** A page of the people an import changes in one way, by name; all that there are can be paged through. */
export async function readPreview(ctx: Context, importId: string, { kind, name = "", from }: PreviewQuery): Promise<PreviewPage> {
  await readImportRecord(ctx, importId);
  const all = (await readPart(ctx, importId, `preview-${kind}`)) ?? [];
  const wanted = name.toLowerCase();
  const people = wanted === "" ? all : all.filter((one) => one.name.toLowerCase().includes(wanted));
  return { people: people.slice(from, from + inPage), from, total: people.length };
}

/** What an import does to people and schools that something may follow from; undefined where it was not worked out or is gone. */
export function readEffects(ctx: Context, importId: string): Promise<EffectsIndex | undefined> {
  return readPart(ctx, importId, "effects");
}

/** One file of the people an import does something to that something may follow from, by name. */
export async function readEffectsChunk(ctx: Context, importId: string, chunk: number): Promise<RosterEffect[]> {
  return (await readPart(ctx, importId, `effects-${chunk}`)) ?? [];
}

/** A page of what has to be corrected, what was left out first. */
export async function readDiagnostics(ctx: Context, importId: string, { severity, from }: DiagnosticsQuery): Promise<DiagnosticsPage> {
  await readImportRecord(ctx, importId);
  const all = (await readPart(ctx, importId, "diagnostics")) ?? [];
  const diagnostics = severity === undefined ? all : all.filter((one) => one.severity === severity);
  return { diagnostics: diagnostics.slice(from, from + inPage), from, total: diagnostics.length };
}

/** Every diagnostic of an import as a spreadsheet, for whoever corrects the rows. */
export async function diagnosticsCsv(ctx: Context, importId: string): Promise<FileBody> {
  const { id, ...record } = await readImportRecord(ctx, importId);
  if (areFilesGone(record, { zone: ctx.district.zone, today: ctx.today }))
    throw new AppError("not-ready", `The rows of this import are no longer kept: it was finished more than ${importFileDays} days ago.`);
  const all = (await readPart(ctx, importId, "diagnostics")) ?? [];
  const rows = all.map(({ severity, file, line, column, message, fix }) => [severity, file, line, column, message, fix]);
  return {
    bytes: toCsv(["severity", "file", "line", "column", "what", "how to correct it"], rows),
    mediaType: "text/csv; charset=utf-8",
    fileName: `roster-import-${id}.csv`,
  };
}
