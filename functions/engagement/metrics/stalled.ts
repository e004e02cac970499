import { stalledDays } from "../standing.ts";
import { excludedEverywhere, type Metric } from "./metric.ts";

/** Where has it stalled? Modules begun and left alone for 30 days over modules begun and not complete. */
export const stalled: Metric = {
  definition: {
    id: "stalled",
    title: "Stalled",
    question: "Where has learning stopped?",
    numerator: `Modules begun, not complete, in which the person has done nothing for ${stalledDays} days or more`,
    denominator: "Modules begun and not complete",
    window: "As of today",
    excluded: `${excludedEverywhere}. Staff in their first 45 days are included`,
    missing: "A module that nobody has begun is in neither count",
    version: 1,
    isHigherBetter: false,
  },
  contribution: (standing) => ({ numerator: standing.stalled.length, denominator: standing.open.length }),
};
