import type { Context } from "../platform/context.ts";
import { AppError, notFound } from "../platform/errors.ts";
import type { FileBody } from "../platform/route.ts";
import { findTask } from "../platform/task.ts";
import { readPiece } from "../roster/export-files.ts";
import { CreditExport } from "./contract.ts";
import { creditExportTask } from "./export-task.ts";

/** One piece of a finished export of credit. */
export async function creditExportPiece(ctx: Context, taskId: string, piece: number): Promise<FileBody> {
  const task = await findTask(ctx, taskId);
  if (task?.kind !== creditExportTask.name) throw notFound("task");
  if (task.state !== "done") throw new AppError("not-ready", "This file is still being made. Look again in a moment.");
  const { fileName, pieces } = CreditExport.parse(task.outcome);
  if (piece >= pieces) throw notFound("file");
  const bytes = await readPiece(ctx, taskId, piece);
  if (!bytes) throw new AppError("not-ready", "This file is no longer kept: it was made some days ago. Make it again.");
  return { bytes, mediaType: "text/csv; charset=utf-8", fileName };
}
