import { addDays, type LocalDate } from "../platform/dates.ts";
import type { CertificateStatus } from "./contract.ts";
import type { Certificate } from "./records.ts";

type Dates = Pick<Certificate, "renewalOpensOn" | "expiresOn" | "graceEndsOn" | "revokedOn" | "suspendedOn">;

/**
 * Where a certificate stands on a day. Its last day counts; in the renewal window it is still in force. In grace it is
 * not in force any more, but can be renewed as if it were.
 */
export function certificateStatus(
  { renewalOpensOn, expiresOn, graceEndsOn, revokedOn, suspendedOn }: Dates,
  today: LocalDate,
): CertificateStatus {
  if (revokedOn !== undefined && revokedOn <= today) return "revoked";
  if (expiresOn < today) return graceEndsOn !== undefined && today <= graceEndsOn ? "inGrace" : "lapsed";
  if (suspendedOn !== undefined && suspendedOn <= today) return "suspended";
  return renewalOpensOn <= today ? "renewalDue" : "active";
}

/** Whether a certificate is in force on a day. */
export function isInForce(certificate: Dates, today: LocalDate): boolean {
  const status = certificateStatus(certificate, today);
  return status === "active" || status === "renewalDue";
}

/** The last day on which a certificate is or was in force: its own last day, or the day before it was revoked or suspended. */
export function lastDayOf({ expiresOn, revokedOn, suspendedOn }: Pick<Dates, "expiresOn" | "revokedOn" | "suspendedOn">): LocalDate {
  const ended = [revokedOn, suspendedOn].flatMap((day) => (day !== undefined && day <= expiresOn ? addDays(day, -1) : []));
  return ended.toSorted()[0] ?? expiresOn;
}
