import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countOnIt, levelAndGap } from "../../functions/engagement/count-on-it.ts";

const eight = [82, 75, 68, 71, 40, 55, 88, 62];
const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3, maxLength: 40 });

/** The definition, as slowly as it is written: the lower of two, over all pairs. */
function meanOfLowerOfPairs(all: number[]): number {
  const lower: number[] = [];
  for (let i = 0; i < all.length; i++) for (let j = i + 1; j < all.length; j++) lower.push(Math.min(all[i] ?? 0, all[j] ?? 0));
  return lower.reduce((sum, value) => sum + value, 0) / lower.length;
}

describe("the count-on-it score", () => {
  it.each([
    ["all at 50", Array<number>(8).fill(50), 50, 0, 50],
    ["half at 0, half at 100", [0, 0, 0, 0, 100, 100, 100, 100], 50, 57.1, 21.4],
    ["eight different schools", eight, 67.6, 18.3, 58.5],
    ["seven at 83 to 86, one at 30", [83, 84, 84, 85, 85, 85, 86, 30], 77.8, 14.5, 70.5],
    ["the same, the one raised to 70", [83, 84, 84, 85, 85, 85, 86, 70], 82.8, 4.5, 80.5],
  ])("is the domain's worked example: %s", (_, all, level, gap, score) => {
    expect(countOnIt(all)).toEqual({ schools: 8, known: 8, level, gap, score });
  });

  it("gives honest bounds, and a point, with one school of eight unknown", () => {
    const { lower, upper, score, known } = countOnIt(eight.map((value) => (value === 40 ? undefined : value)));
    expect({ lower, upper, known }).toEqual({ lower: 48.5, upper: 66.4, known: 7 });
    expect(score).toBeGreaterThan(48.5);
    expect(score).toBeLessThan(66.4);
  });

  it("gives bounds alone with two of eight unknown, because fewer than four in five are known", () => {
    expect(countOnIt(eight.map((value) => (value === 40 || value === 62 ? undefined : value)))).toEqual({
      schools: 8,
      known: 6,
      lower: 35.4,
      upper: 70.4,
    });
  });

  it("does not apply to one school, to two, or where nothing is known", () => {
    expect(countOnIt([70])).toEqual({ schools: 1, known: 1 });
    expect(countOnIt([70, 80])).toEqual({ schools: 2, known: 2 });
    expect(countOnIt([undefined, undefined, undefined])).toEqual({ schools: 3, known: 0 });
    expect(countOnIt([])).toEqual({ schools: 0, known: 0 });
  });

  it("is the mean of the lower of two schools over all pairs", () => {
    fc.assert(
      fc.property(values, (all) => {
        expect(levelAndGap(all)?.score).toBeCloseTo(meanOfLowerOfPairs(all), 8);
      }),
    );
  });

  it("equals the level when all schools are equal, and lies between the lowest school and the level always", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.integer({ min: 3, max: 30 }), (value, n) => {
        expect(levelAndGap(Array<number>(n).fill(value))?.score).toBeCloseTo(value, 8);
      }),
    );
    fc.assert(
      fc.property(values, (all) => {
        const found = levelAndGap(all);
        expect(found?.score).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
        expect(found?.score).toBeLessThanOrEqual((found?.level ?? 0) + 1e-9);
      }),
    );
  });

  it("never falls when a school rises", () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.double({ min: 0, max: 100, noNaN: true }), (all, at, to) => {
        const i = at % all.length;
        const raised = all.with(i, Math.max(all[i] ?? 0, to));
        expect(levelAndGap(raised)?.score ?? 0).toBeGreaterThanOrEqual((levelAndGap(all)?.score ?? 0) - 1e-9);
      }),
    );
  });

  it("keeps the truth between its bounds, whatever the unknown schools turn out to be", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 5 }), fc.boolean(), (all, unknown, isHigherBetter) => {
        const found = countOnIt(
          all.map((value, i) => (i < Math.min(unknown, all.length - 1) ? undefined : value)),
          isHigherBetter,
        );
        const sign = isHigherBetter ? -1 : 1;
        const truth = (levelAndGap(all)?.level ?? 0) + (sign * (levelAndGap(all)?.gap ?? 0)) / 2;
        expect(truth).toBeGreaterThanOrEqual((found.lower ?? 0) - 0.06);
        expect(truth).toBeLessThanOrEqual((found.upper ?? 100) + 0.06);
      }),
    );
  });

  it("takes the higher of two schools where a lower figure is the better one", () => {
    expect(countOnIt([10, 20, 30], false)).toEqual({ schools: 3, known: 3, level: 20, gap: 13.3, score: 26.7 });
  });

  it("works out ten thousand schools in one sort", () => {
    const many = Array.from({ length: 10_000 }, (_, i) => (i * 7919) % 101);
    expect(countOnIt(many).score).toBeCloseTo(33.2, 0);
  });
});
