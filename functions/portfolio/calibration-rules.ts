import type { RubricLevel } from "../learning/contract.ts";
import { addDays, type LocalDate } from "../platform/dates.ts";
import type { RatingInput } from "./calibration-contract.ts";
import { leastWords } from "./contract.ts";
import type { CalibrationRating } from "./records.ts";

/** A sample is rated again after so many days at the earliest: by then it is read anew, not remembered. */
const daysBetweenRatings = 180;

type Levels = Readonly<Record<string, RubricLevel>>;

/** Criteria on which two people chose the same level, in percent of all, rounded down: four of five are 80. */
export function agreementOf(criteria: readonly string[], mine: Levels, theirs: Levels): number {
  const same = criteria.filter((id) => mine[id] !== undefined && mine[id] === theirs[id]).length;
  return Math.floor((100 * same) / criteria.length);
}

/** A person's last rating of a sample, if there is one. */
export function latestOf<R extends Pick<CalibrationRating, "sampleId" | "ratedAt">>(all: readonly R[], sampleId: string): R | undefined {
  return all.filter((one) => one.sampleId === sampleId).toSorted((a, b) => b.ratedAt.localeCompare(a.ratedAt))[0];
}

/** The day from which a sample may be rated again. */
export const againOn = ({ ratedOn }: Pick<CalibrationRating, "ratedOn">): LocalDate => addDays(ratedOn, daysBetweenRatings);

/** What keeps a rating from being saved, by the field that has to be mended. */
export function ratingProblems(criteria: readonly string[], { levels, reason }: RatingInput): { path: string; message: string }[] {
  const isWhole = criteria.every((id) => levels[id] !== undefined) && Object.keys(levels).every((id) => criteria.includes(id));
  return [
    ...(isWhole ? [] : [{ path: "json.levels", message: "Choose a level for each criterion." }]),
    ...(reason.length < leastWords ? [{ path: "json.reason", message: "Say in a sentence what in the text decided it." }] : []),
  ];
}
