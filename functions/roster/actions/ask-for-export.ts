import { commit } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { newTask } from "../../platform/task.ts";
import { rosterExportTask } from "../export-task.ts";

/** Asks for the roster as a OneRoster 1.2 file. Who took it out, and when, is in the audit. */
export async function askForExport(ctx: Granted<"roster:read">): Promise<{ taskId: string }> {
  const { write, view } = newTask(ctx, rosterExportTask, { input: {} });
  return commit(ctx, {
    action: "roster.export-asked",
    subject: `district:${ctx.district.id}`,
    writes: [write],
    result: { taskId: view.id },
  });
}
