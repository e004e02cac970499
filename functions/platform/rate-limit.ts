import * as z from "zod";
import { actorId } from "./actor.ts";
import { type Context, rawTable } from "./context.ts";
import { TooManyRequests } from "./errors.ts";
import { sha256 } from "./ids.ts";
import { record } from "./record.ts";
import { GuardFailed, type Table } from "./table.ts";

/** Requests of one key in one minute. */
export const requestsAMinute = 60;
const minuteMs = 60_000;
const tries = 4;

/** So many times in so many minutes, of which an hour holds a whole number; what is said beyond. */
type Limit = { most: number; minutes: number; detail?: string };

/**
 * How often a key was used in a minute, or a person did in an hour what asks others. The one counter there is, and it need not be
 * exact: each put holds only at the count that was read, and whoever cannot count is refused.
 */
export const rateWindows = record({
  type: "rate-window",
  kind: "system",
  scope: "global",
  schema: z.object({ hash: z.string(), minute: z.number().int(), count: z.number().int() }),
  address: ({ hash, minute }) => addressOf(hash, minute),
  expiresAt: ({ minute }) => (minute + 60) * 60,
});

const addressOf = (hash: string, minute: number) => ({ of: `APIKEY#${hash}`, at: `MINUTE#${minute}` });

/** Counts one request of a key; throws when the minute has had as many as it may. */
export function countRequest(table: Table, hash: string, now: Date): Promise<void> {
  return countOne(table, hash, now, { most: requestsAMinute, minutes: 1 });
}

/** Counts one use of something by whoever acts, across all processes; throws, with the words given, when they have had as many as they may. */
export function countUse({ actor, district, now, [rawTable]: table }: Context, use: string, limit: Limit): Promise<void> {
  return countOne(table, sha256(JSON.stringify([use, district.id, actorId(actor)])), now, limit);
}

async function countOne(table: Table, hash: string, now: Date, { most, minutes, detail }: Limit): Promise<void> {
  const minute = Math.floor(now.getTime() / minuteMs / minutes) * minutes;
  const refuse = () => new TooManyRequests(Math.max(1, Math.ceil(((minute + minutes) * minuteMs - now.getTime()) / 1_000)), detail);
  const { of, at } = addressOf(hash, minute);
  for (let attempt = 1; attempt <= tries; attempt++) {
    const item = await table.get({ PK: of, SK: at });
    const window = item ? rateWindows.parse(item) : { version: 0, hash, minute, count: 0 };
    if (window.count >= most) throw refuse();
    try {
      await table.write([rateWindows.put({ ...window, count: window.count + 1 }).operation("")]);
      return;
    } catch (error) {
      if (!(error instanceof GuardFailed)) throw error;
    }
  }
  throw refuse();
}
