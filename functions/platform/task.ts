import * as z from "zod";
import { commit, retryOnConflict } from "./commit.ts";
import { TaskState, type TaskView } from "./contract.ts";
import { actorId } from "./actor.ts";
import { type Context, type Services, signedInStaffId } from "./context.ts";
import { AppError, notFound } from "./errors.ts";
import type { Granted } from "./grant.ts";
import { idFrom } from "./ids.ts";
import { grantJob } from "./job.ts";
import type { JobName, jobPermissions, Permission } from "./permissions.ts";
import { record, type RecordWrite, type Versioned } from "./record.ts";
import { GuardFailed } from "./table.ts";
import { taskPlace } from "./table-definition.ts";

/**
 * A long piece of work: asked for by someone, done in the background in bounded steps. Its checkpoint says where it
 * stands, so that a process that dies costs at most the step it was in. Large results belong in rows or files of their own.
 */
const Task = z.object({
  id: z.string(),
  kind: z.string(),
  state: TaskState,
  input: z.unknown(),
  checkpoint: z.unknown().optional(),
  done: z.number(),
  /** 0 while it is not known yet. */
  total: z.number(),
  askedBy: z.object({ id: z.string(), name: z.string() }),
  askedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().optional(),
  /** Since when it has gone on without a break, and how much was done by then: what its speed is worked out from. */
  stretch: z.object({ since: z.iso.datetime(), done: z.number() }).optional(),
  /** How often in a row the step at the checkpoint has failed. */
  failures: z.number().int(),
  /** Why it failed, in words for the person who asked. */
  failure: z.string().optional(),
  outcome: z.unknown().optional(),
});
export type Task = z.infer<typeof Task>;

export const tasks = record({
  type: "task",
  kind: "fact",
  schema: Task,
  address: ({ id }) => ({ of: `TASK#${id}`, at: taskPlace }),
  index2: ({ id, askedAt }) => ({ of: "TASKS", at: `${askedAt}#${id}` }),
  // Sparse: only what is still to be done stands in the queue.
  index3: ({ id, state, updatedAt }) => (isOpenTask({ state }) ? { of: "TASKQ", at: `${updatedAt}#${id}` } : undefined),
});

/** Whether a piece of long work is still to be done, or being done. */
export const isOpenTask = ({ state }: Pick<Task, "state">): boolean => state === "waiting" || state === "running";

/** Where a task stands after a step: further on, or finished with its outcome. */
export type Step<Checkpoint, Outcome> = { checkpoint: Checkpoint; done: number; total: number } | { outcome: Outcome };

/** What a step is told besides its context. */
export type StepInput<Input, Checkpoint> = { taskId: string; askedBy: Task["askedBy"]; input: Input; checkpoint: Checkpoint | undefined };

/** A kind of task, as the runner knows it. */
export type TaskKind<Input = unknown> = {
  readonly name: string;
  readonly input: z.ZodType<Input>;
  step(services: Services, districtId: string, task: Task): Promise<Step<unknown, unknown>>;
};

/**
 * Declares a kind of task. `step` does one bounded chunk (a second or two) and must be harmless when it is done again
 * from the same checkpoint: after a crash it is.
 */
export function taskKind<Name extends JobName, P extends (typeof jobPermissions)[Name][number], Input, Checkpoint, Outcome>(definition: {
  name: string;
  job: Name;
  permission: P;
  input: z.ZodType<Input>;
  checkpoint: z.ZodType<Checkpoint>;
  step(ctx: Granted<P>, at: StepInput<Input, Checkpoint>): Promise<Step<Checkpoint, Outcome>>;
}): TaskKind<Input> {
  const { name, job, permission, input, checkpoint } = definition;
  return {
    name,
    input,
    async step(services, districtId, task) {
      const ctx = await grantJob(services, { job, permission, districtId, requestId: task.id });
      return definition.step(ctx, {
        taskId: task.id,
        askedBy: task.askedBy,
        input: input.parse(task.input),
        checkpoint: task.checkpoint === undefined ? undefined : checkpoint.parse(task.checkpoint),
      });
    },
  };
}

/**
 * A new task, to be put into the transaction of the change that asks for it: the work is certain to begin once that
 * is committed, and never otherwise. `id` makes asking twice harmless.
 */
export function newTask<Input>(
  ctx: Granted<Permission>,
  kind: TaskKind<Input>,
  { id = ctx.newId("tsk"), input }: { id?: string; input: Input },
): { write: RecordWrite<"fact">; view: TaskView } {
  const { actor } = ctx;
  const at = ctx.now.toISOString();
  const task: Task & Versioned = {
    version: 0,
    id,
    kind: kind.name,
    state: "waiting",
    input: kind.input.parse(input),
    done: 0,
    total: 0,
    askedBy: actor.kind === "person" ? { id: signedInStaffId(ctx), name: actor.name } : { id: actorId(actor), name: ctx.district.name },
    askedAt: at,
    updatedAt: at,
    failures: 0,
  };
  return { write: tasks.put(task), view: taskView(task) };
}

/** Asks for a piece of long work unless it was asked for already, under this very id: however often it is called, it is done once. */
export async function askOnce<Input>(
  ctx: Granted<Permission>,
  kind: TaskKind<Input>,
  { id, input, action, subject }: { id: string; input: Input; action: string; subject: string },
): Promise<void> {
  try {
    await commit(ctx, { action, subject, writes: [newTask(ctx, kind, { id, input }).write], result: null });
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error;
  }
}

/** Asks for a piece of long work once for each local date of the district. */
export async function askOfDay(ctx: Granted<Permission>, kind: TaskKind<Record<string, never>>): Promise<void> {
  const id = idFrom("tsk", ctx.district.id, kind.name, ctx.today);
  await askOnce(ctx, kind, { id, input: {}, action: "task.ofDay", subject: `district:${ctx.district.id}` });
}

/** A task as the page that follows it shows it. */
export function taskView(task: Task): TaskView {
  const { id, kind, state, done, total, askedBy, askedAt, updatedAt, finishedAt, stretch, failure, outcome } = task;
  const seconds = stretch ? (Date.parse(updatedAt) - Date.parse(stretch.since)) / 1_000 : 0;
  return {
    id,
    kind,
    state,
    done,
    total,
    askedByName: askedBy.name,
    askedAt,
    updatedAt,
    ...(stretch && seconds > 0 && { perSecond: (done - stretch.done) / seconds }),
    ...(finishedAt !== undefined && { finishedAt }),
    ...(failure !== undefined && { failure }),
    ...(outcome !== undefined && { outcome }),
  };
}

/** A task by id, if there is one. */
export async function findTask(ctx: Context, taskId: string): Promise<(Task & Versioned) | undefined> {
  return ctx.table.get(tasks, { of: `TASK#${taskId}`, at: taskPlace });
}

/** A task by id; `not-found` when there is none. */
export async function readTask(ctx: Context, taskId: string): Promise<Task & Versioned> {
  const task = await findTask(ctx, taskId);
  if (!task) throw notFound("task");
  return task;
}

const listed = 20;

/** The latest tasks, the latest first. */
export async function listTasks(ctx: Context): Promise<TaskView[]> {
  const { rows } = await ctx.table.page(tasks, "TASKS", { index: "index2", descending: true, limit: listed });
  return rows.map(taskView);
}

/** The tasks of a kind that were asked for between two instants. */
export async function listTasksOf(ctx: Context, { name }: { name: string }, { from, to }: { from: Date; to: Date }): Promise<Task[]> {
  const all = await ctx.table.list(tasks, "TASKS", { index: "index2", from: from.toISOString(), to: to.toISOString() });
  return all.filter(({ kind }) => kind === name);
}

/** Ends a task after the step it is in; what it has done so far stays. One that has ended already is left as it is. */
export async function stopTask(ctx: Granted<"task:write">, taskId: string): Promise<TaskView> {
  return retryOnConflict(async () => {
    const before = await readTask(ctx, taskId);
    if (!isOpenTask(before)) return taskView(before);
    const after: Task & Versioned = { ...before, state: "stopped", finishedAt: ctx.now.toISOString() };
    return commit(ctx, { action: "task.stopped", subject: `task:${taskId}`, writes: [tasks.put(after)], result: taskView(after) });
  });
}

/** Lets a task that failed or was stopped go on from where it stood. */
export async function resumeTask(ctx: Granted<"task:write">, taskId: string): Promise<TaskView> {
  return retryOnConflict(async () => {
    const before = await readTask(ctx, taskId);
    if (isOpenTask(before)) return taskView(before);
    if (before.state === "done") throw new AppError("not-ready", "This work is finished. There is nothing left of it to do.");
    const { finishedAt: _, failure: __, ...kept } = before;
    const after: Task & Versioned = { ...kept, state: "waiting", failures: 0, updatedAt: ctx.now.toISOString() };
    return commit(ctx, { action: "task.resumed", subject: `task:${taskId}`, writes: [tasks.put(after)], result: taskView(after) });
  });
}
