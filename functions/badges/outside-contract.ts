import * as z from "zod";

const Step = z.object({
  outcome: z.enum(["good", "bad", "unknown"]),
  because: z
    .enum([
      "malformed",
      "disagrees",
      "unsigned",
      "otherKind",
      "brokenProof",
      "unknownWords",
      "noKey",
      "notTheirKey",
      "keyNotListed",
      "altered",
      "unreachable",
      "unreadableDates",
      "unknownStatus",
      "listNotTheirs",
      "listWrong",
    ])
    .optional(),
});

/** What was found about a badge when it was last looked at. */
export const BadgeCheck = z.object({
  verdict: z.enum(["notABadge", "forged", "unchecked", "revoked", "suspended", "notYet", "expired", "valid"]),
  signature: Step,
  dates: Step,
  status: Step,
  at: z.iso.datetime(),
});
export type BadgeCheck = z.infer<typeof BadgeCheck>;

/** Whether the badge names the person: by the digest of their address or by their name, someone else, or nobody. */
export const HolderMatch = z.enum(["address", "name", "different", "unnamed"]);
export type HolderMatch = z.infer<typeof HolderMatch>;

/** `withdrawn`: it counted, and its issuer has revoked or suspended it since. */
export const OutsideState = z.enum(["waiting", "accepted", "declined", "withdrawn"]);
export type OutsideState = z.infer<typeof OutsideState>;

/** A badge of another issuer: what is in its file, or where it is published. */
export const NewOutsideBadge = z.object({
  text: z.string().trim().max(100_000, "This badge is larger than 100,000 characters. Ask its issuer for it as a .jwt file.").optional(),
  address: z
    .url({ protocol: /^https$/, error: "Give a whole address that begins with https://." })
    .max(500)
    .optional(),
});
export type NewOutsideBadge = z.infer<typeof NewOutsideBadge>;

const Decision = z.object({
  byName: z.string(),
  on: z.iso.date(),
  reason: z.string(),
  moduleIds: z.array(z.string()),
  /** The certificates of ours that holding it counts as holding. */
  certificationIds: z.array(z.string()).default([]),
  until: z.iso.date().optional(),
});

/** What is known of a badge of another issuer, in its row and on pages. */
export const OutsideBadgeFacts = z.object({
  /** Follows from issuer and badge: the same badge added twice is one. */
  id: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  title: z.string(),
  issuer: z.string(),
  issuerHost: z.string().optional(),
  /** The name that the badge says, where it says one. */
  holder: z.string().optional(),
  holderMatch: HolderMatch,
  check: BadgeCheck,
  state: OutsideState,
  addedOn: z.iso.date(),
  addedByName: z.string(),
  decision: Decision.optional(),
});

/** A badge of another issuer as its holder and an administrator read it. */
export const OutsideBadgeView = OutsideBadgeFacts.extend({
  /** Its first and last day by the district's clock. */
  firstDay: z.iso.date().optional(),
  lastDay: z.iso.date().optional(),
  /** The certificates of ours that it was decided to count as, by their titles. */
  countsAs: z.array(z.string()),
  version: z.number().int(),
});
export type OutsideBadgeView = z.infer<typeof OutsideBadgeView>;

/** The badges of other issuers that someone has, the latest first. */
export const OutsideBadges = z.object({ staffName: z.string(), badges: z.array(OutsideBadgeView) });
export type OutsideBadges = z.infer<typeof OutsideBadges>;

/** What waits for an administrator, the longest waiting first, each with what it, or the last of its kind, was taken for. */
export const OutsideBadgeQueue = z.object({
  badges: z.array(
    OutsideBadgeView.extend({
      suggestion: z.object({
        moduleIds: z.array(z.string()),
        certificationIds: z.array(z.string()),
        until: z.iso.date().optional(),
        isRemembered: z.boolean(),
      }),
    }),
  ),
  /** The certifications that a certificate may be asked for. */
  certifications: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type OutsideBadgeQueue = z.infer<typeof OutsideBadgeQueue>;

const words = z.string().trim().max(1_000);

/** What an administrator decides: for which modules and as which certificates the badge counts and until when, or that it does not, and why. */
export const OutsideBadgeDecision = z.discriminatedUnion("decision", [
  z.object({
    decision: z.literal("accept"),
    version: z.number().int(),
    moduleIds: z.array(z.string()).max(50),
    certificationIds: z.array(z.string()).max(20),
    until: z.iso.date().optional(),
    reason: words,
    /** The next badge of the same achievement and issuer comes with the same modules chosen. */
    isRemembered: z.boolean(),
  }),
  z.object({
    decision: z.literal("decline"),
    version: z.number().int(),
    reason: words.min(10, "Write a sentence, so that the holder can follow why."),
  }),
]);
export type OutsideBadgeDecision = z.infer<typeof OutsideBadgeDecision>;
