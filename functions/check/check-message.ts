import { idFrom } from "../platform/ids.ts";
import type { Item } from "../platform/table.ts";
import { messages } from "../platform/outbox.ts";
import type { Finding } from "./contract.ts";
import { rowName } from "./check-row.ts";

/** Mail that has waited so long is stuck: the stream sends at once, the hourly sweep what it missed. */
const stuckAfterHours = 72;

/** Whether a message is in a state that the outbox leads to, and under the id that makes one occasion one mail. */
export function checkMessage(item: Item, now: Date): Finding[] {
  let message;
  try {
    message = messages.parse(item);
  } catch {
    return [];
  }
  const { id, key, staffId, state, createdAt, retryAt, sentAt, leasedAt } = message;
  const row = rowName(item);
  const say = (expected: string, found: string): Finding[] => [{ kind: "messageDiffers", row, expected, found }];
  if (id !== idFrom("msg", key, staffId)) return say("the id that follows from its occasion and recipient", `${id} for ${key}`);
  if (state === "sent" && sentAt === undefined) return say("the time at which it was sent", "sent, without a time");
  if (state === "sending" && leasedAt === undefined) return say("a lease while it is being sent", "no lease");
  const waitedHours = (now.getTime() - Date.parse(retryAt ?? createdAt)) / 3_600_000;
  const isOpen = state === "pending" || state === "sending";
  return isOpen && waitedHours > stuckAfterHours
    ? say(`sent within ${stuckAfterHours} hours`, `${state} for ${Math.floor(waitedHours)} hours`)
    : [];
}
