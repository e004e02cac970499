import type { CountOnIt, MetricId, SchoolRow } from "../../functions/engagement/contract.ts";

/** From this level on we speak of a high one, and from this gap on of a large one. Conventions of ours, said beside the advice. */
export const highLevel = 70;
export const largeGap = 15;

/** What level and gap together ask for; none where there is no score. */
export type Advice = "keep" | "target" | "district" | "reinstall";

/** High or low, even or far apart: four answers. Where lower is better, a low level is the good one. */
export function adviceFor({ level, gap }: CountOnIt, isHigherBetter: boolean): Advice | undefined {
  if (level === undefined || gap === undefined) return undefined;
  const isHigh = (isHigherBetter ? level : 100 - level) >= highLevel;
  const isApart = gap >= largeGap;
  if (isHigh) return isApart ? "target" : "keep";
  return isApart ? "reinstall" : "district";
}

/** The schools on the weaker side of the score, by name; where one would coach first. Hidden and unknown ones are not among them. */
export function schoolsBehind(schools: readonly SchoolRow[], metric: MetricId, { score }: CountOnIt, isHigherBetter: boolean): SchoolRow[] {
  if (score === undefined) return [];
  return schools
    .filter(({ level, metrics: { [metric]: rate } }) => {
      if (level === "district" || rate.isHidden || rate.percent === undefined) return false;
      return isHigherBetter ? rate.percent < score : rate.percent > score;
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
