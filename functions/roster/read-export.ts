import type { Context } from "../platform/context.ts";
import { AppError, notFound } from "../platform/errors.ts";
import type { FileBody } from "../platform/route.ts";
import { findTask } from "../platform/task.ts";
import { RosterExport } from "./export-contract.ts";
import { readPiece } from "./export-files.ts";
import { rosterExportTask } from "./export-task.ts";

/** One piece of a finished export. */
export async function exportPiece(ctx: Context, taskId: string, piece: number): Promise<FileBody> {
  const task = await findTask(ctx, taskId);
  if (task?.kind !== rosterExportTask.name) throw notFound("task");
  if (task.state !== "done") throw new AppError("not-ready", "This file is still being made. Look again in a moment.");
  const { fileName, pieces } = RosterExport.parse(task.outcome);
  if (piece >= pieces) throw notFound("file");
  const bytes = await readPiece(ctx, taskId, piece);
  if (!bytes) throw new AppError("not-ready", "This file is no longer kept: it was made some days ago. Make it again.");
  return { bytes, mediaType: pieces === 1 ? "application/zip" : "application/octet-stream", fileName };
}
