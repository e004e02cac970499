import { excludedEverywhere, type Metric } from "./metric.ts";

/** Who have we reached? People who opened a lesson this school year over everyone active. */
export const reach: Metric = {
  definition: {
    id: "reach",
    title: "Reach",
    question: "Who have we reached?",
    numerator: "Staff who have opened at least one lesson this school year",
    denominator: "Active staff",
    window: "From the first day of the school year up to and including today",
    excluded: `${excludedEverywhere}. Staff in their first 45 days are included`,
    missing: "No lesson opened counts as not reached",
    version: 1,
    isHigherBetter: true,
  },
  contribution: ({ hasLearnedThisYear }) => ({ numerator: hasLearnedThisYear ? 1 : 0, denominator: 1 }),
};
