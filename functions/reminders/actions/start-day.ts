import { commit } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { idFrom } from "../../platform/ids.ts";
import { GuardFailed } from "../../platform/table.ts";
import { findTask, newTask, tasks } from "../../platform/task.ts";
import { readPolicyAndLastRun } from "../queries.ts";
import { isInWindow, isOn } from "../pending.ts";
import { dueRows, remindersOfDay } from "./run-day.ts";

export type Started = "off" | "closed" | "doneToday" | "nobody" | "planning" | "started" | "running";

/**
 * Begins the day's reminders, once for each local date and inside the sending window, where anyone is due. With nobody
 * due it costs one small query and two empty ones. A run that failed goes on from where it stood.
 */
export async function startReminders(ctx: Granted<"nudge:send">): Promise<Started> {
  const { policy, lastRun } = await readPolicyAndLastRun(ctx);
  if (!isOn(policy)) return "off";
  if (!isInWindow(ctx.now, ctx.district.zone, policy.window)) return "closed";
  if (lastRun && lastRun.day >= ctx.today) return "doneToday";
  const [first, second] = await Promise.all([dueRows(ctx, "first", undefined, 1), dueRows(ctx, "second", undefined, 1)]);
  if (first.rows.length + second.rows.length === 0) return "nobody";
  const planning = await findTask(ctx, policy.planningTaskId);
  if (planning && (planning.state === "waiting" || planning.state === "running")) return "planning";
  const id = idFrom("tsk", ctx.district.id, "reminders", ctx.today);
  const subject = `district:${ctx.district.id}`;
  try {
    const { write } = newTask(ctx, remindersOfDay, { id, input: { day: ctx.today } });
    return await commit(ctx, { action: "reminders.started", subject, writes: [write], result: "started" as const });
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error;
    return goOn(ctx, id);
  }
}

async function goOn(ctx: Granted<"nudge:send">, id: string): Promise<Started> {
  const task = await findTask(ctx, id);
  if (!task || task.state !== "failed") return "running";
  const { finishedAt: _, failure: __, ...kept } = task;
  const after = { ...kept, state: "waiting" as const, failures: 0, updatedAt: ctx.now.toISOString() };
  try {
    return await commit(ctx, { action: "task.resumed", subject: `task:${id}`, writes: [tasks.put(after)], result: "started" as const });
  } catch (error) {
    if (error instanceof GuardFailed) return "running";
    throw error;
  }
}
