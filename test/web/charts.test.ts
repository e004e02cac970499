import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitDots, layDots } from "../../web/charts/strip-layout.ts";
import { dayOf, fromFirstKnown, monthTicks, nearestWeek } from "../../web/charts/trend-layout.ts";

const xs = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 120 });

describe("dots on a strip", () => {
  test("keep their exact place on the scale and never cover one another", () => {
    fc.assert(
      fc.property(xs, fc.integer({ min: 2, max: 9 }), (values, radius) => {
        const dots = layDots(values, radius);
        expect(dots.map(({ index, x }) => [index, x]).toSorted(([a = 0], [b = 0]) => a - b)).toEqual(values.map((x, index) => [index, x]));
        for (const [i, a] of dots.entries())
          for (const b of dots.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * radius - 0.001);
      }),
      { numRuns: 60 },
    );
  });

  test("give the same picture whatever the order of the schools", () => {
    const picture = (values: number[]) =>
      layDots(values, 7)
        .map(({ x, y }) => `${x} ${y}`)
        .toSorted();
    fc.assert(
      fc.property(xs, (values) => {
        expect(picture(values.toReversed())).toEqual(picture(values));
      }),
      { numRuns: 60 },
    );
  });

  test("lie on the middle line where nothing is in the way", () => {
    expect(layDots([10, 40, 90], 7).map(({ y }) => y)).toEqual([0, 0, 0]);
  });

  test("shrink until a thousand schools fit, and stay inside the picture", () => {
    const thousand = Array.from({ length: 1000 }, (_, i) => 300 + ((i * 7919) % 400));
    const { radius, dots } = fitDots(thousand, 96);
    expect(dots).toHaveLength(1000);
    expect(radius).toBeLessThan(4);
    for (const { y } of dots) expect(Math.abs(y)).toBeLessThanOrEqual(48);
  });

  test("are drawn large for a dozen schools", () => {
    expect(
      fitDots(
        [31, 40, 49, 55, 58, 62, 66, 68, 71, 75, 82, 88].map((x) => x * 12),
        96,
      ).radius,
    ).toBe(9);
  });
});

describe("weeks of a trend", () => {
  const week = (on: string, line?: number) => ({ on, line, text: "" });
  const xOf = (on: string) => (dayOf(on) - dayOf("2025-08-25")) * 4;

  test("carry each month's name once, and the name of a month's last days gives way to the next", () => {
    const weeks = ["2025-08-25", "2025-09-01", "2025-09-08", "2025-09-29", "2025-10-06", "2025-11-03"].map((on) => week(on));
    expect(monthTicks(weeks, xOf, 44)).toEqual(["2025-09-01", "2025-10-06", "2025-11-03"]);
  });

  test("are found by the nearest place", () => {
    const weeks = ["2025-08-25", "2025-09-01", "2025-09-08"].map((on) => week(on));
    expect(nearestWeek(weeks, xOf, -50)).toBe(0);
    expect(nearestWeek(weeks, xOf, xOf("2025-09-01") + 13)).toBe(1);
    expect(nearestWeek(weeks, xOf, 1e6)).toBe(2);
  });

  test("begin with the first that is known, and keep later gaps as gaps", () => {
    const weeks = [week("2025-08-25"), week("2025-09-01", 20), week("2025-09-08"), week("2025-09-15", 30)];
    expect(fromFirstKnown(weeks).map(({ on }) => on)).toEqual(["2025-09-01", "2025-09-08", "2025-09-15"]);
    expect(fromFirstKnown([week("2025-08-25")])).toEqual([]);
  });
});
