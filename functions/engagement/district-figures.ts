import type { CountOnIt, EngagementFilter, LeftOut, MetricId, Rate, SchoolRate } from "./contract.ts";
import { countOnIt } from "./count-on-it.ts";
import { metricIds, metricOf } from "./metrics/all.ts";
import type { SchoolFigures } from "./records.ts";
import { cellsToHide } from "./suppression.ts";
import { activeStaffIn, addTallies, cellIn, emptyTally, homeTallyIn, rateOf, type Tally, talliesByRole, tallyIn } from "./tally.ts";

export type Choice = Pick<EngagementFilter, "level" | "role">;

/** One metric across the schools of a view: the total and whom it is without, what each school shows, and the score over the schools. */
export type Across = { total: Rate; leftOut: LeftOut; bySchool: Map<string, SchoolRate>; countOnIt: CountOnIt };

/**
 * What a choice of level leaves. The district office is no school: it is in view only when it is what was asked for, and
 * in no total beside schools, so that its few people cannot be found by subtraction.
 */
export function schoolsIn<S extends Pick<SchoolFigures, "level">>(schools: readonly S[], { level }: Choice): S[] {
  return schools.filter((school) => (level === undefined ? school.level !== "district" : school.level === level));
}

/** What is compared and protected together: the schools, or the district office by itself. */
function comparable<S extends Pick<SchoolFigures, "level">>(schools: readonly S[], { level }: Choice): S[] {
  return schools.filter((school) => (school.level === "district") === (level === "district"));
}

/** The chosen schools' people, each once: at their primary school. */
export function homeTally(schools: readonly SchoolFigures[], choice: Choice): Tally {
  return schoolsIn(schools, choice).reduce((sum, school) => addTallies(sum, homeTallyIn(school, choice.role)), emptyTally);
}

/** Every metric for a choice of level and role. */
export function allAcrossSchools(schools: readonly SchoolFigures[], choice: Choice): Map<MetricId, Across> {
  const decoded = decode(comparable(schools, choice), choice.role);
  return new Map(metricIds.map((id) => [id, acrossSchools(decoded, id, choice)]));
}

/** The schools that one metric hides in a view. */
export function hiddenIn({ bySchool }: Pick<Across, "bySchool">): string[] {
  return [...bySchool].filter(([, { isHidden }]) => isHidden).map(([schoolId]) => schoolId);
}

/** Every metric's total for a choice. */
export function totalsOf(across: Map<MetricId, Across>): Record<MetricId, Rate> {
  return Object.fromEntries([...across].map(([id, { total }]) => [id, total])) as Record<MetricId, Rate>;
}

/** The schools whose figure must not be shown across schools: too few people, or needed to protect one that has too few. */
export function hiddenSchools(schools: readonly SchoolFigures[], metric: MetricId, role: Choice["role"]): Set<string> {
  return hiddenAmong(decode(comparable(schools, {}), role), metric, role);
}

/** A school with its counts read once for every metric: of the whole school, of each role, and of the choice. */
type Decoded = {
  schoolId: string;
  level: SchoolFigures["level"];
  whole: Tally;
  roles: ReturnType<typeof talliesByRole>;
  chosen: Tally;
  home: Tally;
};

function decode(schools: readonly SchoolFigures[], role: Choice["role"]): Decoded[] {
  return schools.map((school) => ({
    schoolId: school.schoolId,
    level: school.level,
    whole: tallyIn(school, undefined),
    roles: role === undefined ? [] : talliesByRole(school),
    chosen: tallyIn(school, role),
    home: homeTallyIn(school, role),
  }));
}

/**
 * One metric for a choice of level and role. Which schools are hidden does not depend on the level chosen, and the
 * total of one level is that of its shown schools: so no two views can be subtracted to find a hidden figure.
 */
function acrossSchools(schools: readonly Decoded[], metric: MetricId, choice: Choice): Across {
  const hidden = hiddenAmong(schools, metric, choice.role);
  const chosen = schoolsIn(schools, choice);
  const leftOut = { people: 0, schools: 0 };
  const total = { numerator: 0, denominator: 0 };
  for (const { schoolId, home } of chosen) {
    if (choice.level !== undefined && hidden.has(schoolId)) {
      leftOut.people += activeStaffIn(home);
      leftOut.schools += activeStaffIn(home) > 0 ? 1 : 0;
      continue;
    }
    const { numerator, denominator } = cellIn(home, metric);
    total.numerator += numerator;
    total.denominator += denominator;
  }
  const bySchool = new Map<string, SchoolRate>();
  const values: (number | undefined)[] = [];
  for (const { schoolId, chosen: tally } of chosen) {
    const cell = cellIn(tally, metric);
    const isHidden = hidden.has(schoolId);
    bySchool.set(schoolId, isHidden ? { isHidden } : { ...rateOf(cell), isHidden });
    values.push(isHidden || cell.denominator === 0 ? undefined : (100 * cell.numerator) / cell.denominator);
  }
  return { total: rateOf(total), leftOut, bySchool, countOnIt: countOnIt(values, metricOf(metric).definition.isHigherBetter) };
}

function hiddenAmong(schools: readonly Decoded[], metric: MetricId, role: Choice["role"]): Set<string> {
  const whole = schools.map(({ schoolId, whole: tally }) => ({ schoolId, ...cellIn(tally, metric) }));
  const hiddenWhole = new Set([...cellsToHide([whole])].map(({ schoolId }) => schoolId));
  if (role === undefined) return hiddenWhole;
  const cells = schools.flatMap(({ schoolId, roles }) => roles.map((one) => ({ schoolId, role: one.role, ...cellIn(one.tally, metric) })));
  // Both the school's total over its roles and the role's total over the schools are shown somewhere.
  const lines = [...Map.groupBy(cells, ({ schoolId }) => schoolId).values(), ...Map.groupBy(cells, (cell) => cell.role).values()];
  const also = cells.filter(({ schoolId }) => hiddenWhole.has(schoolId));
  const hidden = [...cellsToHide(lines, also)].filter((cell) => cell.role === role);
  return new Set(hidden.map(({ schoolId }) => schoolId));
}
