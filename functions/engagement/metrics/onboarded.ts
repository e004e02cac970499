import { excludedEverywhere, type Metric, nothing } from "./metric.ts";

/** Are new people on-boarded? Hires with the shared core complete by their 45th day over hires whose 45th day is past. */
export const onboarded: Metric = {
  definition: {
    id: "onboarded",
    title: "On-boarded in 45 days",
    question: "Are new people on-boarded?",
    numerator: "Of those, staff who had completed every module of the shared core on their path by their 45th day",
    denominator: "Staff whose 45th calendar day after hire fell in this school year, up to and including today",
    window: "45th days from the first day of the school year up to and including today",
    excluded: `${excludedEverywhere}. Staff still in their first 45 days are not asked yet`,
    missing: "A module of the core that was not completed by the 45th day, or never, counts as not on-boarded",
    version: 1,
    isHigherBetter: true,
  },
  contribution: ({ onboarding }) => (onboarding === undefined ? nothing : { numerator: onboarding.isDone ? 1 : 0, denominator: 1 }),
};
