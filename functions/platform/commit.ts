import * as z from "zod";
import { type Context, rawTable } from "./context.ts";
import { localDate } from "./dates.ts";
import { forgetChangedDistrict } from "./district.ts";
import type { Granted } from "./grant.ts";
import { sha256 } from "./ids.ts";
import { idempotencyAddress, idempotencyRecords, isRepeat } from "./idempotency.ts";
import type { Permission } from "./permissions.ts";
import { record, type RecordWrite } from "./record.ts";
import { GuardFailed } from "./table.ts";

/** What happened, to whom, by whom; kept three years, never changed. */
export const auditRows = record({
  type: "audit",
  kind: "fact",
  schema: z.object({
    id: z.string(),
    at: z.iso.datetime(),
    onDay: z.string(),
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    requestId: z.string(),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
  }),
  // Eight shards a day keep an import of 100,000 people off one partition.
  address: ({ onDay, id, at }) => ({ of: `AUD#${onDay}#${Number.parseInt(sha256(id).slice(0, 4), 16) % 8}`, at: `${at}#${id}` }),
  index2: ({ subject, at, id }) => ({ of: `AUDS#${subject}`, at: `${at}#${id}` }),
});

export type Change<Result> = {
  /** What was done, in the past tense and the district's words: `evidence.accepted`. */
  action: string;
  /** Whom or what it was done to: `staff:stf_…`. */
  subject: string;
  writes: RecordWrite<"fact">[];
  before?: unknown;
  after?: unknown;
  /** What the action answers; replayed as it stands when the same request arrives twice. */
  result: Result;
};

/**
 * Writes facts, their audit row and, for a request that carries a key, its idempotency record, in one transaction:
 * all or nothing. The only writer of facts. A guard that fails throws `GuardFailed`.
 */
export async function commit<Result>(ctx: Granted<Permission>, change: Change<Result>): Promise<Result> {
  const id = ctx.newId("aud");
  const at = ctx.now.toISOString();
  const audit = auditRows.put({
    version: 0,
    id,
    at,
    onDay: localDate(ctx.now, ctx.district.zone),
    actor: ctx.actor.kind === "person" ? `staff:${ctx.actor.staffId}` : `job:${ctx.actor.name}`,
    action: change.action,
    subject: change.subject,
    requestId: ctx.requestId,
    before: change.before,
    after: change.after,
  });
  const writes = [...change.writes, audit];
  if (ctx.idempotency) writes.push(idempotencyRecords.put(idempotencyRecord(ctx, ctx.idempotency, change.result)));
  const operations = writes.map((write) => write.operation(ctx.district.id));
  await ctx[rawTable].write(operations);
  forgetChangedDistrict(ctx[rawTable], operations);
  return change.result;
}

function idempotencyRecord(ctx: Context, { key, fingerprint }: { key: string; fingerprint: string }, result: unknown) {
  const { of, at } = idempotencyAddress(ctx, key);
  return {
    version: 0,
    of,
    at,
    fingerprint,
    result: JSON.stringify(result ?? null),
    expiresAt: Math.floor(ctx.now.getTime() / 1000) + 48 * 3600,
  };
}

/**
 * Runs read-decide-commit again when someone else wrote in between. For merges that lose nothing by being redone;
 * an edit by a person is not one, and answers `conflict` instead.
 */
export async function retryOnConflict<Result>(work: () => Promise<Result>): Promise<Result> {
  const tries = 8;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof GuardFailed) || attempt === tries || isRepeat(error)) throw error;
    }
  }
}
