import type { Context } from "../platform/context.ts";
import { startOfDay } from "../platform/dates.ts";
import type { Verdict } from "../platform/deliver.ts";
import type { Message } from "../platform/outbox.ts";
import { planPerson } from "./actions/plan-person.ts";
import { digestOf } from "./digest.ts";
import { sayNow } from "./entries.ts";
import { findPolicy, forReader, readPersonNow, readReminderRows } from "./queries.ts";
import { isInWindow, isOn, occasionsOf, silenceOn } from "./pending.ts";
import { awayReason, lateReason, offReason } from "./told.ts";

/**
 * Looks once more at a reminder that is about to leave: what is done, exempt or stopped by now is left out, and a mail
 * with nothing left in it does not go. Outside the sending window it waits; on another day it is too late, and what it
 * told is told anew.
 */
export async function checkDigest(ctx: Context, message: Message): Promise<Verdict> {
  const { digest } = message;
  if (!digest || digest.day !== ctx.today) return takeBack(ctx, message, lateReason);
  const policy = await findPolicy(ctx);
  if (!isOn(policy)) return takeBack(ctx, message, offReason);
  if (!isInWindow(ctx.now, ctx.district.zone, policy.window)) return { waitUntil: nextTry(ctx) };
  const { state } = await readReminderRows(ctx, message.staffId);
  const theirs = forReader(ctx, state);
  const person = await readPersonNow(theirs, message.staffId);
  if (!person || !state || silenceOn(person) !== undefined) return takeBack(ctx, message, awayReason);
  const lines = digest.lines.filter(({ kind }) => !state.stopped.some((stopped) => stopped === kind));
  const said = await sayNow(theirs, person, lines, policy, occasionsOf(person, policy, state.stopped));
  const letter = digestOf(ctx, person, said, state);
  if (!letter) return { cancel: lines.length === 0 ? "stopped" : "done" };
  const { subject, body, lines: left } = letter;
  return { send: { subject, body, digest: { ...digest, lines: left } } };
}

/** Cancels a digest that will not leave, and plans anew for what it was to tell. */
export async function takeBack(ctx: Context, message: Message, reason: string): Promise<Verdict> {
  if (message.digest) await planPerson(ctx, message.staffId, undefined, message.id);
  return { cancel: reason };
}

/** In an hour, or when the day has passed, whichever is first: then it is found too late and put down as such. */
function nextTry({ now, today, district }: Context): Date {
  const inAnHour = new Date(now.getTime() + 3_600_000);
  const midnight = startOfDay(today, district.zone).getTime() + 24 * 3_600_000;
  return inAnHour.getTime() > midnight ? new Date(midnight + 60_000) : inAnHour;
}
