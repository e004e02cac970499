import * as z from "zod";
import { type Address, record } from "../platform/record.ts";
import { OutsideBadgeFacts } from "./outside-contract.ts";

/** A badge that another issuer gave someone: the badge as it was handed in, what it says, what was checked, what was decided. */
export const OutsideBadge = OutsideBadgeFacts.extend({
  /** The token, or the JSON with its proof, as it was handed in. */
  text: z.string(),
  issuerId: z.string(),
  achievementId: z.string(),
  validFrom: z.string().optional(),
  validUntil: z.string().optional(),
  addedAt: z.iso.datetime(),
  decision: OutsideBadgeFacts.shape.decision.unwrap().extend({ by: z.string() }).optional(),
});
export type OutsideBadge = z.infer<typeof OutsideBadge>;

/** Bulky, so beside the person's own partition. */
export const outsideBadgesOf = (staffId: string): string => `U#${staffId}#WORK`;
/** What the badges of other issuers begin with there. */
export const outsidePrefix = "XB#";

/** Where a badge of another issuer stands. */
export const outsideBadgeAddress = (staffId: string, id: string): Address => ({
  of: outsideBadgesOf(staffId),
  at: `${outsidePrefix}${id}`,
});

/** The badges that wait for an administrator, and those that are looked at again, the longest unseen first: what counts, and what may again. */
export const waitingBadges = "XBADGES";
export const countingBadges = "XBADGESON";

export const outsideBadges = record({
  type: "outside-badge",
  kind: "fact",
  schema: OutsideBadge,
  address: ({ staffId, id }) => outsideBadgeAddress(staffId, id),
  // What is revoked stays so. A suspension ends, and what could not be confirmed for a night may be on the next.
  index1: ({ state, check, id }) =>
    state === "accepted" || (state === "withdrawn" && check.verdict !== "revoked")
      ? { of: countingBadges, at: `${check.at}#${id}` }
      : undefined,
  index2: ({ state, addedAt, id }) => (state === "waiting" ? { of: waitingBadges, at: `${addedAt}#${id}` } : undefined),
});

/** Where it stands that a badge was added. */
export const badgeClaimAddress = (id: string): Address => ({ of: `XBADGE#${id}`, at: "CLAIM" });

/** Whose a badge is here. Its key is the guard: one badge counts for one person. Once it was declined, it may be added by somebody else. */
export const badgeClaims = record({
  type: "badge-claim",
  kind: "fact",
  schema: z.object({ id: z.string(), staffId: z.string() }),
  address: ({ id }) => badgeClaimAddress(id),
});

/** What badges of an achievement of an issuer were taken for the last time. */
export const BadgeMapping = z.object({
  id: z.string(),
  issuerId: z.string(),
  achievementId: z.string(),
  title: z.string(),
  issuer: z.string(),
  moduleIds: z.array(z.string()),
  certificationIds: z.array(z.string()).default([]),
  /** For how many years from the decision, where it was until a day. */
  years: z.number().int().optional(),
  savedByName: z.string(),
  savedOn: z.iso.date(),
});
export type BadgeMapping = z.infer<typeof BadgeMapping>;

/** Where it stands what badges of an achievement were taken for. */
export const mappingAddress = (id: string): Address => ({ of: "XBADGEMAP", at: id });

export const badgeMappings = record({
  type: "badge-mapping",
  kind: "fact",
  schema: BadgeMapping,
  address: ({ id }) => mappingAddress(id),
});
