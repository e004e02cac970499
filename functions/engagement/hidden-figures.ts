import type { JobRole } from "../roster/contract.ts";
import type { MetricId } from "./contract.ts";
import type { SchoolFigures } from "./records.ts";
import { type Cell, cellsToHide, fewestPeople } from "./suppression.ts";
import { cellIn, homeTallyIn, type Tally, talliesByRole, tallyIn } from "./tally.ts";

/** A school with its counts read once for every metric: of everyone who works there, and of each role. */
export type Counted = { schoolId: string; level: SchoolFigures["level"]; figures: SchoolFigures; whole: Tally; roles: RoleTally[] };
type RoleTally = { role: JobRole; tally: Tally; home: Tally };

/** What a view of one metric and one role hides: these schools, and the total where it too is about too few. */
export type Hidden = { schools: ReadonlySet<string>; isTotal: boolean };

/** Reads the counts of schools that are compared and protected together. */
export function countsOf(schools: readonly SchoolFigures[]): Counted[] {
  return schools.map((figures) => ({
    schoolId: figures.schoolId,
    level: figures.level,
    figures,
    whole: tallyIn(figures, undefined),
    roles: rolesOf(figures),
  }));
}

function rolesOf(figures: SchoolFigures): RoleTally[] {
  const here = talliesByRole(figures).map(({ role, tally }) => ({ role, tally, home: homeTallyIn(figures, role) }));
  // Someone whose primary school this is may hold a role at another one alone.
  const elsewhere = talliesByRole(figures.home ?? { byRole: {} }).filter(({ role }) => !(role in figures.byRole));
  return [...here, ...elsewhere.map(({ role, tally }) => ({ role, tally: [] as Tally, home: tally }))];
}

/** What one metric hides, for everyone together and for each role; the table of roles is worked out when it is first asked for. */
export function hiddenFigures(schools: readonly Counted[], metric: MetricId): (role: JobRole | undefined) => Hidden {
  const whole = cellsToHide([schools.map(({ schoolId, whole: tally }) => ({ schoolId, ...cellIn(tally, metric) }))]);
  const hiddenWhole = new Set([...whole].map(({ schoolId }) => schoolId));
  const everyone = addCells(schools.map(({ figures }) => cellIn(homeTallyIn(figures, undefined), metric)));
  let byRole: Map<JobRole, Hidden> | undefined;
  return (role) => {
    if (role === undefined) return { schools: hiddenWhole, isTotal: isFew(everyone) };
    byRole ??= hiddenByRole(schools, metric, hiddenWhole);
    return byRole.get(role) ?? { schools: hiddenWhole, isTotal: false };
  };
}

/**
 * The schools hidden in each role's view. Three kinds of sums are shown somewhere: a school's over its roles, a role's
 * over the schools, and all roles' together. Where a role's own total is about too few, or covers one that is, the whole
 * of its view is hidden.
 */
function hiddenByRole(schools: readonly Counted[], metric: MetricId, hiddenWhole: ReadonlySet<string>): Map<JobRole, Hidden> {
  const cells = schools.flatMap(({ schoolId, roles }) => roles.map(({ role, tally }) => ({ schoolId, role, ...cellIn(tally, metric) })));
  const homes = Map.groupBy(
    schools.flatMap(({ roles }) => roles),
    ({ role }) => role,
  );
  const totals = [...homes].map(([role, all]) => ({ role, ...addCells(all.map(({ home }) => cellIn(home, metric))) }));
  const hiddenRoles = new Set([...cellsToHide([totals])].map(({ role }) => role));
  const also = cells.filter(({ schoolId, role }) => hiddenWhole.has(schoolId) || hiddenRoles.has(role));
  const lines = [...Map.groupBy(cells, ({ schoolId }) => schoolId).values(), ...Map.groupBy(cells, ({ role }) => role).values()];
  const hidden = Map.groupBy(cellsToHide(lines, also), ({ role }) => role);
  return new Map(
    [...homes.keys()].map((role) => [
      role,
      { schools: new Set((hidden.get(role) ?? []).map(({ schoolId }) => schoolId)), isTotal: hiddenRoles.has(role) },
    ]),
  );
}

/** Whether a figure is about somebody, but too few to be shown. */
export const isFew = ({ people }: Pick<Cell, "people">): boolean => people > 0 && people < fewestPeople;

/** Several cells as one. */
export function addCells(cells: readonly Cell[]): Cell {
  const sum = { people: 0, numerator: 0, denominator: 0 };
  for (const { people, numerator, denominator } of cells) {
    sum.people += people;
    sum.numerator += numerator;
    sum.denominator += denominator;
  }
  return sum;
}
