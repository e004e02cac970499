import type { JobRole } from "../roster/contract.ts";
import type { MetricId } from "./contract.ts";
import type { SchoolFigures } from "./records.ts";
import { type Link, linksToHide } from "./give-aways.ts";
import { type Cell, cellsToHide, fewestPeople } from "./suppression.ts";
import { cellIn, emptyTally, rolesIn, type Tally, tallyIn } from "./tally.ts";

/** A school with its counts read once for every metric: of everyone, and of each role; who works there, and whose primary school it is. */
export type Counted = Pick<SchoolFigures, "schoolId" | "level"> & { everyone: Counts; roles: ReadonlyMap<JobRole, Counts> };
export type Counts = { whole: Tally; home: Tally };

/** What a view of one metric and one role hides: these schools, and the total where it too is about too few. */
export type Hidden = { schools: ReadonlySet<string>; isTotal: boolean };

/** Reads the counts of schools that are compared and protected together. */
export function countsOf(schools: readonly SchoolFigures[]): Counted[] {
  return schools.map((figures) => {
    const { schoolId, level, home = figures } = figures;
    const read = (role: JobRole | undefined): Counts => {
      const whole = tallyIn(figures, role);
      const isSame = role === undefined ? home.total === figures.total : home.byRole[role] === figures.byRole[role];
      return { whole, home: isSame ? whole : tallyIn(home, role) };
    };
    // Someone whose primary school this is may hold a role at another one alone.
    const roles = new Set([...rolesIn(figures), ...rolesIn(home)]);
    return { schoolId, level, everyone: read(undefined), roles: new Map([...roles].map((role) => [role, read(role)])) };
  });
}

/** A school's counts for a role, or for everyone. */
export const countsIn = ({ everyone, roles }: Counted, role: JobRole | undefined): Counts =>
  role === undefined ? everyone : (roles.get(role) ?? nobody);
const nobody: Counts = { whole: emptyTally, home: emptyTally };

/** What one metric hides, for everyone together and for each role; the table of roles is worked out when it is first asked for. */
export function hiddenFigures(schools: readonly Counted[], metric: MetricId): (role: JobRole | undefined) => Hidden {
  const whole = cellsToHide([schools.map(({ schoolId, everyone }) => ({ schoolId, ...cellIn(everyone.whole, metric) }))]);
  const hiddenWhole = new Set([...whole].map(({ schoolId }) => schoolId));
  const total = addCells(schools.map(({ everyone }) => cellIn(everyone.home, metric)));
  let byRole: Map<JobRole, Hidden> | undefined;
  return (role) => {
    if (role === undefined) return { schools: hiddenWhole, isTotal: isFew(total) };
    byRole ??= hiddenByRole(schools, metric, hiddenWhole);
    return byRole.get(role) ?? { schools: hiddenWhole, isTotal: false };
  };
}

type RoleCell = Cell & Link & { schoolId: string; role: JobRole };

/**
 * The schools hidden in each role's view. Four kinds of sums are shown somewhere: a school's over its roles, a role's
 * over the schools, all schools' and all roles' together. Where a role's own total is about too few, or covers one that
 * is, the whole of its view is hidden.
 */
function hiddenByRole(schools: readonly Counted[], metric: MetricId, hiddenWhole: ReadonlySet<string>): Map<JobRole, Hidden> {
  const { cells, wholes, totals } = linksIn(schools, metric);
  const hiddenRoles = new Set([...cellsToHide([totals])].map(({ role }) => role));
  const isHiddenAtOnce = ({ schoolId, role }: RoleCell): boolean => hiddenWhole.has(schoolId) || hiddenRoles.has(role);
  const lines = [...Map.groupBy(cells, ({ schoolId }) => schoolId).values(), ...Map.groupBy(cells, ({ role }) => role).values()];
  const hidden = cellsToHide(lines, cells.filter(isHiddenAtOnce));
  const more = linksToHide<Link & { role?: JobRole; schoolId?: string }>(
    [
      ...[...hidden].filter(({ people }) => people > 0),
      ...wholes.filter(({ schoolId }) => hiddenWhole.has(schoolId)),
      ...totals.filter(({ role }) => hiddenRoles.has(role)),
    ],
    [...cells.filter((cell) => cell.people > 0 && !hidden.has(cell)), ...totals.filter(({ role }) => !hiddenRoles.has(role))],
  );
  for (const { role, schoolId } of more) if (role !== undefined && schoolId === undefined) hiddenRoles.add(role);
  const also = new Set<Link>(more);
  const byRole = Map.groupBy(
    cells.filter((cell) => hidden.has(cell) || also.has(cell) || isHiddenAtOnce(cell)),
    ({ role }) => role,
  );
  return new Map(
    totals.map(({ role }) => [
      role,
      { schools: new Set((byRole.get(role) ?? []).map(({ schoolId }) => schoolId)), isTotal: hiddenRoles.has(role) },
    ]),
  );
}

/** Every figure of schools and roles, each as a link between the two sums it is part of. */
function linksIn(schools: readonly Counted[], metric: MetricId) {
  const cells: RoleCell[] = [];
  const wholes: (Link & { schoolId: string })[] = [];
  const totals = new Map<JobRole, Cell & Link & { role: JobRole }>();
  for (const { schoolId, everyone, roles } of schools) {
    wholes.push({ schoolId, people: cellIn(everyone.whole, metric).people, ends: [schoolId, "schools"] });
    for (const [role, { whole, home }] of roles) {
      cells.push({ schoolId, role, ...cellIn(whole, metric), ends: [schoolId, role] });
      totals.set(role, { role, ...addCells([totals.get(role) ?? noCell, cellIn(home, metric)]), ends: [role, "roles"] });
    }
  }
  return { cells, wholes, totals: [...totals.values()] };
}

/** Whether a figure is about somebody, but too few to be shown. */
export const isFew = ({ people }: Pick<Cell, "people">): boolean => people > 0 && people < fewestPeople;

const noCell: Cell = { people: 0, numerator: 0, denominator: 0 };

/** Several cells as one. */
export function addCells(cells: readonly Cell[]): Cell {
  const sum = { ...noCell };
  for (const { people, numerator, denominator } of cells) {
    sum.people += people;
    sum.numerator += numerator;
    sum.denominator += denominator;
  }
  return sum;
}
