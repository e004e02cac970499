import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activityHeader, activityLines, withCompletions } from "../../functions/credit/activity-lines.ts";
import { type CreditEntry, OutsideDecision, OutsideState } from "../../functions/credit/contract.ts";
import { type CreditRule, CreditTerms } from "../../functions/credit/rule-contract.ts";
import {
  creditedMinutes,
  creditedUnits,
  cycleOn,
  decidedState,
  entriesOf,
  purposeTotal,
  rounded,
  termsProblems,
  topicNames,
} from "../../functions/credit/rules.ts";
import { shippedRule, shippedRules } from "../../functions/credit/shipped-rules.ts";
import type { LearningTopic } from "../../functions/curriculum/alignment-contract.ts";
import type { CatalogModule } from "../../functions/curriculum/content.ts";
import { newEnrollment } from "../../functions/learning/rules.ts";
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

const catalogOf = (modules: Pick<CatalogModule, "id" | "topics" | "standards">[]) => ({
  hash: "",
  paths: [],
  modules: modules.map((module): CatalogModule => ({
    ...module,
    hash: "h",
    language: "en",
    title: module.id,
    summary: "",
    minutes: 30,
    prerequisites: [],
    objectives: [],
    lessons: [],
    check: { draw: 5, minutes: 5 },
    practice: { title: "", minutes: 5, accepts: ["text"] },
  })),
});

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

describe("a share of a cycle", () => {
  const given = terms({
    unitsPerCycle: 100,
    shares: [
      { topics: ["specialEducation", "behavioralHealth"], units: 10 },
      { topics: ["ethics"], units: 3 },
    ],
  });
  const sharesOf = (credits: CreditEntry[], of = given) =>
    purposeTotal({ id: "x", edition: 1, terms: of }, credits, { cycles: [], today }).shares.map(({ units, unitsLeft }) => [
      units,
      unitsLeft,
    ]);

  it("is what counts and is about any of its topics; one credit may stand in several shares, and in each once", () => {
    const credits = [
      credit("a", 60, { topics: ["specialEducation", "behavioralHealth"] }),
      course("b", 90, { topics: ["ethics", "specialEducation"] }),
      credit("c", 600),
      credit("d", 600, { topics: ["literacy"] }),
    ];
    expect(sharesOf(credits)).toEqual([
      [2.5, 7.5],
      [1.5, 1.5],
    ]);
    expect(sharesOf(credits, { ...given, counts: { modules: true, outside: false } })).toEqual([
      [1, 9],
      [0, 3],
    ]);
  });

  it("is never more than the whole, never more than what is about it, and nothing where nothing counts", () => {
    const about = fc.constantFrom<LearningTopic[]>(["ethics"], ["specialEducation", "ethics"], []);
    fc.assert(
      fc.property(someTerms, someCredits, fc.array(about, { minLength: 25, maxLength: 25 }), (some, credits, topics) => {
        const filed = credits.map((one, i) => ({ ...one, topics: topics[i] ?? [] }));
        const total = purposeTotal({ id: "x", edition: 1, terms: { ...some, shares: [...(given.shares ?? [])] } }, filed, {
          cycles: [],
          today,
        });
        for (const share of total.shares) {
          expect(share.units).toBeLessThanOrEqual(total.units);
          expect(share.unitsLeft).toBe(Math.max(0, Math.round((share.unitsNeeded - share.units) * 100) / 100));
        }
      }),
    );
    expect(sharesOf([])).toEqual([
      [0, 10],
      [0, 3],
    ]);
  });

  it("is no more than all that is asked for", () => {
    expect(termsProblems({ ...given, shares: [{ topics: ["ethics"], units: 101 }] }, today).map(({ path }) => path)).toEqual([
      "json.terms.shares",
    ]);
  });
});

describe("a purpose that asks for approval beforehand", () => {
  const given = terms({ approvedBefore: true });
  const total = (entries: CreditEntry[]) => purposeTotal({ id: "x", edition: 1, terms: given }, entries, { cycles: [], today });

  it("counts a course that was approved by the day it ended, and modules as ever", () => {
    const credits = [
      credit("m", 60),
      course("never", 60),
      course("late", 60, { agreedOn: "2026-10-02" }),
      course("that day", 60, { agreedOn: "2026-10-01" }),
    ];
    expect(total(credits)).toMatchObject({
      minutes: 120,
      notCounted: [
        { entryId: "outside:never", why: "notApprovedBefore" },
        { entryId: "outside:late", why: "notApprovedBefore" },
      ],
    });
  });

  it("counts a course that stands in two accounts by the one that was approved beforehand, whichever comes first", () => {
    const twice = [course("a", 120, { title: "Same" }), course("b", 120, { title: "same", agreedOn: "2026-09-01" })];
    for (const came of [twice, twice.toReversed()]) expect(total(came).minutes).toBe(120);
  });
});

describe("a credit for a module", () => {
  it("is filed as the module is today: its topics for shares, its standards by the names that forms ask for", () => {
    const of = {
      catalog: catalogOf([{ id: "m05", topics: ["ethics"], standards: ["evidence", "leadership"] }]),
      districtName: "D",
      zone: "UTC",
    };
    const done = {
      ...newEnrollment("s", { id: "m05", hash: "h" }, "2026-10-01T12:00:00.000Z"),
      completedAt: "2026-10-01T12:00:00.000Z",
      creditMinutes: 30,
    };
    const [entry] = entriesOf({ enrollments: [done], outside: [] }, of);
    expect(entry).toMatchObject({ topics: ["ethics"], standard: "Learning Forward (2022): Evidence; Leadership", minutes: 30 });
    expect(topicNames(["languageLearners", "ethics"])).toBe("language learners; ethics");
  });
});

describe("a file with a line for each module", () => {
  const done = (n: number, percent: number) => {
    const at = `2026-10-${String(n + 1).padStart(2, "0")}T12:00:00.000Z`;
    const begun = newEnrollment(`s${n}`, { id: "m05", hash: n < 5 ? "a" : "b" }, at);
    return { ...begun, completedAt: at, creditMinutes: 30, check: { ...begun.check, bestPercent: percent } };
  };
  const of = { from: "2026-10-01", to: "2026-10-31", zone: "UTC" };
  const linesOf = (people: number) => {
    const added = Array.from({ length: people }).reduce<ReturnType<typeof withCompletions>>(
      (before, _, n) => withCompletions(before, { enrollments: [done(n, 80 + (n % 2) * 10)], evaluations: [] }, of),
      {},
    );
    const { modules } = catalogOf([{ id: "m05", topics: ["ethics"] }, { id: "m06" }]);
    return activityLines(added, { modules, districtName: "D", days: { ...of, asOf: "2027-01-01" } });
  };

  it("says how a check went on the whole only where ten people took it, and leaves out what nobody completed", () => {
    const column = activityHeader.indexOf("mean best result of the check, percent");
    expect(linesOf(9).map((line) => line[column])).toEqual(["not said of fewer than 10"]);
    const [line = [], ...others] = linesOf(10);
    expect(others).toEqual([]);
    expect(line[column]).toBe(85);
    expect(line).toHaveLength(activityHeader.length);
    expect(line).toEqual(expect.arrayContaining(["m05", "ethics", "a; b", "30", 10, 300]));
  });
});

describe("a reviewer's decision", () => {
  it("leads from where a course stands to where it may go, and nowhere else", () => {
    const states = OutsideState.options.flatMap((state) =>
      OutsideDecision.shape.decision.options.flatMap((decision) => {
        const next = decidedState(state, decision);
        return next ? [`${state} ${decision} ${next}`] : [];
      }),
    );
    expect(states).toEqual([
      "asked agree agreed",
      "asked refuse refused",
      "agreed takeBack refused",
      "submitted approve approved",
      "submitted return returned",
      "approved takeBack returned",
    ]);
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
