import type { Context } from "../platform/context.ts";
import { messages } from "../platform/outbox.ts";
import type { ReminderState, Told } from "./records.ts";

/** Why a digest did not go out although what it told is true still. */
export const lateReason = "late";
export const offReason = "off";
export const awayReason = "notWorking";
const unsent = new Set<string | undefined>([lateReason, offReason, awayReason]);

/** What a person was told, without a digest that never left: that is to be told still. One read where there was a digest. */
export async function toldBefore(
  ctx: Context,
  state: ReminderState | undefined,
  unsentId?: string,
): Promise<Readonly<Record<string, Told>>> {
  const last = state?.last;
  if (!last) return state?.told ?? {};
  if (last.messageId === unsentId) return last.before;
  const message = await ctx.table.get(messages, { of: `OUT#${last.messageId}`, at: "MSG" });
  const isWaiting = message?.state === "pending" && last.day < ctx.today;
  const isUnsent = message?.state === "cancelled" && unsent.has(message.reason);
  return isWaiting || isUnsent ? last.before : state.told;
}
