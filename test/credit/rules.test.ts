import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CreditEntry } from "../../functions/credit/contract.ts";
import { type CreditRule, CreditTerms } from "../../functions/credit/rule-contract.ts";
import { creditedMinutes, creditedUnits, cycleOn, purposeTotal, rounded, termsProblems } from "../../functions/credit/rules.ts";
import { shippedRule, shippedRules } from "../../functions/credit/shipped-rules.ts";
import { addDays } from "../../functions/platform/dates.ts";

const today = "2026-11-02";
const rule = (id: string): CreditRule => {
  const found = shippedRule(id);
  if (!found) throw new Error(`${id} does not ship`);
  return found;
};
const terms = (change: Partial<CreditTerms> = {}): CreditTerms => ({ ...rule("district-hours").terms, ...change });
const credit = (id: string, minutes: number, change: Partial<CreditEntry> = {}): CreditEntry => ({
  id: `module:${id}`,
  kind: "module",
  title: id,
  minutes,
  on: "2026-10-01",
  provider: "Maple Valley Schools",
  ...change,
});
const course = (id: string, minutes: number, change: Partial<CreditEntry> = {}): CreditEntry =>
  credit(id, minutes, { id: `outside:${id}`, kind: "outside", title: `Course ${id}`, provider: "State University", ...change });

const someCredits = fc
  .uniqueArray(fc.tuple(fc.nat(500), fc.boolean(), fc.integer({ min: 1, max: 900 }), fc.nat(2_500)), {
    selector: ([n]) => n,
    maxLength: 25,
  })
  .map((all) => all.map(([n, isModule, minutes, ago]) => (isModule ? credit : course)(`c${n}`, minutes, { on: addDays(today, -ago) })));
const someTerms = fc
  .record({
    minutesPerUnit: fc.constantFrom(60, 600, 900),
    rounding: fc.record({
      stepMinutes: fc.constantFrom(1, 15, 30, 60, 600),
      direction: fc.constantFrom("down" as const, "nearest" as const),
      of: fc.constantFrom("each" as const, "sum" as const),
    }),
    minimumMinutes: fc.constantFrom(0, 15, 60),
    cycleYears: fc.integer({ min: 1, max: 5 }),
    counts: fc.record({ modules: fc.boolean(), outside: fc.boolean() }),
  })
  .map(terms);

describe("hours for a purpose", () => {
  it("count a credit once, however often and in whatever order it comes", () => {
    fc.assert(
      fc.property(someTerms, someCredits, fc.array(fc.nat(24)), fc.boolean(), (given, credits, again, isBackwards) => {
        const repeated = [...credits, ...again.flatMap((i) => credits[i] ?? [])];
        const came = isBackwards ? repeated.toReversed() : repeated;
        expect(creditedMinutes(given, came)).toBe(creditedMinutes(given, credits));
        const total = (entries: CreditEntry[]) => purposeTotal({ id: "x", edition: 1, terms: given }, entries, { cycles: [], today });
        expect(total(came).minutes).toBe(total(credits).minutes);
      }),
    );
  });

  it("count a course once that was entered twice, in two accounts that were merged", () => {
    const twice = [course("a", 120, { title: "Reading  well" }), course("b", 120, { title: "reading well " })];
    expect(creditedMinutes(terms(), twice)).toBe(120);
  });

  it("never go down when something is learned, and down rounding never gives more than was approved", () => {
    fc.assert(
      fc.property(someTerms, someCredits, fc.integer({ min: 1, max: 900 }), (given, credits, minutes) => {
        const before = creditedMinutes(given, credits);
        expect(creditedMinutes(given, [...credits, credit("one-more", minutes)])).toBeGreaterThanOrEqual(before);
        const approved = credits.reduce((sum, one) => sum + one.minutes, 0);
        if (given.rounding.direction === "down") expect(before).toBeLessThanOrEqual(approved);
        expect(before % given.rounding.stepMinutes).toBe(0);
      }),
    );
  });

  it("of one purpose take nothing from those of another", () => {
    fc.assert(
      fc.property(someCredits, (credits) => {
        const each = shippedRules.map((one) => purposeTotal(one, credits, { cycles: [], today }));
        const together = shippedRules.toReversed().map((one) => purposeTotal(one, credits, { cycles: [], today }));
        expect(together.toReversed()).toEqual(each);
      }),
    );
  });

  it("are rounded down once, on the sum, where a rule says sum; to the nearest, each by itself, where it says each", () => {
    const three = [credit("a", 25), credit("b", 25), credit("c", 25)];
    expect(creditedUnits(terms(), three)).toBe(1.25);
    expect(creditedUnits(rule("state-il").terms, three)).toBe(1.5);
    expect(creditedUnits(rule("state-il").terms, [credit("a", 7)])).toBe(0);
    expect(creditedUnits(rule("state-il").terms, [credit("a", 8)])).toBe(0.25);
    expect(creditedUnits(rule("state-ga").terms, [credit("a", 599), course("b", 60)])).toBe(1);
    expect(rounded(22.5, { stepMinutes: 15, direction: "nearest" })).toBe(30);
  });

  it("bundle the district's modules up to the minimum, and leave out a course that is shorter by itself", () => {
    const given = rule("state-wa");
    const total = (entries: CreditEntry[]) => purposeTotal(given, entries, { cycles: [], today });
    expect(total([credit("a", 25), credit("b", 25)])).toMatchObject({
      units: 0,
      notCounted: [{ why: "belowMinimum" }, { why: "belowMinimum" }],
    });
    expect(total([credit("a", 30), credit("b", 30), course("c", 45)])).toMatchObject({
      units: 1,
      unitsLeft: 99,
      notCounted: [{ entryId: "outside:c", why: "belowMinimum" }],
    });
  });
});

describe("a cycle", () => {
  it("holds today, in whole cycles from the day the person said", () => {
    const day = fc.integer({ min: -8_000, max: 0 }).map((ago) => addDays(today, ago));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 10 }), (startedOn, cycleYears) => {
        const { from, until = "" } = cycleOn({ cycleYears }, startedOn, today);
        expect(from <= today && today <= until).toBe(true);
        const next = cycleOn({ cycleYears }, startedOn, addDays(until, 1));
        expect(next.from).toBe(addDays(until, 1));
      }),
    );
    expect(cycleOn({ cycleYears: 5 }, "2019-07-01", today)).toEqual({ from: "2024-07-01", until: "2029-06-30" });
  });

  it("has no end where nobody said when it began", () => {
    expect(cycleOn({ cycleYears: 1 }, undefined, today)).toEqual({ from: "2025-11-03" });
  });
});

describe("what hours are counted for", () => {
  it("ships with no state in use, none verified, and a source for each", () => {
    const inUse = shippedRules.filter(({ terms: { isOffered } }) => isOffered).map(({ id }) => id);
    expect(inUse).toEqual(["district-hours"]);
    expect(shippedRules.filter(({ terms: { verifiedOn, source } }) => verifiedOn !== undefined || source === "")).toEqual([]);
    expect(new Set(shippedRules.map(({ id }) => id)).size).toBe(shippedRules.length);
    for (const { terms: shipped } of shippedRules) expect(CreditTerms.parse(shipped)).toEqual(shipped);
  });

  it("is not shown to people before someone verified it", () => {
    const offered = { ...rule("state-tx").terms, isOffered: true };
    expect(termsProblems(offered, today).map(({ path }) => path)).toEqual(["json.terms.verifiedOn"]);
    expect(termsProblems({ ...offered, verifiedOn: today }, today)).toEqual([]);
    expect(termsProblems({ ...offered, verifiedOn: addDays(today, 1) }, today)).toHaveLength(1);
  });
});
