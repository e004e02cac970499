import type { stepScores } from "../../functions/curriculum/content.ts";

export type StepScore = (typeof stepScores)[number];

/** Steps done, steps that applied, and the one as a percent of the other; no percent where no step applied. */
export type Adherence = { done: number; applicable: number; percent: number | undefined };

/**
 * How much of a session was delivered as designed, by the rule that module m12 teaches: steps done out of the steps that
 * applied. A step done in part is not a step done; a step that did not apply leaves both counts.
 */
export function adherenceOf(scores: readonly StepScore[]): Adherence {
  const applicable = scores.filter((score) => score !== "notApplicable").length;
  const done = scores.filter((score) => score === "done").length;
  return { done, applicable, percent: applicable === 0 ? undefined : (done / applicable) * 100 };
}

/** On how many of the steps that both scored two people gave the same score. */
export function agreementOf(pairs: readonly (readonly [StepScore | undefined, StepScore])[]): { same: number; scored: number } {
  const both = pairs.filter(([yours]) => yours !== undefined);
  return { same: both.filter(([yours, theirs]) => yours === theirs).length, scored: both.length };
}
