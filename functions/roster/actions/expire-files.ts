import type { Granted } from "../../platform/grant.ts";
import { firstId } from "../../platform/ids.ts";
import { areFilesGone, importFileDays } from "../file-life-rules.ts";
import { expireImportFiles } from "../import-files.ts";
import { importJobs } from "../records.ts";

/** An import can be applied until its files are gone, and then lives on as long again; some days more, should a night be missed. */
const looksBackDays = 2 * importFileDays + 30;

/** Lets go of the files of imports that were over long ago. Doing it again, or every night, changes nothing more. */
export async function expireFiles(ctx: Granted<"roster:write">): Promise<void> {
  const daysAgo = (days: number): string => firstId("imp", new Date(ctx.now.getTime() - days * 86_400_000));
  const range = { from: daysAgo(looksBackDays), to: daysAgo(importFileDays - 1) };
  for (const record of await ctx.table.list(importJobs, "IMP", range))
    if (areFilesGone(record, { zone: ctx.district.zone, today: ctx.today })) await expireImportFiles(ctx, record.id);
}
