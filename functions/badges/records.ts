import * as z from "zod";
import { type Address, record } from "../platform/record.ts";

/** Whether a certificate holds: what the lists of status say of its badge. */
const Standing = z.object({ isRevoked: z.boolean(), isSuspended: z.boolean() });
export type Standing = z.infer<typeof Standing>;

/**
 * What a certificate says, as an Open Badge. Its text is frozen before it is signed, so that signing it again, after a crash or
 * by two workers, signs the very same bytes. Nothing in it changes afterwards but its standing.
 */
export const Badge = z.object({
  /** The certificate's own public id: one badge for each certificate. */
  publicId: z.string(),
  certificateId: z.string(),
  /** Its place in the lists of status, drawn by chance. */
  list: z.number().int().positive(),
  index: z.number().int().nonnegative(),
  frozenAt: z.iso.datetime(),
  /** The credential as JSON, without a proof. */
  credential: z.string(),
  ...Standing.shape,
  /** What is signed: the whole JSON Web Token, and the proof that stands in the JSON. */
  signed: z
    .object({ jwt: z.string(), proof: z.string(), at: z.iso.datetime(), keys: z.object({ rs256: z.string(), ed25519: z.string() }) })
    .optional(),
  /** What the lists of status were last brought to say of it. */
  listed: Standing.optional(),
});
export type Badge = z.infer<typeof Badge>;

/** Where the badge of a certificate stands. */
export const badgeAddress = (publicId: string): Address => ({ of: `BADGE#${publicId}`, at: "BADGE" });

export const badges = record({
  type: "badge",
  kind: "fact",
  schema: Badge,
  address: ({ publicId }) => badgeAddress(publicId),
});

/** The partition of a district's keys and lists of status. */
export const issuerPartition = "BADGES";

/** A place in the lists of status that is taken. The key is the guard: no two badges share one. */
export const badgePlaces = record({
  type: "badge-place",
  kind: "fact",
  schema: z.object({ list: z.number().int(), index: z.number().int(), publicId: z.string() }),
  address: ({ list, index }) => placeAddress(list, index),
});

/** Where a place in the lists of status stands. */
export const placeAddress = (list: number, index: number): Address => ({
  of: `${issuerPartition}#${String(list).padStart(4, "0")}`,
  at: String(index).padStart(6, "0"),
});

/** The public half of a key that signs or has signed. It stays for ever: badges outlive keys. */
export const BadgeKey = z.object({
  kid: z.string(),
  algorithm: z.enum(["RS256", "Ed25519"]),
  jwk: z.record(z.string(), z.string()),
  publishedAt: z.iso.datetime(),
});
export type BadgeKey = z.infer<typeof BadgeKey>;

/** Where the public half of a key stands. */
export const keyAddress = (kid: string): Address => ({ of: issuerPartition, at: `KEY#${kid}` });

export const badgeKeys = record({
  type: "badge-key",
  kind: "fact",
  schema: BadgeKey,
  address: ({ kid }) => keyAddress(kid),
});

export const StatusPurpose = z.enum(["revocation", "suspension"]);
export type StatusPurpose = z.infer<typeof StatusPurpose>;

/** Where a list of status stands. */
export const statusListAddress = (purpose: StatusPurpose, list: number): Address => ({
  of: issuerPartition,
  at: `LIST#${purpose}#${String(list).padStart(4, "0")}`,
});

/** A list of status as it is published: a signed credential whose bits follow from the badges. */
export const statusLists = record({
  type: "status-list",
  kind: "derived",
  schema: z.object({
    purpose: StatusPurpose,
    list: z.number().int().positive(),
    /** The bits, compressed, as they stand in the credential. */
    encodedList: z.string(),
    /** The credential as JSON, with its proof. */
    credential: z.string(),
  }),
  address: ({ purpose, list }) => statusListAddress(purpose, list),
});
