import type { DistrictChange, SchoolRate } from "./contract.ts";
import { levelAndGap, rounded } from "./count-on-it.ts";

/** The gap must have moved by this many points … */
const leastMove = 5;
/** … and this share of the schools the same way, before anything is said; fewer than three schools say nothing. */
const leastShare = 2 / 3;
const fewestSchools = 3;

type School = { id: string; rate: SchoolRate };

/**
 * Whether schools came closer together, from what two views show of the schools known in both. Small moves are noise: they
 * are neither good news nor bad.
 */
export function changeBetween(then: readonly School[], now: readonly School[]): Omit<DistrictChange, "filter" | "since"> {
  const before = new Map(then.map(({ id, rate }) => [id, percentOf(rate)]));
  const pairs = now.flatMap(({ id, rate }) => {
    const [a, b] = [before.get(id), percentOf(rate)];
    return a === undefined || b === undefined ? [] : [{ a, b }];
  });
  const up = pairs.filter(({ a, b }) => b > a).length;
  const down = pairs.filter(({ a, b }) => b < a).length;
  const counts = { schools: pairs.length, up, down };
  const gapOf = (values: number[]) => rounded(levelAndGap(values)?.gap ?? 0);
  if (pairs.length < fewestSchools) return { ...counts, verdict: "unknown" };
  const gapThen = gapOf(pairs.map(({ a }) => a));
  const gapNow = gapOf(pairs.map(({ b }) => b));
  const moved = rounded(gapNow - gapThen);
  const isClear = Math.abs(moved) >= leastMove && Math.max(up, down) >= leastShare * pairs.length;
  return { ...counts, gapThen, gapNow, verdict: isClear ? (moved < 0 ? "closer" : "apart") : "noClearChange" };
}

function percentOf(rate: SchoolRate): number | undefined {
  return rate.isHidden ? undefined : rate.percent;
}
