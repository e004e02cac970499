import * as z from "zod";
import { JobRole } from "../roster/contract.ts";

/** One thing a certification asks for, and whether the person has it. */
export const Requirement = z.object({
  id: z.string(),
  title: z.string(),
  isMet: z.boolean(),
  done: z.number(),
  needed: z.number(),
  moduleId: z.string().optional(),
});
export type Requirement = z.infer<typeof Requirement>;

/** A certification and how far a person is. */
export const CertificationProgress = z.object({
  certificationId: z.string(),
  title: z.string(),
  summary: z.string(),
  requirements: z.array(Requirement),
  isReady: z.boolean(),
});
export type CertificationProgress = z.infer<typeof CertificationProgress>;

/** Derived from dates and facts on the day it is read, never stored. */
export const CertificateStatus = z.enum(["active", "renewalDue", "lapsed", "suspended", "revoked"]);
export type CertificateStatus = z.infer<typeof CertificateStatus>;

export const CertificateView = z.object({
  id: z.string(),
  publicId: z.string(),
  certificationId: z.string(),
  title: z.string(),
  cycle: z.number().int(),
  holderName: z.string(),
  districtName: z.string(),
  issuedOn: z.iso.date(),
  expiresOn: z.iso.date(),
  status: CertificateStatus,
  clockHours: z.number(),
  verifyUrl: z.string(),
});
export type CertificateView = z.infer<typeof CertificateView>;

export const CertificatesPage = z.object({
  personName: z.string(),
  certificates: z.array(CertificateView),
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
  roles: z.array(z.object({ role: JobRole, schoolName: z.string() })),
  losesAdministration: z.boolean(),
});
export type MergePreview = z.infer<typeof MergePreview>;
