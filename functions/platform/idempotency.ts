import * as z from "zod";
import type { Context } from "./context.ts";
import { AppError } from "./errors.ts";
import { sha256 } from "./ids.ts";
import { type Address, collectionOf, record } from "./record.ts";
import type { GuardFailed } from "./table.ts";

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
  const actor = ctx.actor.kind === "person" ? ctx.actor.staffId : ctx.actor.kind === "apiKey" ? ctx.actor.keyId : ctx.actor.name;
  return { of: `IDEM#${actor}#${sha256(key)}`, at: "R" };
}

/** Whether a write failed only because this very request was already answered: trying again cannot help. */
export function isRepeat(error: GuardFailed): boolean {
  return error.failed.some(({ key }) => collectionOf(key.PK).startsWith("IDEM#"));
}

/** The earlier answer to this very request, if there was one; refuses a key that was used for something else. */
export async function earlierAnswer(ctx: Context): Promise<{ result: unknown } | undefined> {
  if (!ctx.idempotency) return undefined;
  const found = await ctx.table.get(idempotencyRecords, idempotencyAddress(ctx, ctx.idempotency.key));
  // One past its time that has not vanished yet still answers: its place is taken, so the effect could not be written anyway.
  if (!found) return undefined;
  if (found.fingerprint !== ctx.idempotency.fingerprint)
    throw new AppError("key-reused", "This Idempotency-Key was used for a different request. Use a new one.");
  return { result: JSON.parse(found.result) };
}

/**
 * The same context for the parts of a change that is made in several commits. Its last commit, made with the context
 * itself, answers a repeat; until then each part must be harmless when it is done again.
 */
export function forParts<C extends Context>(ctx: C): C {
  const { idempotency: _, ...rest } = ctx;
  return rest as C;
}
