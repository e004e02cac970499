import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SchoolRate } from "../../functions/engagement/contract.ts";
import { viewAcross } from "../../functions/engagement/district-figures.ts";
import type { SchoolFigures } from "../../functions/engagement/records.ts";
import { fewestPeople } from "../../functions/engagement/suppression.ts";
import type { JobRole } from "../../functions/roster/contract.ts";
import { compactTally, figures } from "./school-figures.ts";

/**
 * The strongest reader there can be: everybody holds one role at one school, so every sum is exact, and the reader knows
 * how many people there are everywhere. They look at every view of a moment, take what is softened for exact, and solve.
 */
const roles: JobRole[] = ["teacher", "paraprofessional", "coach"];
const levels = ["elementary", "elementary", "elementary", "middle", "middle"] as const;
type Group = { people: number; counted: number };
type District = Group[][];

const group = fc
  .tuple(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 40 })), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([people, share]): Group => ({ people, counted: Math.round(people * share) }));
const district: fc.Arbitrary<District> = fc.array(fc.array(group, { minLength: roles.length, maxLength: roles.length }), {
  minLength: levels.length,
  maxLength: levels.length,
});

const sum = (groups: Group[]): Group => ({
  people: groups.reduce((all, { people }) => all + people, 0),
  counted: groups.reduce((all, { counted }) => all + counted, 0),
});
const schoolsOf = (all: District): SchoolFigures[] =>
  all.map((groups, i) => {
    const { people, counted } = sum(groups);
    const byRole = Object.fromEntries(roles.map((role, r) => [role, compactTally(groups[r]?.people ?? 0, groups[r]?.counted ?? 0)]));
    return { ...figures(`s${i}`, levels[i] ?? "middle", people, counted), byRole };
  });

/** A sum of cells (school by role), as the coefficients of an equation. */
type Form = number[];
const formOf = (isIn: (school: number, role: number) => boolean): Form =>
  levels.flatMap((_, school) => roles.map((__, role) => (isIn(school, role) ? 1 : 0)));

/** Every sum that has a place on some page, with whether it is shown there and about how many people it is. */
function sums(
  all: District,
  isShown: (rate: SchoolRate | undefined) => boolean,
  past?: District,
): { form: Form; people: number; isShown: boolean }[] {
  const beside = past && viewAcross(schoolsOf(past), undefined);
  const view = viewAcross(schoolsOf(all), undefined, beside);
  const found = [{ form: formOf(() => true), people: sum(all.flat()).people, isShown: isShown(view.across("reach", undefined).total) }];
  for (const [s, groups] of all.entries()) {
    const whole = view.across("reach", undefined).bySchool.get(`s${s}`);
    found.push({ form: formOf((school) => school === s), people: sum(groups).people, isShown: isShown(whole) });
    for (const [r, role] of roles.entries()) {
      const cell = view.across("reach", role).bySchool.get(`s${s}`);
      found.push({ form: formOf((school, one) => school === s && one === r), people: groups[r]?.people ?? 0, isShown: isShown(cell) });
    }
  }
  for (const [r, role] of roles.entries())
    found.push({
      form: formOf((_, one) => one === r),
      people: sum(all.map((groups) => groups[r] ?? { people: 0, counted: 0 })).people,
      isShown: isShown(view.across("reach", role).total),
    });
  return found;
}

/** Whether a sum follows from others, whatever the numbers are. */
function follows(form: Form, known: Form[]): boolean {
  const rank = (rows: Form[]): number => {
    const left = rows.map((row) => [...row]);
    let done = 0;
    for (let column = 0; column < form.length; column++) {
      const pivot = left.slice(done).find((row) => Math.abs(row[column] ?? 0) > 1e-9);
      if (!pivot) continue;
      const at = left.indexOf(pivot);
      [left[done], left[at]] = [pivot, left[done] ?? pivot];
      for (const row of left.slice(done + 1)) {
        const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
        for (let i = column; i < form.length; i++) row[i] = (row[i] ?? 0) - factor * (pivot[i] ?? 0);
      }
      done++;
    }
    return done;
  };
  return rank([...known, form]) === rank(known);
}

const isShown = (rate: SchoolRate | undefined): boolean => rate !== undefined && !rate.isHidden;

/** What the reader of all views would learn about groups of fewer than five. */
function learned(all: District, past?: District): string[] {
  // Of a group with nobody in it everyone knows everything.
  const empty = sums(all, isShown, past).filter(({ people, form }) => people === 0 && form.filter(Boolean).length === 1);
  const every = sums(all, isShown, past);
  const known = [...every.filter((one) => one.isShown), ...empty].map(({ form }) => form);
  return every
    .filter(({ people }) => people > 0 && people < fewestPeople)
    .filter(({ form, isShown: isSeen }) => isSeen || follows(form, known))
    .map(({ form, people }) => `${people}: ${form.join("")}`);
}

describe("someone who reads every view and can subtract", () => {
  it("learns no figure about fewer than five people from schools, roles and totals together", () => {
    fc.assert(
      fc.property(district, (all) => {
        expect(learned(all)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("learns none from a day that is past, whatever is hidden today", () => {
    fc.assert(
      fc.property(district, district, (then, now) => {
        expect(learned(then, now)).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });
});
