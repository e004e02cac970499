import * as z from "zod";
import { actorId } from "./actor.ts";
import { type Context, rawTable } from "./context.ts";
import { localDate } from "./dates.ts";
import { forgetChangedDistrict } from "./district.ts";
import type { Granted } from "./grant.ts";
import { instantOf, sha256 } from "./ids.ts";
import { idempotencyAddress, idempotencyRecords, isRepeat } from "./idempotency.ts";
import type { Permission } from "./permissions.ts";
import { type Address, record, type RecordWrite } from "./record.ts";
import { GuardFailed, type Item, type Operation } from "./table.ts";

const AuditRow = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  onDay: z.string(),
  actor: z.string(),
  action: z.string(),
  /** Whom or what it was done to; `additions:…` where several were added at once, each under its name in `after`. */
  subject: z.string(),
  requestId: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  /** A mark of each row as it was put: a fact whose mark no audit row holds was written, or altered, past `commit`. */
  covers: z.array(z.string()).optional(),
});
/** A row of the audit as it is read. */
export type AuditRow = z.infer<typeof AuditRow>;

/** What happened, to whom, by whom; kept three years, never changed. */
export const auditRows = record({
  type: "audit",
  kind: "fact",
  schema: AuditRow,
  address: ({ onDay, id, at }) => ({ of: auditPartition(onDay, shardOf(id)), at: `${at}#${id}` }),
  index2: ({ subject, at, id }) => ({ of: `AUDS#${subject}`, at: `${at}#${id}` }),
  packed: ["before", "after"],
});

/** Eight shards a day keep an import of 100,000 people off one partition. */
export const auditShards = 8;
const shardOf = (id: string): number => Number.parseInt(sha256(id).slice(0, 4), 16) % auditShards;

/** The partition of a day's audit rows in one shard. */
export const auditPartition = (onDay: string, shard: number): string => `AUD#${onDay}#${shard}`;

/** Where the audit row of an id stands, and on which day: both follow from the id. */
export function auditAddress(id: string, zone: string): Address & { onDay: string } {
  const at = instantOf(id);
  const onDay = localDate(at, zone);
  return { of: auditPartition(onDay, shardOf(id)), at: `${at.toISOString()}#${id}`, onDay };
}

/** The mark that an audit row bears of a row as it was put: 48 bits of a digest of all of it. */
export function auditMark({ writeId: _, ...row }: Item): string {
  return sha256(JSON.stringify(inOrder(row))).slice(0, 12);
}

/** The same value with every object's fields in one order: a store gives them back in another. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const ordered: Record<string, unknown> = {};
  for (const name of Object.keys(value).toSorted()) ordered[name] = inOrder((value as Record<string, unknown>)[name]);
  return ordered;
}

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
  const answered = ctx.idempotency && idempotencyRecords.put(idempotencyRecord(ctx, ctx.idempotency, change.result));
  const operations = audited(ctx, change, answered ? [answered] : []);
  await ctx[rawTable].write(operations);
  forgetChangedDistrict(ctx[rawTable], operations);
  return change.result;
}

/** How many rows, audit rows included, one transaction can hold. */
export const rowsTogether = 100;

/**
 * Several changes, each with its own audit row, in one transaction: all of them or none. For parts of a long piece of
 * work that would cost a transaction each; a part that fails is done again one by one.
 */
export async function commitTogether(ctx: Granted<Permission>, changes: readonly Change<unknown>[]): Promise<void> {
  await ctx[rawTable].write(changes.flatMap((change) => audited(ctx, change)));
}

/** One of several that are added at once, and what the audit row keeps of it. */
export type Addition = { subject: string; writes: RecordWrite<"fact">[]; after: unknown };

/**
 * Adds several, of whom nothing is on record yet, in one transaction with one audit row: all of them or none. `make` is told
 * the id of that row, for each to keep as the place where its beginning is told; `additionIn` reads it there. For work
 * that would write a hundred thousand audit rows otherwise.
 */
export async function commitAdditions(
  ctx: Granted<Permission>,
  { action, make }: { action: string; make: (auditId: string) => Addition[] },
): Promise<void> {
  const id = ctx.newId("aud");
  const additions = make(id);
  const after = Object.fromEntries(additions.map((one) => [one.subject, one.after]));
  const change = { action, subject: `additions:${id}`, writes: additions.flatMap(({ writes }) => writes), after, result: undefined };
  await ctx[rawTable].write(audited(ctx, change, [], id));
}

/** What the audit row of an addition tells of one of those it added, as if it told of no other; undefined where it tells nothing of it. */
export async function additionIn(ctx: Context, auditId: string, subject: string): Promise<AuditRow | undefined> {
  const row = await ctx.table.get(auditRows, auditAddress(auditId, ctx.district.zone));
  const after = z.record(z.string(), z.unknown()).safeParse(row?.after).data ?? {};
  return row && subject in after ? { ...row, subject, after: after[subject] } : undefined;
}

/** A change's writes and its audit row: each knows the other. */
function audited(ctx: Granted<Permission>, change: Change<unknown>, more: RecordWrite<"fact">[] = [], id = ctx.newId("aud")): Operation[] {
  const operations = [...change.writes, ...more].map((write) => withAudit(write.operation(ctx.district.id), id));
  const audit = auditRows.put({
    version: 0,
    id,
    at: ctx.now.toISOString(),
    onDay: localDate(ctx.now, ctx.district.zone),
    actor: actorId(ctx.actor),
    action: change.action,
    subject: change.subject,
    requestId: ctx.requestId,
    before: change.before,
    after: change.after,
    covers: operations.flatMap((operation) => ("put" in operation ? auditMark(operation.put) : [])),
  });
  return [...operations, audit.operation(ctx.district.id)];
}

/** The row names the audit row of its last change, so that whoever reads the one finds the other. */
function withAudit(operation: Operation, auditId: string): Operation {
  return "put" in operation ? { ...operation, put: { ...operation.put, auditId } } : operation;
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
