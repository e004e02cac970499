import type { FoundBadge } from "./read-file.ts";

/** Why something is not good, or could not be looked at. Whoever shows it has the words. */
export type Because =
  | "malformed"
  | "disagrees"
  | "unsigned"
  | "otherKind"
  | "brokenProof"
  | "unknownWords"
  | "noKey"
  | "notTheirKey"
  | "keyNotListed"
  | "altered"
  | "unreachable"
  | "unreadableDates"
  | "unknownStatus"
  | "listNotTheirs"
  | "listWrong";

/** What was found of each thing that makes a badge good. `unknown`: it could not be looked at. */
export type Step = { outcome: "good" | "bad" | "unknown"; because?: Because };

/** What a list of status says of a badge that is not good. */
export type StatusFound = "revoked" | "suspended";

/** What a badge says, for people. */
export type BadgeWords = {
  title: string;
  holder?: string;
  issuer: string;
  /** The host that published the issuer's keys: who an issuer is can be told from it, and from nothing else in the badge. */
  issuerHost?: string;
  validFrom?: string;
  validUntil?: string;
  /** Where the badge itself is published. */
  address?: string;
};

/** What is true of a badge as a whole. Good is `valid` alone. */
export type Verdict = "notABadge" | "forged" | "unchecked" | "revoked" | "suspended" | "notYet" | "expired" | "valid";

/** All that was found about a badge. */
export type BadgeReport = {
  verdict: Verdict;
  form: FoundBadge["form"];
  badge?: BadgeWords;
  signature: Step;
  dates: Step & { state?: "notYet" | "expired" };
  status: Step & { state?: StatusFound };
};

/**
 * How the verifier reaches what others published, and the time it is. `deadline` ends the whole verification, however many
 * addresses a badge names; without one it has `verificationMs`.
 */
export type VerifyWith = { fetchText: FetchText; now: Date; deadline?: AbortSignal };

/** Reads what is published at an address. Throws where it cannot be reached, or not before the signal ends it. */
export type FetchText = (address: string, signal?: AbortSignal) => Promise<string>;

/** How long a badge may keep its verifier waiting for what others publish, in milliseconds. */
export const verificationMs = 20_000;

/** Clocks differ: what was issued this moment may look as if it came from the future. */
export const clockSkewMs = 300_000;
