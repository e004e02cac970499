import type { MetricDefinition } from "../contract.ts";
import type { Standing } from "../standing.ts";

/** What one person adds to a figure: to what is counted, and to what it is counted out of. */
export type Contribution = { numerator: number; denominator: number };

/**
 * One figure: its words and its arithmetic, in one file. Roll-up, page, export, list of people and the panel "how this
 * is computed" all use this one object, so they cannot disagree.
 */
export type Metric = {
  definition: MetricDefinition;
  /** What a person who is in the figures adds. Whoever is left out (see `Exclusion`) is never asked. */
  contribution(standing: Standing): Contribution;
};

/** Adds nothing, above or below the line. */
export const nothing: Contribution = { numerator: 0, denominator: 0 };

/** Who is in no figure at all; the same words for every metric. */
export const excludedEverywhere =
  "Staff who on the day are on a leave of more than 20 school days or without an end date, suspended, or no longer work here";
