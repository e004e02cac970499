import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Context } from "../../platform/context.ts";
import { addDays } from "../../platform/dates.ts";
import { derive } from "../../platform/derive.ts";
import type { Granted } from "../../platform/grant.ts";
import { publicId } from "../../platform/ids.ts";
import { enqueue, messageIdOf, reminderKey } from "../../platform/outbox.ts";
import type { Versioned } from "../../platform/record.ts";
import { GuardFailed } from "../../platform/table.ts";
import { fullName } from "../../roster/rules.ts";
import type { ReminderKindId, SkipReason } from "../contract.ts";
import { type Decision, decide } from "../decide.ts";
import { digestOf } from "../digest.ts";
import { sayNow } from "../entries.ts";
import { type Leaders, signalsFor } from "../hearers.ts";
import type { PersonNow } from "../kinds/kind.ts";
import { forReader, readPersonNow, readReminderRows, type ReminderRows } from "../queries.ts";
import {
  type ReminderPolicy,
  type ReminderSignal,
  reminderPlans,
  reminderSignals,
  type ReminderState,
  reminderStates,
  stopLinks,
  type Told,
} from "../records.ts";
import { nextWorkingDay, toldWith } from "../pending.ts";
import { toldBefore } from "../told.ts";
import { planPerson, writePlan } from "./plan-person.ts";

/** What came of looking at one person. */
export type Reminded = { kind: "written"; lines: ReminderKindId[] } | { kind: "skipped"; why: SkipReason } | { kind: "nothing" };

/**
 * Looks at one person on one day: tells those who support them, and writes the one digest of the day with all there is
 * to say, with what was told, in one commit. Looking again writes nothing: the state says what was told, and the key of
 * the message is the day. Afterwards the person stands in the index on the next day there may be something.
 */
export async function remindPerson(
  ctx: Granted<"nudge:send">,
  staffId: string,
  policy: ReminderPolicy,
  leaders: Leaders,
): Promise<Reminded> {
  const rows = await readReminderRows(ctx, staffId);
  // Someone else was faster, or the index is a moment behind.
  if (rows.plan?.nextOn === undefined || rows.plan.nextOn > ctx.today) return { kind: "nothing" };
  const person = await readPersonNow(forReader(ctx, rows.state), staffId);
  if (!person) {
    await writePlan(ctx, { staffId, turn: rows.plan.turn }, rows.plan);
    return { kind: "nothing" };
  }
  const told = await toldBefore(ctx, rows.state);
  const decision = decide(person, policy, { told, stopped: rows.state?.stopped ?? [], signals: rows.signals });
  const result = await tell(ctx, person, { rows, told, decision, policy, leaders });
  await planPerson(ctx, staffId, policy);
  await leaveToday(ctx, person);
  return result;
}

type Looking = {
  rows: ReminderRows;
  told: Readonly<Record<string, Told>>;
  decision: Decision;
  policy: ReminderPolicy;
  leaders: Leaders;
};

async function tell(ctx: Granted<"nudge:send">, person: PersonNow, looking: Looking): Promise<Reminded> {
  const { rows, told, decision, policy, leaders } = looking;
  const { silence, occasions, forOthers } = decision;
  if (silence === "notWorking" || silence === "notTheirDay") return { kind: "skipped", why: silence };
  await signal(ctx, await signalsFor(person, forOthers, leaders));
  const state: ReminderState & Versioned = rows.state ?? newState(person.staff.id);
  const said = silence ? [] : await sayNow(forReader(ctx, rows.state), person, decision.lines, policy, occasions);
  const letter = digestOf(ctx, person, said, state);
  // Of many people the first are named; the rest count as told with them, as the mail points to all.
  const now = [...forOthers, ...(letter ? decision.lines.map((line) => ({ ...line, kind: line.kind as ReminderKindId })) : [])];
  if (now.length === 0) return silence ? { kind: "skipped", why: silence } : { kind: "nothing" };
  const nowTold = toldWith(told, now, { today: ctx.today, occasions });
  const message = letter && { key: reminderKey(ctx.today), staffId: person.staff.id };
  const last = message && { day: ctx.today, messageId: messageIdOf(message), before: { ...told } };
  try {
    await commit(ctx, {
      action: letter ? "reminder.written" : "reminder.passedOn",
      subject: `staff:${person.staff.id}`,
      writes: [
        reminderStates.put({ ...state, told: nowTold, last: last ?? state.last }),
        ...(state.version === 0 ? [stopLinks.put(linkOf(ctx, state))] : []),
        ...(letter && message
          ? [enqueue(ctx, { ...message, ...addressed(person), says: { ...letter, digest: { day: ctx.today, lines: letter.lines } } })]
          : []),
      ],
      after: { lines: now.map(({ kind, item, cycle, step }) => `${kind}:${item}:${cycle}:${step}`) },
      result: null,
    });
  } catch (error) {
    // A coach has reminded them today, or another worker wrote the digest: one mail a day is enough.
    if (error instanceof GuardFailed) return { kind: "skipped", why: "mailedToday" };
    throw error;
  }
  if (letter) return { kind: "written", lines: letter.lines.map(({ kind }) => kind as ReminderKindId) };
  return silence ? { kind: "skipped", why: silence } : { kind: "nothing" };
}

const addressed = ({ staff }: PersonNow) => ({ toName: fullName(staff), toEmail: staff.email });

/** The state of someone who was never told anything. */
export const newState = (staffId: string): ReminderState & Versioned => ({
  version: 0,
  staffId,
  told: {},
  stopped: [],
  stopToken: publicId(),
});

/** What finds the person behind the link in their mails. */
export const linkOf = ({ district }: Pick<Context, "district">, { stopToken: token, staffId }: ReminderState) => ({
  version: 0,
  token,
  districtId: district.id,
  staffId,
});

/** Puts down what others are to hear, and that they are to be looked at today, after everyone they support. */
async function signal(ctx: Context, signals: readonly ReminderSignal[]): Promise<void> {
  for (const one of signals) {
    await derive(ctx, [reminderSignals.overwrite(one)]);
    const { plan } = await readReminderRows(ctx, one.recipientId);
    if (plan?.nextOn !== undefined && plan.nextOn <= ctx.today) continue;
    try {
      await derive(ctx, [
        reminderPlans.put({ version: plan?.version ?? 0, staffId: one.recipientId, turn: plan?.turn ?? "second", nextOn: ctx.today }),
      ]);
    } catch (error) {
      // Someone else has just planned them, with the signal in view.
      if (!(error instanceof GuardFailed)) throw error;
      await planPerson(ctx, one.recipientId);
    }
  }
}

/** Whoever was looked at today leaves today's index, whatever came of it: no evaluation goes round in circles. */
async function leaveToday(ctx: Context, person: PersonNow): Promise<void> {
  await retryOnConflict(async () => {
    const { plan } = await readReminderRows(ctx, person.staff.id);
    if (plan?.nextOn === undefined || plan.nextOn > ctx.today) return;
    await writePlan(ctx, { ...plan, nextOn: nextWorkingDay(person, addDays(ctx.today, 1)) }, plan);
  });
}
