import * as z from "zod";
import { commit } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { log } from "../../platform/log.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { GuardFailed } from "../../platform/table.ts";
import { type Step, taskKind } from "../../platform/task.ts";
import { ReminderKindId, type ReminderRun, SkipReason } from "../contract.ts";
import { leadersIn } from "../hearers.ts";
import { findPolicy } from "../queries.ts";
import { reminderPlans, type ReminderPolicy, reminderRuns, type Turn } from "../records.ts";
import { isInWindow, isOn } from "../pending.ts";
import { remindPerson, type Reminded } from "./remind-person.ts";

const atOnce = 40;
const width = 8;

const Counts = z.object({
  looked: z.number().int(),
  written: z.number().int(),
  skipped: z.partialRecord(SkipReason, z.number().int()),
  lines: z.partialRecord(ReminderKindId, z.number().int()),
});
type Counts = z.infer<typeof Counts>;

const Checkpoint = Counts.extend({ turn: z.enum(["first", "second"]), after: z.record(z.string(), z.string()).optional() });
type Checkpoint = z.infer<typeof Checkpoint>;

const beginning: Checkpoint = { turn: "first", looked: 0, written: 0, skipped: {}, lines: {} };

/**
 * One day's reminders of a district: everyone who stands in the index up to today, learners first and those who support
 * them after, some dozens at a step. A step done twice writes nothing twice. The run is put down when it is through, so
 * that one that broke off leaves no record of success; what it did not come to is due still.
 */
export const remindersOfDay = taskKind({
  name: "reminders",
  job: "reminders",
  permission: "nudge:send",
  input: z.object({ day: z.iso.date() }),
  checkpoint: Checkpoint,
  async step(ctx, { input: { day }, checkpoint: at = beginning }): Promise<Step<Checkpoint, ReminderRun>> {
    const policy = await findPolicy(ctx);
    const isOpen = isOn(policy) && ctx.today === day && isInWindow(ctx.now, ctx.district.zone, policy.window);
    if (!isOpen) return finish(ctx, day, at, true);
    const { rows, next } = await dueRows(ctx, at.turn, at.after);
    const counts = await remindAll(ctx, rows, policy, at);
    if (next) return goOn({ ...counts, turn: at.turn, after: next });
    return at.turn === "first" ? goOn({ ...counts, turn: "second" }) : finish(ctx, day, counts, false);
  },
});

const goOn = (checkpoint: Checkpoint): Step<Checkpoint, ReminderRun> => ({ checkpoint, done: checkpoint.looked, total: 0 });

/** Those who are to be looked at, in the order of the day since which they are. */
export async function dueRows(ctx: Granted<"nudge:send">, turn: Turn, after?: Record<string, string>, limit = atOnce) {
  const range = { index: "index1" as const, to: `${ctx.today}#~`, limit, ...(after && { after }) };
  return ctx.table.page(reminderPlans, `REMINDON#${turn}`, range);
}

async function remindAll(
  ctx: Granted<"nudge:send">,
  rows: readonly { staffId: string }[],
  policy: ReminderPolicy,
  before: Counts,
): Promise<Counts> {
  const leaders = leadersIn(ctx);
  const results: Reminded[] = [];
  await sideBySide([...rows], width, async ({ staffId }) => {
    try {
      results.push(await remindPerson(ctx, staffId, policy, leaders));
    } catch (error) {
      // One person must not keep the others waiting; they stand in the index still, and are looked at tomorrow.
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      log("error", "a person could not be reminded", { districtId: ctx.district.id, staffId, error: text });
      results.push({ kind: "skipped", why: "error" });
    }
  });
  return results.reduce(added, before);
}

function added(counts: Counts, result: Reminded): Counts {
  const looked = counts.looked + 1;
  const { skipped, lines, written } = counts;
  if (result.kind === "skipped") return { looked, written, lines, skipped: { ...skipped, [result.why]: (skipped[result.why] ?? 0) + 1 } };
  if (result.kind === "nothing") return { looked, written, lines, skipped };
  const more = { ...lines };
  for (const kind of result.lines) more[kind] = (more[kind] ?? 0) + 1;
  return { looked, written: written + 1, lines: more, skipped };
}

async function finish(
  ctx: Granted<"nudge:send">,
  day: string,
  { looked, written, skipped, lines }: Counts,
  isCutOff: boolean,
): Promise<{ outcome: ReminderRun }> {
  const run: ReminderRun = { day, finishedAt: ctx.now.toISOString(), looked, written, skipped, lines, isCutOff };
  try {
    const writes = [reminderRuns.put({ ...run, version: 0 })];
    await commit(ctx, { action: "reminders.run", subject: `district:${ctx.district.id}`, writes, after: run, result: null });
  } catch (error) {
    // Put down before the process died; it stands as it is.
    if (!(error instanceof GuardFailed)) throw error;
  }
  return { outcome: run };
}
