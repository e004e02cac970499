import type { Context } from "../platform/context.ts";
import type { Verdict } from "../platform/deliver.ts";
import type { Message } from "../platform/outbox.ts";
import { openAssignments } from "./kinds/kind.ts";
import { findPolicy, readPersonNow } from "./queries.ts";
import { nextSending, usualWindow } from "./sending-time.ts";
import { awayReason } from "./told.ts";

/** What leaves a little late leaves still: it was promised for inside the window, and its day is taken. */
const leewayMs = 3_600_000;

/**
 * Looks once more at a reminder that someone wrote, before it leaves: what is done by then is not reminded of, and outside
 * the sending window it waits for the next time that it is open on a working day of the person's.
 */
export async function checkNudge(ctx: Context, message: Message): Promise<Verdict> {
  const { nudge } = message;
  const person = await readPersonNow(ctx, message.staffId);
  if (!nudge || !person) return { cancel: awayReason };
  if (!openAssignments(person).some(({ moduleId }) => moduleId === nudge.moduleId)) return { cancel: "done" };
  const late = ctx.now.getTime() - Date.parse(nudge.goesAt);
  if (late >= 0 && late < leewayMs) return { send: message };
  const window = (await findPolicy(ctx))?.window ?? usualWindow;
  const at = nextSending(ctx.now, ctx.district.zone, window, person);
  if (!at) return { cancel: awayReason };
  return at > ctx.now ? { waitUntil: at } : { send: message };
}
