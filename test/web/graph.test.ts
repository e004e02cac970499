import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BlockTable, partsOf } from "../../web/blocks/block-nodes.ts";
import { type GraphData, graphFrom, isBelow, nameLines, scaleOf, writtenPlaces } from "../../web/blocks/graph-layout.ts";
import { compiled, graph } from "../content/all-blocks.ts";

const [block] = compiled(graph);
const [table] = partsOf((block as unknown[]).slice(2) as Parameters<typeof partsOf>[0]).tables;
const data = graphFrom(table as BlockTable);

describe("a graph", () => {
  test("reads its table: places, lines, the goal as a line of its own, and a gap where nothing was measured", () => {
    expect(data).toEqual({
      label: "Week",
      places: ["1", "2", "3", "4"],
      series: [
        { name: "Words correct", isGoal: false, values: [20, undefined, 23, 22.5] },
        { name: "Goal line", isGoal: true, values: [20, 22, 24, 26] },
      ],
      unit: "",
    });
  });

  test("puts a figure on the side away from the line that runs above it", () => {
    expect([0, 1, 2, 3].map((place) => isBelow(data, 0, place))).toEqual([false, false, true, true]);
  });

  test("holds every value on its scale, and begins at zero unless the values lie close together", () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 500 }), (some, one) => {
        const own: GraphData = { label: "", places: [], unit: "", series: [{ name: "", isGoal: false, values: [...some, one] }] };
        const known = [...some, one].filter((value) => value !== undefined);
        const { from, to, ticks } = scaleOf(own);
        expect(from).toBeLessThanOrEqual(Math.min(...known));
        expect(to).toBeGreaterThan(Math.max(...known));
        expect(from).toBeGreaterThanOrEqual(0);
        expect(ticks.length).toBeGreaterThan(1);
      }),
    );
    expect(scaleOf({ ...data, series: [{ name: "", isGoal: false, values: [34, 71, 63] }] }).from).toBe(0);
    expect(scaleOf({ ...data, series: [{ name: "", isGoal: false, values: [58, 63, 70] }] }).from).toBeGreaterThan(50);
  });

  test("writes every name where there is room, fewer where there is not, and always the last", () => {
    expect([...writtenPlaces(4, 50, 40)]).toEqual([0, 1, 2, 3]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 1, max: 120 }),
        (count, step, room) => {
          const written = [...writtenPlaces(count, step, room)];
          expect(written.at(-1)).toBe(count - 1);
          for (const [n, place] of written.slice(1).entries())
            expect((place - (written[n] ?? 0)) * step).toBeGreaterThanOrEqual(Math.min(room, step * count));
        },
      ),
    );
  });

  test("breaks a long name once, near its middle", () => {
    expect(nameLines("2.5 weeks later", 20)).toEqual(["2.5 weeks later"]);
    expect(nameLines("2.5 weeks later", 9)).toEqual(["2.5 weeks", "later"]);
    expect(nameLines("September", 4)).toEqual(["September"]);
  });
});
