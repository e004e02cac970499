import { excludedEverywhere, type Metric, nothing } from "./metric.ts";

/** What has lapsed? People whose certificate is over over everyone who ever held one: the lapse rate. */
export const lapsed: Metric = {
  definition: {
    id: "lapsed",
    title: "Lapsed",
    question: "What has lapsed?",
    numerator: "Of those, staff whose last certificate is no longer in force today: it ended without a renewal, or was revoked",
    denominator: "Staff who hold or have held a Foundations certificate",
    window: "As of today; a certificate counts through its last day",
    excluded: `${excludedEverywhere}. Staff in their first 45 days are included`,
    missing: "Someone who never held a certificate is in neither count",
    version: 1,
    isHigherBetter: false,
  },
  contribution: ({ isCertified, hasHeldCertificate }) =>
    hasHeldCertificate ? { numerator: isCertified ? 0 : 1, denominator: 1 } : nothing,
};
