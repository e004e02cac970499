import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { idFrom } from "../../platform/ids.ts";
import { newTask } from "../../platform/task.ts";
import type { ImportRecord, ImportView } from "../import-contract.ts";
import { keepPart, type KeptBundle } from "../import-files.ts";
import { staffIdOf } from "../import-rules.ts";
import { rosterPreviewTask } from "../import-tasks.ts";
import { byUrgency, countOf } from "../import-words.ts";
import type { Bundle } from "../one-roster/open-bundle.ts";
import { type ParsedBundle, readBundle } from "../one-roster/read-bundle.ts";
import { findTitlesLeftOut, listEverySchool } from "../queries.ts";
import { importView } from "../read-imports.ts";
import { importJobs } from "../records.ts";
import { findMapping } from "../hr/inspect.ts";
import { readHr } from "../hr/read-hr.ts";
import { readTable, signatureOf } from "../hr/read-table.ts";

/** A roster file, as far as it was understood, with what it is called. */
export type ReadFile = {
  source: string;
  format: ImportRecord["format"];
  sourceName?: string;
  parsed: ParsedBundle;
};

/** Reads a OneRoster bundle against the schools the district has, without the titles it leaves out. */
export async function readOneRoster(ctx: Granted<"roster:write">, input: { source: string; bundle: Bundle }): Promise<ReadFile> {
  const [schools, { titles }] = await Promise.all([listEverySchool(ctx), findTitlesLeftOut(ctx)]);
  return { source: input.source, format: "oneRoster", parsed: readBundle(input.bundle, schools, titles) };
}

/** Reads a file of either kind: a zip is OneRoster; a CSV is a personnel file, read as files with its headers are. */
export async function readUpload(
  ctx: Granted<"roster:write">,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<ReadFile> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip || !/\.(csv|txt|tsv)$/i.test(fileName)) return readOneRoster(ctx, { source: fileName, bundle: { zip: bytes } });
  const table = readTable(bytes);
  const mapping = await findMapping(ctx, signatureOf(table.headers));
  if (!mapping) throw new AppError("not-ready", "Nobody has said yet how this file's columns are to be read. Match them first.");
  return { source: fileName, format: "hr", sourceName: mapping.name, parsed: readHr(fileName, table, mapping, await listEverySchool(ctx)) };
}

/**
 * Takes in a roster file: what it says of staff is kept, and what it would change is worked out in the background. Of the
 * file itself nothing is kept. A file that cannot be used is on record with what is wrong with it.
 */
export async function startImport(
  ctx: Granted<"roster:write">,
  file: ReadFile,
  { inBackground = true }: { inBackground?: boolean } = {},
): Promise<ImportView> {
  const { parsed } = file;
  const id = ctx.newId("imp");
  const diagnostics = parsed.diagnostics.toSorted(byUrgency);
  await keepPart(ctx, id, "diagnostics", diagnostics);
  const isUsable = parsed.notApplied === undefined;
  if (isUsable) await keepPart(ctx, id, "bundle", keptFrom(ctx.district.id, file));
  const at = ctx.now.toISOString();
  const none = { added: 0, changed: 0, unchanged: 0, ended: 0 };
  const { actor } = ctx;
  const task =
    isUsable && inBackground ? newTask(ctx, rosterPreviewTask, { id: idFrom("tsk", id, "preview"), input: { importId: id } }) : undefined;
  const record: ImportRecord = {
    id,
    source: file.source.slice(0, 200),
    format: file.format,
    ...(file.sourceName !== undefined && { sourceName: file.sourceName }),
    ...(file.format === "oneRoster" && { oneRosterVersion: parsed.version }),
    isDelta: parsed.isDelta,
    state: isUsable ? "previewing" : "notApplicable",
    startedAt: at,
    startedBy: actor.kind === "person" ? { id: actor.staffId, name: actor.name } : { id: actor.name, name: ctx.district.name },
    ...(!isUsable && { finishedAt: at, notApplied: parsed.notApplied }),
    schools: none,
    staff: { ...none, moved: 0 },
    skipped: parsed.skipped,
    leftOut: parsed.leftOut,
    covered: 0,
    ...countOf(diagnostics),
    ...(task && { taskId: task.view.id }),
  };
  const { source, state, errors, warnings } = record;
  return commit(ctx, {
    action: "import.started",
    subject: `import:${id}`,
    writes: [importJobs.put({ ...record, version: 0 }), ...(task ? [task.write] : [])],
    after: { source, state, errors, warnings },
    result: importView(ctx, record),
  });
}

/** What is kept of a file: ids of people who are not imported are kept as ours alone, which say nothing of who they are. */
function keptFrom(districtId: string, { parsed, format, source, sourceName }: ReadFile): KeptBundle {
  const { isDelta, schools, closedSchools, people, endsAbsent, endsRoles, closesAbsent, version } = parsed;
  const idsOf = (sourcedIds: Iterable<string>): string[] => [...sourcedIds].map((sourcedId) => staffIdOf(districtId, sourcedId));
  return {
    isDelta,
    schools,
    closedSchools,
    people,
    endsAbsent,
    endsRoles,
    closesAbsent,
    ...(format === "hr" && { source: `hr:${sourceName ?? ""}` }),
    peopleFile: format === "hr" ? source : "users.csv",
    rolesFile: format === "hr" ? source : version === "1.1" ? "users.csv" : "roles.csv",
    goneIds: idsOf(parsed.gone),
    keptBackIds: idsOf(parsed.keptBack),
  };
}
