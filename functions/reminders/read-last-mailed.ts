import type { Context } from "../platform/context.ts";
import { localDate } from "../platform/dates.ts";
import { notFound } from "../platform/errors.ts";
import { messageIdOf, messages, reminderKey } from "../platform/outbox.ts";
import type { LastMailed } from "./contract.ts";
import { findPolicy, readPersonNow } from "./queries.ts";
import { nextSending, usualWindow } from "./sending-time.ts";

const latestMails = 5;

/**
 * When a person was last mailed, whatever about, when a reminder written now would leave, and whether that day's one is
 * taken. One query of their rows, one of an index, and two rows.
 */
export async function readLastMailed(ctx: Context, staffId: string): Promise<LastMailed> {
  const { zone } = ctx.district;
  const [{ rows }, policy, person] = await Promise.all([
    ctx.table.page(messages, `OUTU#${staffId}`, { index: "index2", descending: true, limit: latestMails }),
    findPolicy(ctx),
    readPersonNow(ctx, staffId),
  ]);
  if (!person) throw notFound("person");
  const goesAt = nextSending(ctx.now, zone, policy?.window ?? usualWindow, person) ?? ctx.now;
  const id = messageIdOf({ key: reminderKey(localDate(goesAt, zone)), staffId });
  const taken = await ctx.table.get(messages, { of: `OUT#${id}`, at: "MSG" });
  const sentAt = rows.find((message) => message.sentAt !== undefined)?.sentAt;
  return {
    isTaken: taken !== undefined,
    ...(goesAt > ctx.now && { goesAt: goesAt.toISOString() }),
    ...(sentAt !== undefined && { lastMailedOn: localDate(new Date(sentAt), zone) }),
  };
}
