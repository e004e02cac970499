import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Across, allAcrossSchools, type Choice, viewAcross } from "../../functions/engagement/district-figures.ts";
import type { SchoolFigures } from "../../functions/engagement/records.ts";
import { type Cell, cellsToHide, fewestPeople } from "../../functions/engagement/suppression.ts";
import { compactTally, figures } from "./school-figures.ts";

const cell = (people: number, numerator = 1): Cell => ({ people, numerator, denominator: people });
const cells = fc.array(
  fc.integer({ min: 0, max: 12 }).chain((people) => fc.integer({ min: 0, max: people }).map((numerator) => cell(people, numerator))),
  { minLength: 1, maxLength: 10 },
);

/** Every value that a hidden cell may have, for someone who sees all but the hidden cells and knows the total. */
function possible(line: Cell[], hidden: Set<Cell>, wanted: Cell): number {
  const numerator = [...hidden].reduce((sum, one) => sum + one.numerator, 0);
  const others = [...hidden].filter((one) => one !== wanted).reduce((sum, one) => sum + one.denominator, 0);
  expect(line).toContain(wanted);
  return Math.min(wanted.denominator, numerator) - Math.max(0, numerator - others) + 1;
}

describe("small numbers", () => {
  it("hides a figure about fewer than five people, and the next smallest with it", () => {
    const line = [cell(20, 9), cell(3), cell(7, 3), cell(40, 11)];
    expect(cellsToHide([line])).toEqual(new Set([line[1], line[2]]));
  });

  it("hides nothing where everyone is many, and counts nobody as nothing to hide", () => {
    expect(cellsToHide([[cell(5), cell(9), cell(0, 0)]])).toEqual(new Set());
  });

  it("needs no second one where two are hidden already", () => {
    const line = [cell(4, 1), cell(3, 2), cell(9, 4)];
    expect(cellsToHide([line])).toEqual(new Set([line[0], line[1]]));
  });

  it("hides one more where the two hidden ones' sum gives the small one away", () => {
    const line = [cell(3, 0), cell(2, 0), cell(9, 4), cell(30, 12)];
    expect(cellsToHide([line])).toEqual(new Set([line[0], line[1], line[2]]));
  });

  it("leaves no hidden value that can be worked out from the total, unless the total itself is none or all", () => {
    fc.assert(
      fc.property(cells, (line) => {
        const hidden = cellsToHide([line]);
        const sum = line.reduce((all, one) => all + one.numerator, 0);
        const most = line.reduce((all, one) => all + one.denominator, 0);
        const shown = line.filter((one) => one.people > 0 && !hidden.has(one));
        for (const one of line.filter(({ people }) => people > 0 && people < fewestPeople)) {
          expect(hidden.has(one)).toBe(true);
          if (sum > 0 && sum < most && shown.length > 0) expect(possible(line, hidden, one)).toBeGreaterThan(1);
        }
        expect(line.filter((one) => one.people > 0).length === 1 || hidden.size !== 1).toBe(true);
      }),
    );
  });

  it("protects a table in both directions: what a row hides, a column cannot reveal", () => {
    const table = fc.array(fc.array(cell3(), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const columns = [0, 1, 2].map((i) => rows.flatMap((row) => row[i] ?? []));
        const hidden = cellsToHide([...rows, ...columns]);
        for (const line of [...rows, ...columns]) {
          const here = line.filter((one) => hidden.has(one));
          const filled = line.filter(({ people }) => people > 0);
          expect(here.length === 1 && filled.length > 1).toBe(false);
        }
      }),
    );
  });
});

function cell3(): fc.Arbitrary<Cell> {
  return fc.integer({ min: 0, max: 9 }).map((people) => cell(people, Math.floor(people / 2)));
}

/** The share of people reached, across schools. */
function reachAcross(schools: SchoolFigures[], choice: Choice): Across {
  const found = allAcrossSchools(schools, choice).get("reach");
  if (!found) throw new Error("reach is not there");
  return found;
}

describe("views of the district", () => {
  const schools = [
    figures("a", "elementary", 3, 1),
    figures("b", "middle", 8, 4),
    figures("c", "elementary", 20, 5),
    figures("d", "elementary", 30, 20),
  ];

  it("hides the same schools whatever level is chosen, so that two views cannot be subtracted", () => {
    const all = reachAcross(schools, {});
    const elementary = reachAcross(schools, { level: "elementary" });
    const hiddenIn = (view: typeof all): string[] => [...view.bySchool].filter(([, rate]) => rate.isHidden).map(([id]) => id);
    expect(hiddenIn(all)).toEqual(["a", "b"]);
    expect(hiddenIn(elementary)).toEqual(["a"]);
  });

  it("adds up a level from its shown schools alone, and the district from all", () => {
    expect(reachAcross(schools, {}).total).toEqual({ isHidden: false, numerator: 30, denominator: 61, percent: 49.2 });
    expect(reachAcross(schools, { level: "elementary" }).total).toEqual({ isHidden: false, numerator: 25, denominator: 50, percent: 50 });
  });

  it("says whom a level's total is without, and that the district's is without nobody", () => {
    expect(reachAcross(schools, { level: "elementary" }).leftOut).toEqual({ people: 3, schools: 1 });
    expect(reachAcross(schools, {}).leftOut).toEqual({ people: 0, schools: 0 });
  });

  it("accounts for everyone of a level: those in the total of reach and those it is without are all of them", () => {
    const anySchools = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(anySchools, (sizes) => {
        const all = sizes.map((people, i) => figures(`s${i}`, i % 3 ? "elementary" : "middle", people, Math.floor(people / 2)));
        const { sum, total, leftOut } = reachAcross(all, { level: "elementary" });
        expect(sum.people + leftOut.people).toBe(sizes.reduce((so, people, i) => so + (i % 3 ? people : 0), 0));
        if (sum.people > 0 && sum.people < fewestPeople) expect(total.isHidden).toBe(true);
      }),
    );
  });

  it("counts a hidden school as unknown in the score", () => {
    expect(reachAcross(schools, {}).countOnIt).toMatchObject({ schools: 4, known: 2 });
  });

  it("leaves the district office out of the score unless it is what was chosen", () => {
    const office = figures("z", "district", 12, 6);
    expect(reachAcross([...schools, office], {}).countOnIt.schools).toBe(4);
    expect(reachAcross([...schools, office], { level: "district" }).countOnIt.schools).toBe(1);
  });

  it("hides a role's figure in every school in which the whole is hidden", () => {
    const withRoles = schools.map((one): SchoolFigures => ({ ...one, byRole: { teacher: one.total } }));
    const { hidden } = viewAcross(withRoles, undefined);
    expect([...hidden("reach", undefined).schools].every((id) => hidden("reach", "teacher").schools.has(id))).toBe(true);
  });

  it("hides a role of fewer than five people in the whole district, total and all, and the next smallest role with it", () => {
    const withRoles = [3, 9, 20].map((people, i): SchoolFigures => {
      const whole = figures(`s${i}`, "elementary", people + 12, 8);
      const psychologist = compactTally(1, 1);
      return {
        ...whole,
        byRole: { teacher: compactTally(people, 2), psychologist, coach: compactTally(6, 2), counselor: compactTally(5, 4) },
      };
    });
    const view = viewAcross(withRoles, undefined);
    const isHidden = (role: "psychologist" | "coach" | "counselor" | "teacher") => view.across("reach", role).total.isHidden;
    expect([isHidden("psychologist"), isHidden("counselor"), isHidden("coach"), isHidden("teacher")]).toEqual([true, true, false, false]);
    for (const role of ["psychologist", "counselor"] as const)
      expect([...view.across("reach", role).bySchool.values()].every((rate) => rate.isHidden)).toBe(true);
  });

  it("says of fewer than twenty people nearly all or hardly any without a count, and of twenty what it is", () => {
    const all = [figures("a", "elementary", 12, 12), figures("b", "elementary", 7, 0), figures("c", "elementary", 20, 20)];
    expect([...reachAcross(all, {}).bySchool.values()]).toEqual([
      { isHidden: false, coded: "atLeast", percent: 95 },
      { isHidden: false, coded: "atMost", percent: 5 },
      { isHidden: false, numerator: 20, denominator: 20, percent: 100 },
    ]);
  });
});
