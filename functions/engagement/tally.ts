import type { JobRole } from "../roster/contract.ts";
import type { Coverage, MetricId, Rate } from "./contract.ts";
import { contributionOf, metricIds, metrics } from "./metrics/all.ts";
import { rateOf } from "./rate.ts";
import type { SchoolFigures, StaffSummary } from "./records.ts";
import { type AsOf, exclusions, standingOn } from "./standing.ts";
import type { Cell } from "./suppression.ts";

/** A group's counts, in the order in which they are stored. */
export type Tally = readonly number[];

/**
 * The order of the stored counts. It grows at its end alone, so that weeks which were frozen before still read: active
 * staff, evidence in review, left, suspended, on leave; the first five metrics, each as numerator, denominator and people
 * behind it; people with a record that cannot be read, rows of people that cannot be read at all; the metrics since then.
 */
const activeAt = 0;
const inReviewAt = 1;
const excludedFrom = 2;
const metricsFrom = excludedFrom + exclusions.length;
const firstMetrics = 5;
const partlyReadAt = metricsFrom + 3 * firstMetrics;
const unreadAt = partlyReadAt + 1;
const length = unreadAt + 1 + 3 * (metricIds.length - firstMetrics);
const metricAt = (i: number): number => (i < firstMetrics ? metricsFrom : unreadAt + 1 - 3 * firstMetrics) + 3 * i;
const placeOf = new Map(metricIds.map((id, i) => [id, metricAt(i)]));

/** The counts of nobody. */
export const emptyTally: Tally = Array.from({ length }, () => 0);

/** Reads counts as they are stored; a metric that was added since then counts nothing. */
function decode(text: string | undefined): Tally {
  return text === undefined ? emptyTally : text.split(" ").map(Number);
}

/** As they are stored: zeros at the end are left away. */
function encode(tally: Tally): string {
  let end = tally.length;
  while (end > 1 && tally[end - 1] === 0) end--;
  return tally.slice(0, end).join(" ");
}

/** What one person adds to every count of a group on a day. */
export function tallyOf(row: StaffSummary, asOf: AsOf): Tally {
  const tally = [...emptyTally];
  const standing = standingOn(row, asOf);
  if (standing.exclusion !== undefined) {
    tally[excludedFrom + exclusions.indexOf(standing.exclusion)] = 1;
    return tally;
  }
  tally[activeAt] = 1;
  tally[inReviewAt] = row.reviews.length;
  tally[partlyReadAt] = row.bad > 0 ? 1 : 0;
  for (const [i, metric] of metrics.entries()) {
    const { numerator, denominator } = contributionOf(metric, standing);
    const at = metricAt(i);
    tally[at] = numerator;
    tally[at + 1] = denominator;
    tally[at + 2] = denominator > 0 ? 1 : 0;
  }
  return tally;
}

/** Two groups without a person in common, as one. */
export function addTallies(a: Tally, b: Tally): Tally {
  return added([...a], b);
}

function added(sum: number[], tally: Tally): number[] {
  for (let i = 0; i < length; i++) sum[i] = (sum[i] ?? 0) + (tally[i] ?? 0);
  return sum;
}

export const activeStaffIn = (tally: Tally): number => tally[activeAt] ?? 0;
export const inReviewIn = (tally: Tally): number => tally[inReviewAt] ?? 0;

/** How many are left out, for each reason. */
export function excludedIn(tally: Tally): { reason: (typeof exclusions)[number]; count: number }[] {
  return exclusions.map((reason, i) => ({ reason, count: tally[excludedFrom + i] ?? 0 }));
}

/** Of how many everything could be read, out of everyone whose rows are there. */
export function coverageIn(tally: Tally): Coverage {
  const active = activeStaffIn(tally);
  return { known: active - (tally[partlyReadAt] ?? 0), of: active + (tally[unreadAt] ?? 0) };
}

/** One metric's counts and how many people stand behind them. */
export function cellIn(tally: Tally, metric: MetricId): Cell {
  const at = placeOf.get(metric) ?? length;
  return { numerator: tally[at] ?? 0, denominator: tally[at + 1] ?? 0, people: tally[at + 2] ?? 0 };
}

/** Every metric's rate of a group. */
export function ratesOf(tally: Tally): Record<MetricId, Rate> {
  return Object.fromEntries(metricIds.map((id) => [id, rateOf(cellIn(tally, id))])) as Record<MetricId, Rate>;
}

type Sums = Pick<SchoolFigures, "total" | "byRole">;

/** A school's sums: its people each once in the total, and once in every role they hold; and `unread` rows of whom nothing is known. */
export function sumsOf(
  rows: readonly StaffSummary[],
  asOf: AsOf,
  rolesIn: (row: StaffSummary) => readonly JobRole[],
  unread: number,
): Sums {
  const total = emptyTally.with(unreadAt, unread);
  const byRole: Partial<Record<JobRole, number[]>> = {};
  for (const row of rows) {
    const tally = tallyOf(row, asOf);
    added(total, tally);
    for (const role of rolesIn(row)) added((byRole[role] ??= [...emptyTally]), tally);
  }
  const sorted = Object.entries(byRole).toSorted(([a], [b]) => a.localeCompare(b));
  return { total: encode(total), byRole: Object.fromEntries(sorted.map(([role, tally]) => [role, encode(tally)])) };
}

/** The counts of the whole school or of one role in it. */
export function tallyIn({ total, byRole }: Sums, role: JobRole | undefined): Tally {
  return decode(role === undefined ? total : byRole[role]);
}

/** The counts of every role that anyone holds at the school. */
export function talliesByRole(sums: Pick<Sums, "byRole">): { role: JobRole; tally: Tally }[] {
  return rolesIn(sums).map((role) => ({ role, tally: decode(sums.byRole[role]) }));
}

/** Every role that anyone holds at the school. */
export const rolesIn = ({ byRole }: Pick<Sums, "byRole">): JobRole[] => Object.keys(byRole) as JobRole[];

/** What a school adds to the district: the people whose primary school it is. */
export function homeTallyIn(figures: Sums & Pick<SchoolFigures, "home">, role: JobRole | undefined): Tally {
  return tallyIn(figures.home ?? figures, role);
}
