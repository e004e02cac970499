import * as z from "zod";
import { TooManyRequests } from "./errors.ts";
import { record } from "./record.ts";
import { GuardFailed, type Table } from "./table.ts";

/** Requests of one key in one minute. */
export const requestsAMinute = 60;
const minuteMs = 60_000;
const tries = 4;

/**
 * How often a key was used in a minute. The one counter there is, and it need not be exact: each put holds only at the
 * count that was read, and whoever cannot count is refused.
 */
export const rateWindows = record({
  type: "rate-window",
  kind: "system",
  scope: "global",
  schema: z.object({ hash: z.string(), minute: z.number().int(), count: z.number().int() }),
  address: ({ hash, minute }) => ({ of: `APIKEY#${hash}`, at: `MINUTE#${minute}` }),
  expiresAt: ({ minute }) => (minute + 60) * 60,
});

/** Counts one request of a key; throws when the minute has had as many as it may. */
export async function countRequest(table: Table, hash: string, now: Date): Promise<void> {
  const minute = Math.floor(now.getTime() / minuteMs);
  const refuse = () => new TooManyRequests(Math.max(1, Math.ceil(((minute + 1) * minuteMs - now.getTime()) / 1_000)));
  for (let attempt = 1; attempt <= tries; attempt++) {
    const item = await table.get({ PK: `APIKEY#${hash}`, SK: `MINUTE#${minute}` });
    const window = item ? rateWindows.parse(item) : { version: 0, hash, minute, count: 0 };
    if (window.count >= requestsAMinute) throw refuse();
    try {
      await table.write([rateWindows.put({ ...window, count: window.count + 1 }).operation("")]);
      return;
    } catch (error) {
      if (!(error instanceof GuardFailed)) throw error;
    }
  }
  throw refuse();
}
