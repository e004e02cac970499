import { randomBytes } from "node:crypto";
import * as z from "zod";
import { commit, retryOnConflict } from "./commit.ts";
import { type ApiKeyView, ApiScope, type NewApiKey } from "./contract.ts";
import { type Context, signedInStaffId } from "./context.ts";
import { addYears, type LocalDate } from "./dates.ts";
import { AppError, notFound } from "./errors.ts";
import type { Granted } from "./grant.ts";
import { sha256 } from "./ids.ts";
import { record, type Versioned } from "./record.ts";
import { GuardFailed, type Table } from "./table.ts";

/** A key by which another program of the district reads. The key itself is shown once and kept nowhere: only its hash is. */
const ApiKey = z.object({
  hash: z.string(),
  id: z.string(),
  districtId: z.string(),
  name: z.string(),
  scopes: z.array(ApiScope),
  /** The first letters, by which people tell keys apart. */
  prefix: z.string(),
  createdAt: z.iso.datetime(),
  createdBy: z.object({ id: z.string(), name: z.string() }),
  /** The last day on which it is good. */
  expiresOn: z.iso.date(),
  revokedAt: z.iso.datetime().optional(),
  revokedByName: z.string().optional(),
});
type ApiKey = z.infer<typeof ApiKey>;

/** Found by its hash alone, because whoever sends a key names no district; its district lists it by an index. */
export const apiKeys = record({
  type: "api-key",
  kind: "fact",
  scope: "global",
  schema: ApiKey,
  address: ({ hash }) => ({ of: `APIKEY#${hash}`, at: "KEY" }),
  index2: ({ districtId, createdAt, id }) => ({ of: `D#${districtId}#APIKEYS`, at: `${createdAt}#${id}` }),
});

/** The last day on which a key was used; written once a day. */
export const apiKeyUses = record({
  type: "api-key-use",
  kind: "system",
  scope: "global",
  schema: z.object({ hash: z.string(), day: z.iso.date() }),
  address: ({ hash }) => ({ of: `APIKEY#${hash}`, at: "USED" }),
});

const longestYears = 1;

/** What a key looks like: what it is for every secret scanner to see, and 256 bits of chance. */
export const looksLikeKey = (text: string): boolean => /^tl_[\w-]{43}$/.test(text);

/**
 * Makes a key and answers it, this once. It is good for a year at most. Sent again with the same intent, the request
 * answers that the key was made, without the key: it was never stored.
 */
export async function createApiKey(ctx: Granted<"apiKey:write">, input: NewApiKey): Promise<{ key: ApiKeyView; token?: string }> {
  const latest = addYears(ctx.today, longestYears);
  if (input.expiresOn <= ctx.today || input.expiresOn > latest)
    throw new AppError("invalid-input", "Correct the date. No key was made.", {
      fields: [{ path: "json.expiresOn", message: "Choose a day after today, and within a year." }],
    });
  const token = `tl_${randomBytes(32).toString("base64url")}`;
  const key: ApiKey & Versioned = {
    version: 0,
    hash: sha256(token),
    id: ctx.newId("key"),
    districtId: ctx.district.id,
    ...input,
    prefix: token.slice(0, 9),
    createdAt: ctx.now.toISOString(),
    createdBy: { id: signedInStaffId(ctx), name: ctx.actor.name },
  };
  const view = viewOf(key, undefined, ctx.today);
  await commit(ctx, {
    action: "api-key.created",
    subject: `api-key:${key.id}`,
    writes: [apiKeys.put(key)],
    after: view,
    result: { key: view },
  });
  return { key: view, token };
}

/** Ends a key at once and for good. One that has ended already stays as it is. */
export async function revokeApiKey(ctx: Granted<"apiKey:write">, keyId: string): Promise<ApiKeyView> {
  return retryOnConflict(async () => {
    const listed = (await ctx.table.list(apiKeys, "APIKEYS", { index: "index2" })).find(({ id }) => id === keyId);
    const key = listed && (await ctx.table.get(apiKeys, { of: `APIKEY#${listed.hash}`, at: "KEY" }));
    if (!key || key.districtId !== ctx.district.id) throw notFound("key");
    if (key.revokedAt !== undefined) return viewOf(key, undefined, ctx.today);
    const after = { ...key, revokedAt: ctx.now.toISOString(), revokedByName: ctx.actor.name };
    const view = viewOf(after, undefined, ctx.today);
    return commit(ctx, { action: "api-key.revoked", subject: `api-key:${keyId}`, writes: [apiKeys.put(after)], after: view, result: view });
  });
}

/** The district's keys, the latest first, with the day each was used last. */
export async function listApiKeys(ctx: Context): Promise<ApiKeyView[]> {
  const keys = await ctx.table.list(apiKeys, "APIKEYS", { index: "index2", descending: true });
  return Promise.all(
    keys.map(async (key) => viewOf(key, (await ctx.table.get(apiKeyUses, { of: `APIKEY#${key.hash}`, at: "USED" }))?.day, ctx.today)),
  );
}

/** The key of a token; undefined for one that does not exist or was revoked. Whether its last day is over is for its district's date. */
export async function findApiKey(table: Table, token: string): Promise<ApiKey | undefined> {
  if (!looksLikeKey(token)) return undefined;
  const item = await table.get({ PK: `APIKEY#${sha256(token)}`, SK: "KEY" });
  const key = item && apiKeys.parse(item);
  return key && key.revokedAt === undefined ? key : undefined;
}

/** Notes that a key is in use, once a day. Two requests at once write the same. */
export async function noteUse(table: Table, { hash, districtId }: Pick<ApiKey, "hash" | "districtId">, today: LocalDate): Promise<void> {
  const item = await table.get({ PK: `APIKEY#${hash}`, SK: "USED" });
  const use = item && apiKeyUses.parse(item);
  if (use && use.day >= today) return;
  try {
    await table.write([apiKeyUses.put({ version: use?.version ?? 0, hash, day: today }).operation(districtId)]);
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error;
  }
}

function viewOf(key: ApiKey, lastUsedOn: LocalDate | undefined, today: LocalDate): ApiKeyView {
  const { id, name, scopes, prefix, createdAt, createdBy, expiresOn, revokedAt, revokedByName } = key;
  return {
    id,
    name,
    scopes,
    prefix,
    createdAt,
    createdByName: createdBy.name,
    expiresOn,
    state: revokedAt !== undefined ? "revoked" : expiresOn < today ? "expired" : "active",
    ...(lastUsedOn !== undefined && { lastUsedOn }),
    ...(revokedAt !== undefined && { revokedAt }),
    ...(revokedByName !== undefined && { revokedByName }),
  };
}
