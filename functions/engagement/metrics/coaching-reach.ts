import { contactDays } from "../standing.ts";
import { excludedEverywhere, type Metric, nothing } from "./metric.ts";

/**
 * Does coaching reach people? Of people who have a coach, those with a trace of it in the last 90 days. There is no coaching
 * plan on record yet, so nothing is said about planned contacts: the figure counts what is recorded and nothing else.
 */
export const coachingReach: Metric = {
  definition: {
    id: "coachingReach",
    title: "Reached by coaching",
    question: "Does coaching reach people?",
    numerator: `Of those, staff whose practice was reviewed, or to whom their coach sent a message here, in the last ${contactDays} days`,
    denominator: "Active staff who have a coach",
    window: `The last ${contactDays} calendar days, today included`,
    excluded: `${excludedEverywhere}; staff without a coach. Staff in their first 45 days are included`,
    missing:
      "No review and no message counts as not reached. Visits and conversations are not recorded here and so not counted; no plan of contacts is on record to compare with",
    version: 1,
    isHigherBetter: true,
  },
  contribution: ({ coaching }) => (coaching === undefined ? nothing : { numerator: coaching.isReached ? 1 : 0, denominator: 1 }),
};
