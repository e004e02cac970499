import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TrendPoint } from "../../functions/engagement/contract.ts";
import { allAcrossSchools, type Choice, hiddenIn, schoolsIn } from "../../functions/engagement/district-figures.ts";
import type { SchoolFigures } from "../../functions/engagement/records.ts";
import { addCells, isFew } from "../../functions/engagement/hidden-figures.ts";
import { rateOf } from "../../functions/engagement/rate.ts";
import { shownRate } from "../../functions/engagement/suppression.ts";
import { cellIn, homeTallyIn } from "../../functions/engagement/tally.ts";
import { frozenFigures, weekBeside } from "../../functions/engagement/trend.ts";
import { compactTally, figures } from "./school-figures.ts";

/** The week of `before` as the page shows it once the schools stand as in `now`. */
function weekOf(before: SchoolFigures[], now: SchoolFigures[], choice: Choice): TrendPoint {
  const frozen = { week: "2026-W45", asOfDay: "2026-11-02", ...frozenFigures(allAcrossSchools(before, choice)) };
  return weekBeside(frozen, allAcrossSchools(now, choice), { ...choice, metric: "reach" });
}

const hiddenNow = (schools: SchoolFigures[], choice: Choice): string[] =>
  hiddenIn(allAcrossSchools(schools, choice).get("reach") ?? { bySchool: new Map() });

const size = fc.integer({ min: 0, max: 9 });
const group = fc.tuple(size, size).map(([people, counted]) => compactTally(people, Math.min(people, counted)));
const school = fc.tuple(group, group).map(([total, aide]) => ({ total, aide }));
const levels = ["elementary", "elementary", "elementary", "middle", "middle"] as const;
/** The same five schools in a week and now; some have not changed, as most have not from one week to the next. */
const district = fc
  .array(fc.record({ before: school, now: school, isSame: fc.boolean() }), { minLength: levels.length, maxLength: levels.length })
  .map((all) => {
    const at = (moment: "before" | "now"): SchoolFigures[] =>
      all.map((one, i) => {
        const { total, aide } = one.isSame ? one.now : one[moment];
        return { ...figures(`s${i}`, levels[i] ?? "middle", 0, 0), total, byRole: { paraprofessional: aide } };
      });
    return { before: at("before"), now: at("now") };
  });
const choice = fc.record({
  level: fc.constantFrom("elementary" as const, "middle" as const),
  role: fc.constantFrom(undefined, "paraprofessional" as const),
});

describe("a frozen week beside today's page", () => {
  it("shows a level's share and score only from schools of which none is hidden now, so that subtracting finds none", () => {
    fc.assert(
      fc.property(district, choice, ({ before, now }, chosen) => {
        const { metrics, countOnIt } = weekOf(before, now, chosen);
        const hiddenThen = hiddenNow(before, chosen);
        const counted = schoolsIn(before, chosen).filter(({ schoolId }) => !hiddenThen.includes(schoolId));
        const gone = hiddenNow(now, chosen);
        const isGivenAway = counted.some(({ schoolId }) => gone.includes(schoolId));
        const sum = addCells(counted.map((one) => cellIn(homeTallyIn(one, chosen.role), "reach")));
        const totals = [before, now].map((schools) => allAcrossSchools(schools, chosen).get("reach")?.total);
        const isHidden = isGivenAway || isFew(sum) || totals.some((total) => total?.isHidden);
        expect(metrics.reach).toEqual(isHidden ? { isHidden: true } : shownRate(sum));
        if (isGivenAway) expect(countOnIt).toEqual({ schools: countOnIt.schools, known: 0 });
      }),
      { numRuns: 500 },
    );
  });

  const now = [figures("a", "elementary", 3, 1), figures("b", "elementary", 8, 4), figures("c", "elementary", 20, 5)];
  const more = figures("d", "elementary", 30, 20);

  it("leaves out what it left out then, when the same schools are hidden now", () => {
    const today = [...now, more];
    expect(weekOf(today, today, { level: "elementary" }).metrics.reach).toEqual({
      ...rateOf({ numerator: 25, denominator: 50 }),
      isHidden: false,
    });
  });

  it("is hidden when it counted a school that is hidden now, small or covering one", () => {
    const wasLarge = [figures("a", "elementary", 6, 2), ...now.slice(1), more];
    expect(weekOf(wasLarge, [...now, more], { level: "elementary" }).metrics.reach).toEqual({ isHidden: true });
    // Then another school covered the small one; the total of then less what is shown now would be the cover's figure.
    const otherCover = [...now, figures("e", "elementary", 5, 2), more];
    const today = [...now, figures("e", "elementary", 9, 2), more];
    expect(weekOf(otherCover, today, { level: "elementary" }).metrics.reach).toEqual({ isHidden: true });
  });

  it("keeps the total of all levels, which counts every school then and now, but not a score that knew a hidden one", () => {
    const wasLarge = [figures("a", "elementary", 6, 2), ...now.slice(1), more];
    const { metrics, countOnIt } = weekOf(wasLarge, [...now, more], {});
    expect(metrics.reach).toEqual({ ...rateOf({ numerator: 31, denominator: 64 }), isHidden: false });
    expect(countOnIt).toEqual({ schools: 4, known: 0 });
  });

  it("that was frozen without saying whom it left out is shown only where nothing is hidden now", () => {
    const { figures: frozen } = frozenFigures(allAcrossSchools([...now, more], { level: "elementary" }));
    const beside = (schools: SchoolFigures[]): TrendPoint =>
      weekBeside({ week: "2026-W45", asOfDay: "2026-11-02", figures: frozen }, allAcrossSchools(schools, { level: "elementary" }), {
        level: "elementary",
        metric: "reach",
      });
    expect(beside([...now, more]).metrics.reach).toEqual({ isHidden: true });
    expect(beside([more]).metrics.reach.isHidden).toBe(false);
  });
});
