import { certificates } from "../certification/records.ts";
import { lastDayOf } from "../certification/status-rules.ts";
import type { CertificateFacts } from "../platform/context.ts";
import { rowsOf } from "../platform/district-table.ts";

/** What rules may ask about certificates, told by certification itself (docs/decisions/0017-rules-as-expressions.md). */
export const certificateFacts: CertificateFacts = {
  offered: async () => (await import("../certification/definitions.ts")).certifications.map(({ id, title }) => ({ id, title })),
  heldIn: (items) =>
    rowsOf(certificates, items).map((one) => ({ certificationId: one.certificationId, issuedOn: one.issuedOn, lastOn: lastDayOf(one) })),
};
