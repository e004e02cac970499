import * as z from "zod";
import { PieceKind } from "../portfolio/contract.ts";
import { JobRole } from "../roster/contract.ts";
import { Level } from "./definition-contract.ts";
import { RefreshView } from "./refresh-contract.ts";

/** Which kind of thing a requirement is: what a page offers to do about it. */
const RequirementKind = z.enum(["module", "practice", "holds", "observations", "references", "pieces", "calibration"]);

/** One thing a certification asks for, and whether the person has it. */
export const Requirement = z.object({
  id: z.string(),
  kind: RequirementKind,
  title: z.string(),
  isMet: z.boolean(),
  done: z.number(),
  needed: z.number(),
  moduleId: z.string().optional(),
  /** Of practice that may come from these modules alone: those whose task is not accepted yet. */
  openTasks: z.array(z.object({ moduleId: z.string(), title: z.string() })).optional(),
  /** Of a piece of one's own work: what is to be handed in. */
  piece: PieceKind.optional(),
  /** Of a certificate to hold: the ones that count. */
  certificationIds: z.array(z.string()).optional(),
  /** By what it is met, where that is nothing of ours: a certificate of another district, in the reader's language. */
  note: z.string().optional(),
});
export type Requirement = z.infer<typeof Requirement>;

/**
 * Where a person's application for a term stands. It exists only where reviewers must accept what was handed in: whether
 * everything is there is worked out, never stored.
 */
export const ApplicationState = z.enum(["underReview", "returned", "accepted", "withdrawn"]);
export type ApplicationState = z.infer<typeof ApplicationState>;

/** A reviewer's word on an application. */
export const ApplicationReview = z.object({
  reviewerId: z.string(),
  reviewerName: z.string(),
  reviewedAt: z.iso.datetime(),
  decision: z.enum(["accept", "return"]),
  comment: z.string(),
});
export type ApplicationReview = z.infer<typeof ApplicationReview>;

/** An appeal: of what, why, and what a reviewer who had no part in it decided. */
export const AppealView = z.object({
  id: z.string(),
  of: z.enum(["return", "revocation"]),
  filedAt: z.iso.datetime(),
  reason: z.string(),
  state: z.enum(["open", "upheld", "overturned"]),
  decidedByName: z.string().optional(),
  decidedAt: z.iso.datetime().optional(),
  comment: z.string().optional(),
});
export type AppealView = z.infer<typeof AppealView>;

/** An application as its holder and its reviewers see it. */
export const ApplicationView = z.object({
  id: z.string(),
  certificationId: z.string(),
  title: z.string(),
  cycle: z.number().int(),
  state: ApplicationState,
  submittedAt: z.iso.datetime(),
  statement: z.string(),
  /** What reviewers said, the latest submission's last. */
  reviews: z.array(ApplicationReview),
  /** How many more reviewers must accept it. */
  stillNeeded: z.number().int(),
  /** The last day on which a return may be appealed. */
  appealBy: z.iso.date().optional(),
  appeal: AppealView.optional(),
  version: z.number().int(),
});
export type ApplicationView = z.infer<typeof ApplicationView>;

/** A certification and how far a person is. */
export const CertificationProgress = z.object({
  certificationId: z.string(),
  title: z.string(),
  level: Level,
  role: JobRole.optional(),
  summary: z.string(),
  isRenewal: z.boolean(),
  cycle: z.number().int(),
  requirements: z.array(Requirement),
  isReady: z.boolean(),
  /** How many reviewers must accept it; with none it is issued by itself. */
  reviewers: z.number().int(),
  application: ApplicationView.optional(),
});
export type CertificationProgress = z.infer<typeof CertificationProgress>;

/** Derived from dates and facts on the day it is read, never stored. */
export const CertificateStatus = z.enum(["active", "renewalDue", "inGrace", "lapsed", "suspended", "revoked"]);
export type CertificateStatus = z.infer<typeof CertificateStatus>;

/** What a certificate rests on: earned here, entered from before, or issued by exception. */
export const CertificateOrigin = z.enum(["earned", "history", "exception"]);
export type CertificateOrigin = z.infer<typeof CertificateOrigin>;

export const CertificateView = z.object({
  id: z.string(),
  publicId: z.string(),
  certificationId: z.string(),
  title: z.string(),
  level: Level,
  cycle: z.number().int(),
  holderName: z.string(),
  districtName: z.string(),
  issuedOn: z.iso.date(),
  renewalOpensOn: z.iso.date(),
  expiresOn: z.iso.date(),
  graceEndsOn: z.iso.date().optional(),
  status: CertificateStatus,
  origin: CertificateOrigin,
  clockHours: z.number(),
  verifyUrl: z.string(),
  /** Where its badge is published; with an ending (`.json`, `.jwt`, `.png`), the same as a file. */
  badgeUrl: z.string(),
  /** Whether the page of its address shows it; with sharing off it looks like no certificate's. */
  isShared: z.boolean(),
  /** A later term of the same certification exists. */
  isReplaced: z.boolean(),
  /** Whether it is the term that counts of its certification. */
  isLatest: z.boolean(),
  revokedOn: z.iso.date().optional(),
  revokedBecause: z.string().optional(),
  suspendedOn: z.iso.date().optional(),
  /** The last day on which its revocation may be appealed. */
  appealBy: z.iso.date().optional(),
  appeal: AppealView.optional(),
  /** There when something that it rests on has changed and its holder was asked for that part. */
  refresh: RefreshView.optional(),
});
export type CertificateView = z.infer<typeof CertificateView>;

/** A certificate of another district and what it counts as here; `over`: its last day has passed, `withdrawn`: its issuer revoked or suspended it. */
export const HeldElsewhereView = z.object({
  id: z.string(),
  /** The certificate of ours that it counts as, where one is asked for. */
  countsAs: z.string(),
  title: z.string(),
  issuer: z.string(),
  heldSince: z.iso.date(),
  until: z.iso.date().optional(),
  state: z.enum(["counts", "over", "withdrawn"]),
});
export type HeldElsewhereView = z.infer<typeof HeldElsewhereView>;

export const CertificatesPage = z.object({
  personName: z.string(),
  certificates: z.array(CertificateView),
  /** What was earned in other districts and counts here as being held. */
  elsewhere: z.array(HeldElsewhereView),
  progress: z.array(CertificationProgress),
  creditMinutes: z.number(),
});
export type CertificatesPage = z.infer<typeof CertificatesPage>;

/** What merging another account into a person's would move, in numbers. */
export const MergePreview = z.object({
  /** The account that is given up, and the one that stays. */
  name: z.string(),
  email: z.string(),
  keptName: z.string(),
  completions: z.number().int(),
  /** Modules that both have completed: kept once, with the earlier date. */
  completionsOfBoth: z.number().int(),
  completionsAfter: z.number().int(),
  begun: z.number().int(),
  certificates: z.number().int(),
  assignments: z.number().int(),
  caseload: z.number().int(),
  /** Seats on teams that go over; one that both hold is held once. */
  seats: z.number().int(),
  roles: z.array(z.object({ role: JobRole, schoolName: z.string() })),
  losesAdministration: z.boolean(),
});
export type MergePreview = z.infer<typeof MergePreview>;
