import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween } from "../../functions/engagement/change.ts";
import type { CountOnIt, MetricId, SchoolRate } from "../../functions/engagement/contract.ts";
import { givenAway, type Link, linksToHide } from "../../functions/engagement/give-aways.ts";
import { metricIds } from "../../functions/engagement/metrics/all.ts";
import { supportReasons } from "../../functions/engagement/support.ts";
import { cellIn, coverageIn, tallyIn } from "../../functions/engagement/tally.ts";

const rate = (percent: number): SchoolRate => ({ isHidden: false, numerator: percent, denominator: 100, percent });
const hidden: SchoolRate = { isHidden: true };
const schools = (...rates: SchoolRate[]) => rates.map((one, i) => ({ id: `s${i}`, rate: one }));
const at = (...percents: number[]) => schools(...percents.map(rate));

describe("closer or further apart", () => {
  it("is said when the gap moved by five points and two thirds of the schools moved the same way", () => {
    expect(changeBetween(at(20, 50, 80), at(50, 60, 80))).toMatchObject({ verdict: "closer", gapThen: 40, gapNow: 20, up: 2, down: 0 });
    expect(changeBetween(at(50, 60, 80), at(20, 40, 80))).toMatchObject({ verdict: "apart", gapNow: 40, up: 0, down: 2 });
  });

  it("is no clear change when the gap moved by less, or the schools moved this way and that", () => {
    expect(changeBetween(at(40, 50, 60), at(43, 52, 60)).verdict).toBe("noClearChange");
    expect(changeBetween(at(20, 50, 80), at(30, 50, 70))).toMatchObject({ verdict: "noClearChange", up: 1, down: 1 });
  });

  it("looks at schools known at both times alone, and says nothing of fewer than three", () => {
    expect(changeBetween(schools(rate(10), rate(50), rate(90), hidden), at(40, 55, 92, 5))).toMatchObject({ schools: 3 });
    expect(changeBetween(schools(rate(10), hidden, rate(90)), at(40, 50, 90))).toEqual({ schools: 2, up: 1, down: 0, verdict: "unknown" });
  });
});

describe("who needs support first", () => {
  const metrics = (own: Partial<Record<MetricId, SchoolRate>>) =>
    Object.fromEntries(metricIds.map((id) => [id, own[id] ?? rate(50)])) as Record<MetricId, SchoolRate>;
  const level: CountOnIt = { schools: 9, known: 9, level: 50 };
  const levels = new Map(metricIds.map((id) => [id, level]));
  const all = { known: 20, of: 20 };

  it("is a school fifteen points or more on the weaker side of the level, also where lower is better", () => {
    const own = metrics({ transfer: rate(35), current: rate(35.1), stalled: rate(70), reach: rate(90) });
    expect(supportReasons({ metrics: own, coverage: all, roleGap: { state: "few" } }, levels)).toEqual([
      { kind: "behind", metric: "transfer", rate: rate(35), level: 50, distance: 15 },
      { kind: "behind", metric: "stalled", rate: rate(70), level: 50, distance: 20 },
    ]);
  });

  it("is a school whose roles lie far apart", () => {
    const gap = (points: number) =>
      ({ state: "known", points, highest: { role: "teacher", percent: points }, lowest: { role: "coach", percent: 0 } }) as const;
    const reasons = (points: number) => supportReasons({ metrics: metrics({}), coverage: all, roleGap: gap(points) }, levels);
    expect([reasons(24.9), reasons(25)]).toEqual([[], [{ kind: "roleGap", gap: gap(25) }]]);
  });

  it("is never a school of which a figure is hidden or too little is known", () => {
    const own = { metrics: metrics({ transfer: hidden }), roleGap: { state: "hidden" } as const };
    expect(supportReasons({ ...own, coverage: all }, levels)).toEqual([]);
    const behind = { metrics: metrics({ transfer: rate(0) }), roleGap: { state: "few" } as const };
    expect(supportReasons({ ...behind, coverage: { known: 15, of: 20 } }, levels)).toEqual([]);
    expect(supportReasons({ ...behind, coverage: { known: 16, of: 20 } }, levels)).toHaveLength(1);
  });
});

describe("what all sums together give away", () => {
  const link = (a: string, b: string, people = 3): Link => ({ ends: [a, b], people });

  it("is a figure on no circle: between two circles of hidden ones, each of which hides two in every sum", () => {
    const circles = [link("s1", "r1"), link("s1", "r2"), link("s2", "r1"), link("s2", "r2")];
    const others = [link("s3", "r3"), link("s3", "r4"), link("s4", "r3"), link("s4", "r4")];
    const bridge = link("s1", "r3");
    expect(givenAway([...circles, ...others, bridge])).toEqual(new Set([bridge]));
    const cover = link("s3", "r1", 12);
    expect(linksToHide([...circles, ...others, bridge], [link("s2", "r4", 30), cover, link("s1", "r9", 6)])).toEqual([cover]);
  });

  it("is nothing once whatever can be closed is closed", () => {
    const end = (side: string) => fc.integer({ min: 0, max: 3 }).map((i) => `${side}${i}`);
    const links = fc.uniqueArray(
      fc.tuple(end("s"), end("r"), fc.integer({ min: 1, max: 9 })).map(([a, b, people]) => link(a, b, people)),
      { selector: ({ ends }) => ends.join(" ") },
    );
    fc.assert(
      fc.property(links, fc.integer({ min: 0, max: 8 }), (all, many) => {
        const more = linksToHide(all.slice(0, many), all.slice(many));
        const open = all.slice(many).filter((one) => !more.includes(one));
        // What is still given away has no shown figure left that would close its circle.
        for (const one of givenAway([...all.slice(0, many), ...more]))
          if (one.people < 5) expect(linksToHide([...all.slice(0, many), ...more], open)).toEqual([]);
      }),
    );
  });
});

describe("counts that were stored before there were more figures", () => {
  const old = { total: "12 1 0 0 0 3 24 12 6 12 12 9 12 12 2 6 6 4 12 12", byRole: {} };

  it("still read, and know nothing of what came later", () => {
    const tally = tallyIn(old, undefined);
    expect(cellIn(tally, "certified")).toEqual({ numerator: 4, denominator: 12, people: 12 });
    expect(cellIn(tally, "onboarded")).toEqual({ numerator: 0, denominator: 0, people: 0 });
    expect(coverageIn(tally)).toEqual({ known: 12, of: 12 });
  });
});
