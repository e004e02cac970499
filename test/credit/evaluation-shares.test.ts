import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementCells, type MonthlySums, sumWithin, withEvaluation } from "../../functions/credit/evaluation-shares.ts";
import type { ModuleEvaluation } from "../../functions/learning/records.ts";
import { addDays } from "../../functions/platform/dates.ts";

const said = (n: number, on: string, isClear = true): ModuleEvaluation => ({
  staffId: `s${n}`,
  moduleId: "m01",
  answers: { relevant: "stronglyAgree", clear: isClear ? "agree" : "disagree", usable: "agree", wellSpent: "stronglyDisagree" },
  evaluatedAt: `${on}T12:00:00.000Z`,
});
const sumsOf = (all: readonly ModuleEvaluation[]) => all.reduce<MonthlySums>((before, one) => withEvaluation(before, one, "UTC"), {});
const people = (count: number, on: string) => Array.from({ length: count }, (_, n) => said(n, on, n > 2));
const always = { from: "2020-01-01", to: "2030-12-31", asOf: "2031-01-01" };

describe("what participants said of a module", () => {
  it("is said of ten people and not of nine, nearly all and hardly any without their number below twenty", () => {
    const cellsOf = (count: number) => agreementCells(sumWithin(sumsOf(people(count, "2026-09-10")), always));
    const hidden = "not said of fewer than 10 counted";
    expect(cellsOf(9)).toEqual([0, hidden, hidden, hidden, hidden]);
    expect(cellsOf(10)).toEqual([10, "90 or more", 70, "90 or more", "10 or less"]);
    expect(cellsOf(20)).toEqual([20, 100, 85, 100, 0]);
    expect(agreementCells(sumWithin({}, always))).toEqual([0, hidden, hidden, hidden, hidden]);
  });

  it("is counted once its months can no longer change, and whole months at a time", () => {
    const sums = sumsOf([...people(6, "2026-08-31"), ...people(6, "2026-09-01")]);
    const counted = (change: Partial<typeof always>) => sumWithin(sums, { ...always, ...change })[0];
    expect([counted({ asOf: "2026-10-31" }), counted({ asOf: "2026-11-01" })]).toEqual([0, 12]);
    expect([counted({ from: "2026-08-01", to: "2026-09-30" }), counted({ from: "2026-08-02" }), counted({ to: "2026-09-29" })]).toEqual([
      12, 0, 0,
    ]);
  });

  it("never differs between two files by fewer than ten people, whatever their days and whenever they are made", () => {
    const given = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 });
    const file = fc.tuple(fc.integer({ min: -40, max: 400 }), fc.integer({ min: 0, max: 440 }), fc.integer({ min: 0, max: 500 }));
    fc.assert(
      fc.property(given, file, file, (days, ...files) => {
        const counts = files.map(([from, length, made]) => {
          const asOf = addDays("2026-01-01", made);
          // What is said after a file is made is not there yet.
          const before = days.filter((day) => day <= made).map((day, n) => said(n, addDays("2026-01-01", day)));
          const begins = addDays("2026-01-01", from);
          return sumWithin(sumsOf(before), { from: begins, to: addDays(begins, length), asOf });
        });
        const [one = 0, other = 0] = counts.map(([count = 0]) => count);
        const between = Math.abs(one - other);
        expect(between === 0 || between >= 10).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
