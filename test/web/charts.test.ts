import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitDots, layDots, placeLabel } from "../../web/charts/strip-layout.ts";
import { dayOf, fromFirstKnown, monthTicks, nearestWeek } from "../../web/charts/trend-layout.ts";

const xs = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 120 });

const room = { low: 96, high: 240, from: 18, to: 1180 };

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
    const { radius, dots, height } = fitDots(thousand, room);
    expect(dots).toHaveLength(1000);
    expect([radius < 4, height]).toEqual([true, 240]);
    for (const { y } of dots) expect(Math.abs(y)).toBeLessThanOrEqual(120);
  });

  test("are drawn large for a dozen schools", () => {
    expect(
      fitDots(
        [31, 40, 49, 55, 58, 62, 66, 68, 71, 75, 82, 88].map((x) => x * 12),
        room,
      ),
    ).toMatchObject({ radius: 9, height: 96 });
  });

  test("of forty schools are never specks, however close they lie: the picture grows, then dots move aside", () => {
    const forty = (spread: number) => Array.from({ length: 40 }, (_, i) => 1180 - (i % 5) * spread);
    expect(fitDots(forty(8), room)).toMatchObject({ height: 240, radius: 6 });
    for (const spread of [0, 0.5, 2]) {
      const { radius, dots } = fitDots(forty(spread), room);
      expect(radius).toBe(4);
      expect(new Set(dots.map(({ index }) => index)).size).toBe(40);
      for (const [i, a] of dots.entries()) {
        expect(Math.abs(a.y) + radius).toBeLessThanOrEqual(120);
        expect(a.x).toBeLessThanOrEqual(room.to);
        expect(Math.abs(a.x - (forty(spread)[a.index] ?? 0))).toBeLessThan(30);
        for (const b of dots.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * radius);
      }
    }
  });
});

describe("the words of a mark", () => {
  test("stand whole inside the picture, wherever the mark is and whichever side is wanted", () => {
    const place = fc.record({ width: fc.integer({ min: 240, max: 1400 }), share: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(place, fc.integer({ min: 40, max: 230 }), fc.boolean(), ({ width, share }, length, isLeftWanted) => {
        const { x, isOnLeft } = placeLabel(share * width, length, width, isLeftWanted);
        expect(isOnLeft ? x - length : x).toBeGreaterThanOrEqual(0);
        expect(isOnLeft ? x : x + length).toBeLessThanOrEqual(width);
      }),
    );
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
