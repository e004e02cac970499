import type { CertificateView } from "../../functions/certification/contract.ts";

/** What a certificate is called on its holder's pages. */
export type ShownStatus = CertificateView["status"] | "renewed";

/** What a certificate is called today: one that a later term has taken up was renewed, and asks for nothing more. */
export function shownStatus({ status, isReplaced }: Pick<CertificateView, "status" | "isReplaced">): ShownStatus {
  return isReplaced && status !== "revoked" && status !== "suspended" ? "renewed" : status;
}

/** The certificate in force that ends first, by the latest term of each certification: one renewed early is not to be renewed again. */
export function heldCertificate(certificates: readonly CertificateView[]): CertificateView | undefined {
  return certificates
    .filter(({ status, isLatest }) => isLatest && (status === "active" || status === "renewalDue"))
    .toSorted((a, b) => a.expiresOn.localeCompare(b.expiresOn))[0];
}
