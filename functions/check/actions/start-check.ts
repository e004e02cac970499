import { commit } from "../../platform/commit.ts";
import type { TaskView } from "../../platform/contract.ts";
import type { Granted } from "../../platform/grant.ts";
import { idFrom } from "../../platform/ids.ts";
import type { Permission } from "../../platform/permissions.ts";
import { findTask, newTask, taskView } from "../../platform/task.ts";
import { checkRequests } from "../records.ts";
import { selfCheck } from "../self-check.ts";

/**
 * Begins a check of the district, in the background; while one is under way, that is the one. The one `isOfDay` is begun
 * once for each date, however often it is asked for.
 */
export async function startCheck(ctx: Granted<Permission>, { isOfDay = false }: { isOfDay?: boolean } = {}): Promise<TaskView> {
  const last = await ctx.table.get(checkRequests, { of: "", at: "CHECKING" });
  const running = last && (await findTask(ctx, last.taskId));
  if (running && (running.state === "waiting" || running.state === "running")) return taskView(running);
  const id = isOfDay ? idFrom("tsk", ctx.district.id, "check", ctx.today) : ctx.newId("tsk");
  const begun = isOfDay ? await findTask(ctx, id) : undefined;
  if (begun) return taskView(begun);
  const { write, view } = newTask(ctx, selfCheck, { id, input: {} });
  return commit(ctx, {
    action: "check.started",
    subject: `district:${ctx.district.id}`,
    writes: [write, checkRequests.put({ version: last?.version ?? 0, taskId: view.id })],
    result: view,
  });
}
