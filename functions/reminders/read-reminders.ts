import type { Context } from "../platform/context.ts";
import { type MailStop, mailStops } from "../platform/mail-events.ts";
import { messages } from "../platform/outbox.ts";
import type { Versioned } from "../platform/record.ts";
import { findTask } from "../platform/task.ts";
import type { KindView, ReminderDay, RemindersPage } from "./contract.ts";
import { reminderKinds } from "./kinds/all.ts";
import { findPolicy } from "./queries.ts";
import { type ReminderPolicy, reminderRuns, runPrefix } from "./records.ts";
import { numbersOf } from "./pending.ts";
import { usualWindow } from "./sending-time.ts";

const runsShown = 10;
const countedAtMost = 5_000;
const troublesShown = 100;

/**
 * The administrator's page: what is on, the latest runs, and the addresses that take no mail. Four reads. `saved` is the
 * policy as it is about to be, with everyone still to be planned.
 */
export async function remindersPage(ctx: Context, saved?: ReminderPolicy & Versioned): Promise<RemindersPage> {
  const [policy, runs, addresses] = await Promise.all([
    saved ?? findPolicy(ctx),
    ctx.table.page(reminderRuns, "REMIND", { prefix: runPrefix, descending: true, limit: runsShown }),
    ctx.table.list(mailStops, "MAILSTOP"),
  ]);
  const planning = saved ? undefined : policy && (await findTask(ctx, policy.planningTaskId));
  const planningTaskId = saved?.planningTaskId ?? (planning && planning.state !== "done" ? planning.id : undefined);
  return {
    version: policy?.version ?? 0,
    isPaused: policy?.isPaused ?? false,
    window: policy?.window ?? usualWindow,
    zone: ctx.district.zone,
    kinds: kindViews(policy),
    ...(policy && { changedBy: policy.changedBy, changedAt: policy.changedAt }),
    runs: runs.rows,
    addresses: addresses.toSorted((a: MailStop, b: MailStop) => b.at.localeCompare(a.at)),
    ...(planningTaskId !== undefined && { planningTaskId }),
  };
}

function kindViews(policy: ReminderPolicy | undefined): KindView[] {
  return reminderKinds.map((kind) => {
    const settings = policy?.kinds[kind.id];
    const values = numbersOf(kind, settings);
    const numbers = Object.entries(kind.numbers).map(([id, { usual, least, most }]) => ({ id, value: values[id] ?? usual, least, most }));
    return { id: kind.id, isOn: settings?.isOn ?? false, numbers, ...(settings?.since !== undefined && { since: settings.since }) };
  });
}

/** What became of a day's mails, counted from the mails themselves. */
export async function reminderDay(ctx: Context, day: string): Promise<ReminderDay> {
  const { rows, next } = await ctx.table.page(messages, `OUTD#${day}`, { index: "index1", limit: countedAtMost });
  const states: ReminderDay["states"] = {};
  for (const { state } of rows) states[state] = (states[state] ?? 0) + 1;
  const troubles = rows
    .filter(({ state }) => state === "bounced" || state === "complained" || state === "failed" || state === "cancelled")
    .slice(0, troublesShown)
    .map(({ staffId, toName: name, state, reason = "" }) => ({ staffId, name, state, reason }));
  return { day, states, isPartial: next !== undefined, troubles };
}
