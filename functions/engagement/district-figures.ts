import type { JobRole } from "../roster/contract.ts";
import type { CountOnIt, EngagementFilter, MetricId, Rate, SchoolRate } from "./contract.ts";
import { countOnIt } from "./count-on-it.ts";
import { metricOf, metricIds } from "./metrics/all.ts";
import type { SchoolFigures } from "./records.ts";
import { type Cell, cellsToHide } from "./suppression.ts";
import { addTallies, cellIn, emptyTally, homeTallyIn, rateOf, type Tally, tallyIn } from "./tally.ts";

export type Choice = Pick<EngagementFilter, "level" | "role">;

/** One metric across the schools of a view: the total, what each school shows, and the score over the schools. */
export type Across = { total: Rate; bySchool: Map<string, SchoolRate>; countOnIt: CountOnIt };

/** The schools that a choice of level leaves. */
export function schoolsIn<S extends Pick<SchoolFigures, "level">>(schools: readonly S[], { level }: Choice): S[] {
  return schools.filter((school) => level === undefined || school.level === level);
}

/** The chosen schools' people, each once: at their primary school. */
export function homeTally(schools: readonly SchoolFigures[], choice: Choice): Tally {
  return schoolsIn(schools, choice).reduce((sum, school) => addTallies(sum, homeTallyIn(school, choice.role)), emptyTally);
}

/**
 * One metric for a choice of level and role. Which schools are hidden does not depend on the level chosen, and the
 * total of one level is that of its shown schools: so no two views can be subtracted to find a hidden figure.
 */
export function acrossSchools(schools: readonly SchoolFigures[], metric: MetricId, choice: Choice): Across {
  const hidden = hiddenSchools(schools, metric, choice.role);
  const chosen = schoolsIn(schools, choice);
  const shown = chosen.filter(({ schoolId }) => !hidden.has(schoolId));
  const counted = choice.level === undefined ? chosen : shown;
  const total = counted.reduce((sum, school) => addTallies(sum, homeTallyIn(school, choice.role)), emptyTally);
  const bySchool = new Map<string, SchoolRate>();
  for (const school of chosen) {
    const rate = rateOf(cellIn(tallyIn(school, choice.role), metric));
    bySchool.set(school.schoolId, hidden.has(school.schoolId) ? { isHidden: true } : { ...rate, isHidden: false });
  }
  // The district office is no school: nobody's child goes there.
  const compared = chosen.filter(({ level }) => level !== "district" || choice.level === "district");
  const values = compared.map(({ schoolId }) => {
    const rate = bySchool.get(schoolId);
    return rate && !rate.isHidden && rate.denominator > 0 ? (100 * rate.numerator) / rate.denominator : undefined;
  });
  return { total: rateOf(cellIn(total, metric)), bySchool, countOnIt: countOnIt(values, metricOf(metric).definition.isHigherBetter) };
}

/** Every metric's total for a choice. */
export function totalsOf(across: Map<MetricId, Across>): Record<MetricId, Rate> {
  return Object.fromEntries([...across].map(([id, { total }]) => [id, total])) as Record<MetricId, Rate>;
}

/** Every metric for a choice. */
export function allAcrossSchools(schools: readonly SchoolFigures[], choice: Choice): Map<MetricId, Across> {
  return new Map(metricIds.map((id) => [id, acrossSchools(schools, id, choice)]));
}

type Placed = Cell & { schoolId: string; role?: JobRole };

/** The schools whose figure must not be shown across schools: too few people, or needed to protect one that has too few. */
export function hiddenSchools(schools: readonly SchoolFigures[], metric: MetricId, role: JobRole | undefined): Set<string> {
  const whole: Placed[] = schools.map(({ schoolId, total }) => ({ schoolId, ...cellIn(total, metric) }));
  const hiddenWhole = new Set([...cellsToHide([whole])].map(({ schoolId }) => schoolId));
  if (role === undefined) return hiddenWhole;
  const cells: Placed[] = schools.flatMap(({ schoolId, byRole }) =>
    (Object.keys(byRole) as JobRole[]).map((one) => ({ schoolId, role: one, ...cellIn(tallyIn({ total: [], byRole }, one), metric) })),
  );
  // Both the school's total over its roles and the role's total over the schools are shown somewhere.
  const lines = [...Map.groupBy(cells, ({ schoolId }) => schoolId).values(), ...Map.groupBy(cells, (cell) => cell.role).values()];
  const also = cells.filter(({ schoolId }) => hiddenWhole.has(schoolId));
  const hidden = [...cellsToHide(lines, also)].filter((cell) => cell.role === role);
  return new Set(hidden.map(({ schoolId }) => schoolId));
}
