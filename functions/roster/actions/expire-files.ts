import type { Granted } from "../../platform/grant.ts";
import { firstId } from "../../platform/ids.ts";
import { listTasksOf } from "../../platform/task.ts";
import { expireExport } from "../export-files.ts";
import { rosterExportTask } from "../export-task.ts";
import { areFilesGone, exportFileDays, importFileDays } from "../file-life-rules.ts";
import { expireImportFiles } from "../import-files.ts";
import { importJobs } from "../records.ts";

/** Should nights be missed, so many of them are made up for. */
const missedDays = 30;
/** An import can be applied until its files are gone, and then lives on as long again. */
const looksBackDays = 2 * importFileDays + missedDays;

/** Lets go of the files of imports that were over long ago, and of exports, of whichever kinds of task make them. Doing it again, or every night, changes nothing more. */
export async function expireFiles(
  ctx: Granted<"roster:write">,
  exporting: readonly { name: string }[] = [rosterExportTask],
): Promise<void> {
  const daysAgo = (days: number): Date => new Date(ctx.now.getTime() - days * 86_400_000);
  const asked = { from: daysAgo(exportFileDays + missedDays), to: daysAgo(exportFileDays) };
  for (const kind of exporting) for (const { id } of await listTasksOf(ctx, kind, asked)) await expireExport(ctx, id);
  const range = { from: firstId("imp", daysAgo(looksBackDays)), to: firstId("imp", daysAgo(importFileDays - 1)) };
  for (const record of await ctx.table.list(importJobs, "IMP", range))
    if (areFilesGone(record, { zone: ctx.district.zone, today: ctx.today })) await expireImportFiles(ctx, record.id);
}
