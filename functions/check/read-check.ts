import type { Context } from "../platform/context.ts";
import { findTask } from "../platform/task.ts";
import type { CheckPage } from "./contract.ts";
import { checkReports, checkRequests } from "./records.ts";
import { findingWords } from "./words.ts";

/** The last report of the district's check, said in the reader's language, and the check that is under way. Three reads. */
export async function readCheck(ctx: Context): Promise<CheckPage> {
  const [report, request] = await Promise.all([
    ctx.table.get(checkReports, { of: "", at: "CHECK" }),
    ctx.table.get(checkRequests, { of: "", at: "CHECKING" }),
  ]);
  const task = request && (await findTask(ctx, request.taskId));
  const isRunning = task?.state === "waiting" || task?.state === "running";
  return {
    ...(report && { report: { ...report, findings: report.findings.map((one) => ({ ...one, ...findingWords(ctx.language, one.kind) })) } }),
    ...(task && isRunning && { runningTaskId: task.id }),
  };
}
