import type { PublicCertificate } from "../certification/records.ts";
import type { ProofLinks } from "../certification/verification-page.ts";
import { badgePage, issuerPage } from "./addresses.ts";

/** Where a certificate's badge is, for its public page; undefined for one that is older than badges. */
export function proofLinks({ publicId, slug }: PublicCertificate, origin: string): ProofLinks | undefined {
  if (slug === undefined) return undefined;
  const place = { origin, slug };
  const local = (address: string): string => address.slice(origin.length);
  return {
    check: `/check-badge?${new URLSearchParams({ at: local(badgePage(place, publicId)) })}`,
    files: (["png", "svg", "json", "jwt"] as const).map((format) => ({ format, address: local(badgePage(place, publicId, format)) })),
    issuer: local(issuerPage(place)),
    keys: `${issuerPage(place)}/did.json`,
  };
}
