import * as z from "zod";
import { type Address, record } from "../platform/record.ts";

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
  clockHours: z.number(),
  /** module id → the version the person had completed */
  modules: z.record(z.string(), z.string()),
  /** The practice tasks it rests on, by module. */
  practice: z.array(z.string()),
  revokedOn: z.iso.date().optional(),
  revokedBecause: z.string().optional(),
  /** Since when it does not count for a time, while something about it is looked into. */
  suspendedOn: z.iso.date().optional(),
});
export type Certificate = z.infer<typeof Certificate>;

/** The key is the guard: one certificate for each person, certification and cycle, however many try to issue it. */
export const certificates = record({
  type: "certificate",
  kind: "fact",
  schema: Certificate,
  address: ({ staffId, certificationId, cycle }) => ({
    of: `U#${staffId}`,
    at: `CERT#${certificationId}#${String(cycle).padStart(4, "0")}`,
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
  revokedOn: z.iso.date().optional(),
  suspendedOn: z.iso.date().optional(),
  /** The district's short name in addresses, by which its badge is found. */
  slug: z.string().optional(),
  /** Its holder shows it to nobody: it is answered as if there were none. */
  isWithheld: z.boolean().optional(),
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
