import { metricIds } from "../../functions/engagement/metrics/all.ts";
import type { SchoolFigures } from "../../functions/engagement/records.ts";

const five = (numerator: number, people: number): number[] => metricIds.slice(0, 5).flatMap(() => [numerator, people, people]);
const later = (numerator: number, people: number): number[] => metricIds.slice(5).flatMap(() => [numerator, people, people]);

/** The counts of people of whom `numerator` count in every metric, as a school stores them. */
export const compactTally = (people: number, numerator: number): string =>
  [people, 0, 0, 0, 0, ...five(numerator, people), 0, 0, ...later(numerator, people)].join(" ");

/** A school in which the same people stand behind every metric. */
export const figures = (schoolId: string, level: SchoolFigures["level"], people: number, numerator: number): SchoolFigures => ({
  schoolId,
  name: schoolId,
  level,
  asOfDay: "2026-11-02",
  rolledAt: "2026-11-02T05:00:00.000Z",
  total: compactTally(people, numerator),
  byRole: {},
  bad: 0,
});
