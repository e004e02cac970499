import type { Granted } from "../../functions/platform/grant.ts";
import type { Permission } from "../../functions/platform/permissions.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import { askOnce, readTask, type TaskKind } from "../../functions/platform/task.ts";
import type { Services } from "../../functions/platform/context.ts";

/** Asks for long work that needs no input, does it to its end, and says what came of it. */
export async function runNow(services: Services, ctx: Granted<Permission>, kind: TaskKind<Record<string, never>>): Promise<unknown> {
  const id = ctx.newId("tsk");
  await askOnce(ctx, kind, { id, input: {}, action: "test.asked", subject: `district:${ctx.district.id}` });
  await runTask(services, [kind], ctx.district.id, id);
  const { state, outcome, failure } = await readTask(ctx, id);
  return state === "done" ? outcome : { state, failure };
}
