import { excludedEverywhere, type Metric, nothing } from "./metric.ts";

/** Who is current for their role? People with everything due complete over people with anything due. */
export const current: Metric = {
  definition: {
    id: "current",
    title: "Current for their role",
    question: "Who has finished everything that is due?",
    numerator: "Staff who have completed every module that was due by today",
    denominator: "Staff with at least one module due by today",
    window: "As of today; every due date up to and including today counts",
    excluded: `${excludedEverywhere}; staff in their first 45 days`,
    missing: "A module that was never opened counts as not completed",
    version: 1,
    isHigherBetter: true,
  },
  contribution: ({ isInGrace, due }) => {
    if (isInGrace || due.length === 0) return nothing;
    return { numerator: due.every(({ isCompleted }) => isCompleted) ? 1 : 0, denominator: 1 };
  },
};
