import type { JobRole } from "../roster/contract.ts";
import type { CountOnIt, EngagementFilter, LeftOut, MetricId, RoleGap, SchoolRate } from "./contract.ts";
import { countOnIt } from "./count-on-it.ts";
import { addCells, type Counted, countsIn, countsOf, type Hidden, hiddenFigures, isFew } from "./hidden-figures.ts";
import { metricIds, metricOf } from "./metrics/all.ts";
import { roleGapOf } from "./metrics/role-gap.ts";
import type { SchoolFigures } from "./records.ts";
import { type Cell, shownRate } from "./suppression.ts";
import { activeStaffIn, addTallies, cellIn, emptyTally, homeTallyIn, type Tally } from "./tally.ts";

export type Choice = Pick<EngagementFilter, "level" | "role">;

/** One metric across the schools of a view: the total and whom it is without, what each school shows, and the score over the schools. */
export type Across = { sum: Cell; total: SchoolRate; leftOut: LeftOut; bySchool: Map<string, SchoolRate>; countOnIt: CountOnIt };

/**
 * What a choice of level leaves. The district office is no school: it is in view only when it is what was asked for, and
 * in no total beside schools, so that its few people cannot be found by subtraction.
 */
export function schoolsIn<S extends Pick<SchoolFigures, "level">>(schools: readonly S[], { level }: Pick<Choice, "level">): S[] {
  return schools.filter((school) => (level === undefined ? school.level !== "district" : school.level === level));
}

/** What is compared and protected together: the schools, or the district office by itself. */
function comparable<S extends Pick<SchoolFigures, "level">>(schools: readonly S[], { level }: Pick<Choice, "level">): S[] {
  return schools.filter((school) => (school.level === "district") === (level === "district"));
}

/** The chosen schools' people, each once: at their primary school. */
export function homeTally(schools: readonly SchoolFigures[], choice: Choice): Tally {
  return schoolsIn(schools, choice).reduce((sum, school) => addTallies(sum, homeTallyIn(school, choice.role)), emptyTally);
}

/** The schools that one metric hides in a view. */
export function hiddenIn({ bySchool }: Pick<Across, "bySchool">): string[] {
  return [...bySchool].filter(([, { isHidden }]) => isHidden).map(([schoolId]) => schoolId);
}

/**
 * The figures of schools as a view across them may show them. `beside` is what is shown besides, from the schools as they
 * are today: a view of the past hides whatever is hidden today too, so that the two cannot be held against each other.
 */
export function viewAcross(schools: readonly SchoolFigures[], level: Choice["level"], beside?: ViewAcross) {
  const counted = countsOf(comparable(schools, { level }));
  const hiddenBy = new Map(metricIds.map((id) => [id, hiddenFigures(counted, id)]));
  const hidden = (metric: MetricId, role: JobRole | undefined): Hidden => {
    const own = hiddenBy.get(metric)?.(role) ?? { schools: new Set<string>(), isTotal: true };
    const other = beside?.hidden(metric, role);
    return other ? { schools: own.schools.union(other.schools), isTotal: own.isTotal || other.isTotal } : own;
  };
  const across = (metric: MetricId, role: JobRole | undefined): Across =>
    acrossSchools(schoolsIn(counted, { level }), metric, { level, role }, hidden(metric, role));
  return {
    hidden,
    across,
    /** Every metric for one role or for everyone. */
    all: (role: JobRole | undefined): Map<MetricId, Across> => new Map(metricIds.map((id) => [id, across(id, role)])),
    /** One metric of every role that anyone in the view holds. */
    byRole: (metric: MetricId): { role: JobRole; rate: SchoolRate }[] =>
      rolesIn(schoolsIn(counted, { level }))
        .map((role) => ({ role, ...across(metric, role) }))
        .filter(({ sum, total }) => total.isHidden || sum.people > 0)
        .map(({ role, total }) => ({ role, rate: total })),
    /** How far apart the roles of each school are, from the figures that the roles' own views show. */
    roleGaps: (): Map<string, RoleGap> =>
      new Map(schoolsIn(counted, { level }).map((school) => [school.schoolId, gapIn(school, (role) => hidden("current", role))])),
  };
}

export type ViewAcross = {
  hidden(metric: MetricId, role: JobRole | undefined): Hidden;
};

/** Every metric for a choice of level and role. */
export function allAcrossSchools(schools: readonly SchoolFigures[], { level, role }: Choice): Map<MetricId, Across> {
  return viewAcross(schools, level).all(role);
}

function rolesIn(schools: readonly Counted[]): JobRole[] {
  return [...new Set(schools.flatMap(({ roles }) => [...roles.keys()]))].toSorted((a, b) => a.localeCompare(b));
}

function gapIn({ schoolId, roles }: Counted, hiddenOf: (role: JobRole) => Hidden): RoleGap {
  return roleGapOf(
    [...roles].map(([role, { whole }]) => {
      const cell = cellIn(whole, "current");
      return { role, people: cell.people, rate: hiddenOf(role).schools.has(schoolId) ? { isHidden: true } : shownRate(cell) };
    }),
  );
}

/**
 * One metric for a choice of level and role. Which schools are hidden does not depend on the level chosen, and the
 * total of one level is that of its shown schools: so no two views can be subtracted to find a hidden figure.
 */
function acrossSchools(chosen: readonly Counted[], metric: MetricId, { level, role }: Choice, hidden: Hidden): Across {
  const leftOut = { people: 0, schools: 0 };
  const added: Cell[] = [];
  const bySchool = new Map<string, SchoolRate>();
  const values: (number | undefined)[] = [];
  for (const school of chosen) {
    const { schoolId } = school;
    const isHidden = hidden.schools.has(schoolId);
    const { whole, home } = countsIn(school, role);
    if (level !== undefined && isHidden) {
      leftOut.people += activeStaffIn(home);
      leftOut.schools += activeStaffIn(home) > 0 ? 1 : 0;
    } else added.push(cellIn(home, metric));
    const cell = cellIn(whole, metric);
    bySchool.set(schoolId, isHidden ? { isHidden } : shownRate(cell));
    values.push(isHidden || cell.denominator === 0 ? undefined : (100 * cell.numerator) / cell.denominator);
  }
  const sum = addCells(added);
  return {
    sum,
    total: hidden.isTotal || isFew(sum) ? { isHidden: true } : shownRate(sum),
    leftOut,
    bySchool,
    countOnIt: countOnIt(values, metricOf(metric).definition.isHigherBetter),
  };
}
