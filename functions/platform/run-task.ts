import { setTimeout as delay } from "node:timers/promises";
import type { Services } from "./context.ts";
import { AppError } from "./errors.ts";
import { log } from "./log.ts";
import type { Reaction } from "./reaction.ts";
import { collectionOf, districtOf, partitionOf, type Versioned } from "./record.ts";
import { GuardFailed } from "./table.ts";
import { taskPlace } from "./table-definition.ts";
import { type Step, type Task, type TaskKind, tasks } from "./task.ts";

/** One run of the function works on a task for at most so long; the row it leaves calls the next run. */
const budgetMs = 60_000;
/** A step that fails is tried so often, with growing pauses, before the task is given up. */
const tries = 5;
const pauseMs = 200;
/** Longer than any step: between two steps so far apart nobody worked. */
const interruptedAfterMs = 30_000;
/** An open task that nobody has touched for so long has lost its worker. */
const forgottenAfterMs = 2 * 60_000;

/**
 * Works on a task until it is finished or the time for one run is up. Each step is put down with its checkpoint at the
 * version that was read, so of two workers on one task the slower stops without having changed anything: steps are
 * harmless when they are done twice.
 */
export async function runTask(services: Services, kinds: readonly TaskKind[], districtId: string, taskId: string): Promise<void> {
  const startedAt = performance.now();
  const item = await services.table.get({ PK: partitionOf(districtId, `TASK#${taskId}`), SK: taskPlace });
  let task = item && tasks.parse(item);
  const kind = kinds.find(({ name }) => name === task?.kind);
  while (task && (task.state === "waiting" || task.state === "running") && performance.now() - startedAt < budgetMs) {
    const next: Task & Versioned = kind
      ? await stepOf(services, kind, districtId, task)
      : failed(task, "This version of Throughline does not know this kind of work.", services);
    try {
      await services.table.write([tasks.put({ ...next, version: task.version }).operation(districtId)]);
    } catch (error) {
      // A person has stopped it, or another worker is at it.
      if (error instanceof GuardFailed) return;
      throw error;
    }
    if (next.failures > 0 && next.state === "running") await delay(pauseMs * 2 ** next.failures);
    task = { ...next, version: task.version + 1 };
  }
}

async function stepOf(services: Services, kind: TaskKind, districtId: string, task: Task & Versioned): Promise<Task & Versioned> {
  try {
    return advanced(task, await kind.step(services, districtId, task), services);
  } catch (error) {
    const isRefusal = error instanceof AppError && error.code !== "try-again" && error.code !== "internal";
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log("warn", "a step of a task failed", { districtId, row: task.id, job: task.kind, error: text });
    if (isRefusal) return failed(task, error.detail, services);
    if (task.failures + 1 < tries) return { ...task, state: "running", failures: task.failures + 1, updatedAt: nowOf(services) };
    log("error", "a task was given up", { districtId, row: task.id, job: task.kind, error: text });
    return failed(task, "Something went wrong on our side. What was done so far stands; try again to go on from there.", services);
  }
}

function advanced(task: Task & Versioned, step: Step<unknown, unknown>, services: Services): Task & Versioned {
  const updatedAt = nowOf(services);
  const isInterrupted = Date.parse(updatedAt) - Date.parse(task.updatedAt) > interruptedAfterMs;
  const stretch = task.stretch && task.state === "running" && !isInterrupted ? task.stretch : { since: task.updatedAt, done: task.done };
  if (!("outcome" in step)) return { ...task, ...step, state: "running", failures: 0, updatedAt, stretch };
  const { checkpoint: _, ...kept } = task;
  const done = task.total > 0 ? task.total : task.done;
  return { ...kept, state: "done", done, failures: 0, updatedAt, finishedAt: updatedAt, outcome: step.outcome };
}

function failed(task: Task & Versioned, failure: string, services: Services): Task & Versioned {
  const updatedAt = nowOf(services);
  return { ...task, state: "failed", failure, updatedAt, finishedAt: updatedAt };
}

const nowOf = (services: Services): string => services.clock.now().toISOString();

/** Works on a task as soon as its row changes: when it is asked for, resumed, or left by a run whose time was up. */
export function taskReaction(services: Services, kinds: readonly TaskKind[]): Reaction {
  return {
    name: "tasks",
    job: "work",
    concerns: ({ of, at }) => (at === taskPlace ? taskIn(of) : undefined),
    run: (ctx, taskId) => runTask(services, kinds, ctx.district.id, taskId),
  };
}

/** Touches open tasks that have lost their worker, so that the stream calls another. Nothing open costs one read. */
export async function wakeTasks(services: Services): Promise<number> {
  const before = new Date(services.clock.now().getTime() - forgottenAfterMs).toISOString();
  const { items } = await services.table.query("TASKQ", { index: "index3", to: before });
  let woken = 0;
  for (const { PK, SK } of items) {
    const districtId = districtOf(PK);
    const item = await services.table.get({ PK, SK });
    if (districtId === undefined || !item || taskIn(collectionOf(PK)) === undefined) continue;
    try {
      await services.table.write([tasks.put({ ...tasks.parse(item), updatedAt: nowOf(services) }).operation(districtId)]);
      woken++;
    } catch (error) {
      // Its worker is not lost after all.
      if (!(error instanceof GuardFailed)) throw error;
    }
  }
  return woken;
}

function taskIn(of: string): string | undefined {
  return /^TASK#([^#]+)$/.exec(of)?.[1];
}
