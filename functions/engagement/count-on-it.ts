import type { CountOnIt } from "./contract.ts";

/** Below this many schools there is nothing to compare … */
const fewestSchools = 3;
/** … and a point stands only where at least this share of them is known; otherwise the honest bounds stand alone. */
const leastKnownShare = 0.8;

/**
 * Level, gap and the mean of the lower of two schools over all pairs, which is level − gap / 2 (Sen's mean × (1 − Gini)).
 * `gap` is Gini's mean difference: the mean absolute difference over all pairs. Undefined with fewer than two values.
 * O(n log n): sorted, the value at rank i is the larger of i pairs and the smaller of n − 1 − i.
 */
export function levelAndGap(values: readonly number[]): { level: number; gap: number; score: number } | undefined {
  const n = values.length;
  if (n < 2) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const level = sorted.reduce((sum, value) => sum + value, 0) / n;
  const differences = sorted.reduce((sum, value, i) => sum + (2 * i + 1 - n) * value, 0);
  const gap = differences / ((n * (n - 1)) / 2);
  return { level, gap, score: level - gap / 2 };
}

/**
 * The count-on-it score of schools on a scale of 0 to 100: pick two at random, and the weaker one is, on average, here.
 * A school without a value is unknown, never guessed: since the score rises with every school, the bounds are the score
 * with the unknown at 0 and at 100. With fewer than three schools there is none. Where a lower figure is the better
 * one, the weaker school is the higher one, and the score is level + gap / 2.
 */
export function countOnIt(values: readonly (number | undefined)[], isHigherBetter = true): CountOnIt {
  const schools = values.length;
  const known = values.filter((value) => value !== undefined);
  const counts = { schools, known: known.length };
  if (schools < fewestSchools || known.length === 0) return counts;
  const toScale = (value: number): number => (isHigherBetter ? value : 100 - value);
  const scoreWith = (unknown: number) => levelAndGap(values.map((value) => toScale(value ?? unknown)))?.score ?? 0;
  const [lower, upper] = [scoreWith(0), scoreWith(100)].map((score) => rounded(toScale(score))).toSorted((a, b) => a - b);
  const hasPoint = known.length >= fewestSchools && known.length >= leastKnownShare * schools;
  const point = hasPoint ? levelAndGap(known.map(toScale)) : undefined;
  return {
    ...counts,
    ...(point && { level: rounded(toScale(point.level)), gap: rounded(point.gap), score: rounded(toScale(point.score)) }),
    ...(known.length < schools && { lower, upper }),
  };
}

/** One decimal, the way every figure on a 0 to 100 scale is shown. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
