import * as z from "zod";
import type { Context } from "./context.ts";
import { AppError } from "./errors.ts";
import { sha256 } from "./ids.ts";
import { type Address, record } from "./record.ts";

/** What a request with this key answered; written by `commit` in the effect's own transaction. */
export const idempotencyRecords = record({
  type: "idempotency",
  kind: "fact",
  schema: z.object({ of: z.string(), at: z.string(), fingerprint: z.string(), result: z.string(), expiresAt: z.number() }),
  address: ({ of, at }) => ({ of, at }),
  expiresAt: ({ expiresAt }) => expiresAt,
});

/** Where the record of a key lives: keys belong to the person who sent them. */
export function idempotencyAddress(ctx: Context, key: string): Address {
  const actor = ctx.actor.kind === "person" ? ctx.actor.staffId : ctx.actor.name;
  return { of: `IDEM#${actor}#${sha256(key)}`, at: "R" };
}

/** The earlier answer to this very request, if there was one; refuses a key that was used for something else. */
export async function earlierAnswer(ctx: Context): Promise<{ result: unknown } | undefined> {
  if (!ctx.idempotency) return undefined;
  const found = await ctx.table.get(idempotencyRecords, idempotencyAddress(ctx, ctx.idempotency.key));
  if (!found || found.expiresAt <= ctx.now.getTime() / 1000) return undefined;
  if (found.fingerprint !== ctx.idempotency.fingerprint)
    throw new AppError("key-reused", "This Idempotency-Key was used for a different request. Use a new one.");
  return { result: JSON.parse(found.result) };
}
