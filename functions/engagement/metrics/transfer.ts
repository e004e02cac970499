import { excludedEverywhere, type Metric, nothing } from "./metric.ts";

/** Is learning becoming practice? Practice accepted over practice due, this school year (docs/domain.md, metrics). */
export const transfer: Metric = {
  definition: {
    id: "transfer",
    title: "Transfer to practice",
    question: "Is learning becoming practice?",
    numerator: "Practice tasks that a coach or school leader has accepted, among those due",
    denominator: "Practice tasks of modules that were due by today",
    window: "Due dates from the first day of the school year up to and including today",
    excluded: `${excludedEverywhere}; staff in their first 45 days; modules that prior learning counts for`,
    missing:
      "A task that was not handed in counts as not done. A task that waits for review is not yet accepted, and is shown apart as in review",
    version: 2,
    isHigherBetter: true,
  },
  contribution: ({ isInGrace, dueThisYear }) => {
    if (isInGrace) return nothing;
    const asked = dueThisYear.filter(({ isEquivalent }) => !isEquivalent);
    return { numerator: asked.filter(({ isAccepted }) => isAccepted).length, denominator: asked.length };
  },
};
