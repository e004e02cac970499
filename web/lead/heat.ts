import type { Coverage } from "../../functions/engagement/contract.ts";

/** Below this share of known people a figure is hatched and says of how many it is known. */
export const leastCoveragePercent = 80;
/** A count stands beside a share of fewer than this many. */
const fewestWithoutCount = 30;

export const isWellKnown = ({ known, of }: Coverage): boolean => of === 0 || 100 * known >= leastCoveragePercent * of;
export const needsCount = (denominator: number): boolean => denominator < fewestWithoutCount;

/** How far a share is from where it should be, in five steps: 0 is there, 4 is furthest. */
export function heatStep(percent: number, isHigherBetter: boolean): number {
  const away = isHigherBetter ? 100 - percent : percent;
  return Math.min(4, Math.max(0, Math.floor(away / 20)));
}
