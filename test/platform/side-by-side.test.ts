import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sideBySide } from "../../functions/platform/side-by-side.ts";

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

describe("work done side by side", () => {
  it("is done once for each, and for never more at a time than it was given room for", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 40 }), fc.integer({ min: 1, max: 8 }), async (all, width) => {
        const done: number[] = [];
        let underWay = 0;
        let most = 0;
        await sideBySide(all, width, async (one) => {
          most = Math.max(most, ++underWay);
          await turn();
          done.push(one);
          underWay--;
        });
        expect(done.toSorted((a, b) => a - b)).toEqual(all.toSorted((a, b) => a - b));
        expect(most).toBeLessThanOrEqual(width);
      }),
      { numRuns: 30 },
    );
  });

  it("is done for all others when one of them fails, and then says what failed", async () => {
    const done: number[] = [];
    const work = sideBySide([1, 2, 3, 4, 5], 2, async (one) => {
      if (one === 2) throw new Error("two");
      await turn();
      done.push(one);
    });
    await expect(work).rejects.toThrow("two");
    expect(done.toSorted((a, b) => a - b)).toEqual([1, 3, 4, 5]);
  });
});
