import { excludedEverywhere, type Metric } from "./metric.ts";

/** Who can show it? People who hold a Foundations certificate in force over everyone active. */
export const certified: Metric = {
  definition: {
    id: "certified",
    title: "Certified",
    question: "Who holds a Foundations certificate today?",
    numerator: "Staff with a Foundations certificate that is in force today",
    denominator: "Active staff",
    window: "As of today; a certificate counts through its last day",
    excluded: `${excludedEverywhere}. Staff in their first 45 days are included`,
    missing: "No certificate counts as not certified; a lapsed or revoked one does not count",
    version: 1,
    isHigherBetter: true,
  },
  contribution: ({ isCertified }) => ({ numerator: isCertified ? 1 : 0, denominator: 1 }),
};
