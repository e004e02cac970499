import * as z from "zod";
import { type Address, record } from "../platform/record.ts";
import { ApplicationReview, ApplicationState, CertificateOrigin } from "./contract.ts";
import { DefinitionChoices } from "./definition-contract.ts";
import { RefreshPart } from "./refresh-contract.ts";

/** A certificate as it was issued. Nothing in it changes afterwards but a revocation or a suspension; whether it is in force follows from its dates. */
export const Certificate = z.object({
  id: z.string(),
  /** Unguessable: knowing it is the permission to see the public page. */
  publicId: z.string(),
  staffId: z.string(),
  certificationId: z.string(),
  /** Which term of this certification for this person, from 1. */
  cycle: z.number().int().positive(),
  title: z.string(),
  holderName: z.string(),
  districtName: z.string(),
  issuedOn: z.iso.date(),
  issuedAt: z.iso.datetime(),
  /** Frozen at issue: a later change of the window's length closes nobody's own window. */
  renewalOpensOn: z.iso.date(),
  /** The last day on which it is in force. */
  expiresOn: z.iso.date(),
  /** The last day on which it can be renewed; frozen at issue. Without it there is none. */
  graceEndsOn: z.iso.date().optional(),
  /** The day of the year on which its terms end, `MM-DD`. */
  anchorDay: z.string().optional(),
  /** Which edition of the certification it was earned by. */
  definitionVersion: z.number().int().optional(),
  /** Left out where it was earned here. */
  origin: CertificateOrigin.exclude(["earned"]).optional(),
  /** For one from before: the day on which it was entered here. Nobody is told of what lay before it. */
  enteredOn: z.iso.date().optional(),
  /** The import that entered it: when that is taken back, and nothing rests on the certificate, it goes again. */
  enteredWith: z.string().optional(),
  /** Another certificate or an application came to rest on it: it stays when its import is taken back. */
  isReliedOn: z.boolean().optional(),
  clockHours: z.number(),
  /** module id → the version the person had completed */
  modules: z.record(z.string(), z.string()),
  /** The practice tasks it rests on, by module. */
  practice: z.array(z.string()),
  /** Its holder keeps it to themselves: its public address shows nothing. */
  isWithheld: z.boolean().optional(),
  /** Since when it does not count for a time, while a question about it is open. */
  suspendedOn: z.iso.date().optional(),
  suspendedBecause: z.string().optional(),
  revokedOn: z.iso.date().optional(),
  revokedBecause: z.string().optional(),
  /** Who revoked it: someone else decides an appeal. */
  revokedBy: z.string().optional(),
});
export type Certificate = z.infer<typeof Certificate>;

/** A person's application for one term: everything that was handed in and said, through returns and appeals. */
export const Application = z.object({
  id: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  certificationId: z.string(),
  cycle: z.number().int().positive(),
  state: ApplicationState,
  submission: z.number().int(),
  submittedAt: z.iso.datetime(),
  statement: z.string(),
  /** How many reviewers must accept it: what the certification asks for, and one more in one of ten. */
  reviewers: z.number().int(),
  reviews: z.array(ApplicationReview.extend({ submission: z.number().int() })),
  /** The local date of the last return: what the time for an appeal is counted from. */
  returnedOn: z.iso.date().optional(),
  /** What was said with submissions before this one. */
  earlierStatements: z.array(z.string()),
});
export type Application = z.infer<typeof Application>;

const padded = (cycle: number): string => String(cycle).padStart(4, "0");
const waiting = new Set<Application["state"]>(["underReview"]);

export const applications = record({
  type: "application",
  kind: "fact",
  schema: Application,
  address: ({ staffId, certificationId, cycle }) => ({ of: `U#${staffId}`, at: `APP#${certificationId}#${padded(cycle)}` }),
  // Sparse: what waits for a reviewer, the longest waiting first.
  index2: ({ state, submittedAt, id }) => (waiting.has(state) ? { of: "APPLICATIONS", at: `${submittedAt}#${id}` } : undefined),
});

/** An appeal of a returned application or of a revocation, decided once, by someone who had no part in it. */
export const Appeal = z.object({
  id: z.string(),
  staffId: z.string(),
  staffName: z.string(),
  of: z.enum(["return", "revocation"]),
  certificationId: z.string(),
  cycle: z.number().int(),
  filedAt: z.iso.datetime(),
  reason: z.string(),
  /** Whose decision it is about: none of them decides the appeal. */
  decidersBefore: z.array(z.string()),
  state: z.enum(["open", "upheld", "overturned"]),
  decidedBy: z.string().optional(),
  decidedByName: z.string().optional(),
  decidedAt: z.iso.datetime().optional(),
  comment: z.string().optional(),
});
export type Appeal = z.infer<typeof Appeal>;

export const appeals = record({
  type: "appeal",
  kind: "fact",
  schema: Appeal,
  address: ({ staffId, id }) => ({ of: `U#${staffId}`, at: `APPEAL#${id}` }),
  index2: ({ state, filedAt, id }) => (state === "open" ? { of: "APPEALS", at: `${filedAt}#${id}` } : undefined),
});

/** A district's own choices for a certification, each edition kept. */
export const definitionEditions = record({
  type: "certification-edition",
  kind: "fact",
  schema: z.object({
    certificationId: z.string(),
    edition: z.number().int().min(2),
    choices: DefinitionChoices,
    savedBy: z.string(),
    savedAt: z.iso.datetime(),
    reason: z.string(),
  }),
  address: ({ certificationId, edition }) => ({ of: "CDEF", at: `${certificationId}#${padded(edition)}` }),
});

/** What the holder of a certificate was asked to do because it has changed since. Asked for more, it grows; nothing of it says what is done. */
export const Refresh = z.object({
  staffId: z.string(),
  certificateId: z.string(),
  certificationId: z.string(),
  /** The edition of the certification that it was worked out by. */
  definitionVersion: z.number().int(),
  parts: z.array(RefreshPart),
  askedOn: z.iso.date(),
  dueOn: z.iso.date(),
  /** How often something was added to it: each time is one message. */
  times: z.number().int(),
});
export type Refresh = z.infer<typeof Refresh>;

/** The key is the guard: one for each certificate, which stands for a person, a certification and a cycle. */
export const refreshes = record({
  type: "certificate-refresh",
  kind: "fact",
  schema: Refresh,
  address: ({ staffId, certificateId }) => ({ of: `U#${staffId}`, at: `REFRESH#${certificateId}` }),
});

/** The key is the guard: one certificate for each person, certification and cycle, however many try to issue it. */
export const certificates = record({
  type: "certificate",
  kind: "fact",
  schema: Certificate,
  address: ({ staffId, certificationId, cycle }) => ({
    of: `U#${staffId}`,
    at: `CERT#${certificationId}#${padded(cycle)}`,
  }),
});

/** All that a stranger with the link may learn. `zone` is where the dates are meant; the page does not show it. */
export const PublicCertificate = z.object({
  publicId: z.string(),
  title: z.string(),
  holderName: z.string(),
  districtName: z.string(),
  zone: z.string(),
  issuedOn: z.iso.date(),
  renewalOpensOn: z.iso.date(),
  expiresOn: z.iso.date(),
  graceEndsOn: z.iso.date().optional(),
  /** Its holder has put sharing off: the page answers as for an address without a certificate. */
  isWithheld: z.boolean().optional(),
  suspendedOn: z.iso.date().optional(),
  revokedOn: z.iso.date().optional(),
  /** The district's short name in addresses, by which its badge is found. */
  slug: z.string().optional(),
  /** How it came to be, and by which edition: what the page says of it follows from that. */
  origin: z.enum(["exception", "history"]).optional(),
  definitionVersion: z.number().int().optional(),
});
export type PublicCertificate = z.infer<typeof PublicCertificate>;

/** Where the public row of an id stands. */
export const publicCertificateAddress = (publicId: string): Address => ({ of: `PUB#CERT#${publicId}`, at: "CERT" });

/** Outside every district, because whoever checks a certificate has no district. */
export const publicCertificates = record({
  type: "public-certificate",
  kind: "fact",
  scope: "global",
  schema: PublicCertificate,
  address: ({ publicId }) => publicCertificateAddress(publicId),
});
