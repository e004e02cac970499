import { metricIds } from "../../functions/engagement/metrics/all.ts";
import type { SchoolFigures } from "../../functions/engagement/records.ts";

/** The counts of people of whom `numerator` count in every metric, as a school stores them. */
export const compactTally = (people: number, numerator: number): string =>
  [people, 0, 0, 0, 0, ...metricIds.flatMap(() => [numerator, people, people])].join(" ");

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
