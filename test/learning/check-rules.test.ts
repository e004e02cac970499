import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attemptSeed, drawItems, isWhole, renewedAttempt, scorePercent } from "../../functions/learning/check-rules.ts";
import { bankOf } from "./world.ts";

const items = bankOf("m01", 14);
const bank = { id: "m01", hash: "v1", items };
const seedOf = (number: number, staffId = "stf_1") => attemptSeed({ staffId, moduleId: "m01", number });
const ids = (drawn: { itemId: string }[]) => drawn.map(({ itemId }) => itemId);

describe("drawing an attempt", () => {
  it("is the same for the same person, module and number, and differs between people", () => {
    expect(drawItems(items, { draw: 5, seen: [], seed: seedOf(1) })).toEqual(drawItems(items, { draw: 5, seen: [], seed: seedOf(1) }));
    expect(drawItems(items, { draw: 5, seen: [], seed: seedOf(1) })).not.toEqual(
      drawItems(items, { draw: 5, seen: [], seed: seedOf(1, "stf_2") }),
    );
  });

  it("does not depend on the order the bank is written in", () => {
    expect(drawItems(items.toReversed(), { draw: 5, seen: [], seed: seedOf(1) })).toEqual(
      drawItems(items, { draw: 5, seen: [], seed: seedOf(1) }),
    );
  });

  it("takes each item once, never more than there are, and offers every choice once", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.shuffledSubarray(items.map(({ id }) => id)), fc.string(), (draw, seen, seed) => {
        const drawn = drawItems(items, { draw, seen, seed });
        expect(new Set(ids(drawn)).size).toBe(Math.min(draw, items.length));
        for (const one of drawn) expect(isWhole(bank, one)).toBe(true);
      }),
    );
  });

  it("prefers items never seen, then those seen longest ago", () => {
    fc.assert(
      fc.property(fc.nat(14), fc.shuffledSubarray(items.map(({ id }) => id)), fc.string(), (draw, seen, seed) => {
        const drawn = new Set(ids(drawItems(items, { draw, seen, seed })));
        const ages = (isDrawn: boolean) => items.filter(({ id }) => drawn.has(id) === isDrawn).map(({ id }) => seen.indexOf(id));
        expect(Math.max(-1, ...ages(true))).toBeLessThanOrEqual(Math.min(...ages(false)));
      }),
    );
  });

  it("covers every objective in a first attempt, whoever takes it", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const drawn = ids(drawItems(items, { draw: 5, seen: [], seed }));
        const counts = [0, 1, 2].map(
          (n) => drawn.filter((id) => items.find((item) => item.id === id)?.objective === `objective-${n}`).length,
        );
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("repeats no item until the bank has been seen", () => {
    const first = drawItems(items, { draw: 5, seen: [], seed: seedOf(1) });
    const second = drawItems(items, { draw: 5, seen: ids(first), seed: seedOf(2) });
    expect(ids(second).filter((id) => ids(first).includes(id))).toEqual([]);
  });

  it("puts the key in no place more than chance would", () => {
    const places = [0, 0, 0];
    for (let n = 1; n <= 200; n++)
      for (const { choiceIds } of drawItems(items, { draw: 5, seen: [], seed: seedOf(n) })) {
        const place = choiceIds.findIndex((id) => id.endsWith("-b"));
        places[place] = (places[place] ?? 0) + 1;
      }
    for (const count of places) expect(count).toBeGreaterThan(270);
  });
});

describe("scoring", () => {
  const drawn = drawItems(items, { draw: 3, seen: [], seed: "s" });
  const answer = (right: number) => Object.fromEntries(drawn.map(({ itemId }, i) => [itemId, `${itemId}-${i < right ? "b" : "a"}`]));

  it("counts right answers in whole percent, rounded down", () => {
    expect([0, 1, 2, 3].map((right) => scorePercent(drawn, answer(right), bank))).toEqual([0, 33, 66, 100]);
  });

  it("gives nothing for a check without questions", () => {
    expect(scorePercent([], {}, bank)).toBe(0);
  });
});

describe("an open attempt whose questions were edited", () => {
  it("keeps what is still there with its answers and draws the rest anew under the same number", () => {
    const drawn = drawItems(items, { draw: 5, seen: [], seed: seedOf(1) });
    const [gone, kept] = ids(drawn) as [string, string];
    const attempt = {
      staffId: "stf_1",
      moduleId: "m01",
      number: 1,
      hash: "v1",
      startedAt: "2026-11-02T15:00:00.000Z",
      drawn,
      answers: { [gone]: `${gone}-a`, [kept]: `${kept}-b` },
    };
    const edited = { id: "m01", hash: "v2", items: items.filter(({ id }) => id !== gone) };
    const renewed = renewedAttempt(attempt, edited, { draw: 5, seen: [] });
    expect(renewed).toMatchObject({ number: 1, hash: "v2", answers: { [kept]: `${kept}-b` } });
    expect(new Set(ids(renewed.drawn)).size).toBe(5);
    expect(ids(renewed.drawn)).not.toContain(gone);
    expect(renewed.answers).not.toHaveProperty(gone);
  });
});
