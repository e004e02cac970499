import { certifications } from "../certification/definitions.ts";
import { certificatesFrom } from "../certification/queries.ts";
import { lastDayOf } from "../certification/status-rules.ts";
import type { CertificateFacts } from "../platform/context.ts";

/** What rules may ask about certificates, told by certification itself (docs/decisions/0017-rules-as-expressions.md). */
export const certificateFacts: CertificateFacts = {
  offered: certifications.map(({ id, title }) => ({ id, title })),
  heldIn: (items) =>
    certificatesFrom(items).map((one) => ({ certificationId: one.certificationId, issuedOn: one.issuedOn, lastOn: lastDayOf(one) })),
};
