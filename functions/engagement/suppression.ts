import type { SchoolRate } from "./contract.ts";
import { rateOf } from "./rate.ts";

/** A count about fewer people than this is not shown in views across schools, nor exported (docs/domain.md, small numbers). */
export const fewestPeople = 5;

/** One figure about a group: how many people stand behind it, and its two counts. */
export type Cell = { people: number; numerator: number; denominator: number };

const isEmpty = ({ people }: Cell): boolean => people === 0;
const isSmall = ({ people }: Cell): boolean => people > 0 && people < fewestPeople;

/**
 * Which cells to hide so that no figure about fewer than five people is shown or can be worked out from a total.
 * Each line is a set of cells whose sum is shown (all schools of a view, or all roles of a school). Where exactly one
 * cell of a line is hidden, or the hidden ones' sum leaves a small one no room, the next smallest is hidden too, until
 * nothing changes. A sum that is none or all gives its cells away by itself; hiding more would protect nobody.
 * `also` names cells to hide whatever their size.
 */
export function cellsToHide<C extends Cell>(lines: readonly (readonly C[])[], also: Iterable<C> = []): Set<C> {
  const hidden = new Set<C>(also);
  for (const line of lines) for (const cell of line) if (isSmall(cell)) hidden.add(cell);
  const ordered = lines.map((line) => line.filter((cell) => !isEmpty(cell)).toSorted((a, b) => a.people - b.people));
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const line of ordered) protect(line, hidden);
  }
  return hidden;
}

/** Hides the smallest cells that help, one at a time, until none of a line's small ones can be worked out from its sum. */
function protect<C extends Cell>(line: readonly C[], hidden: Set<C>): void {
  const covered = line.filter((cell) => hidden.has(cell));
  const open = line.filter((cell) => !hidden.has(cell));
  while (open.length > 0 && needsCover(covered, line)) {
    const next = open.find((cell) => !canBeWorkedOut([...covered, cell])) ?? open[0];
    if (!next) return;
    open.splice(open.indexOf(next), 1);
    covered.push(next);
    hidden.add(next);
  }
}

function needsCover(covered: readonly Cell[], line: readonly Cell[]): boolean {
  if (covered.length < 2) return covered.length === 1;
  const { numerator, denominator } = sumOf(line);
  return numerator > 0 && numerator < denominator && canBeWorkedOut(covered);
}

/** Whether the sum of these cells leaves a small one among them only one possible value. */
function canBeWorkedOut(covered: readonly Cell[]): boolean {
  const { numerator, denominator } = sumOf(covered);
  return covered.some((cell) => {
    const least = Math.max(0, numerator - (denominator - cell.denominator));
    return isSmall(cell) && least === Math.min(cell.denominator, numerator);
  });
}

function sumOf(cells: readonly Cell[]): { numerator: number; denominator: number } {
  let numerator = 0;
  let denominator = 0;
  for (const cell of cells) {
    numerator += cell.numerator;
    denominator += cell.denominator;
  }
  return { numerator, denominator };
}

/** Of fewer people than this, nearly all and hardly any are said without their counts … */
const fewestForExtremes = 20;
/** … as at least, or at most, this many percent. */
const extremes = { atLeast: 95, atMost: 5 } as const;

/**
 * A figure that is not hidden, as a view across schools shows it. Of fewer than twenty people a share from 95 percent on,
 * or up to 5, is said as just that: its counts would say that everyone there did, or that nobody did.
 */
export function shownRate(cell: Cell): SchoolRate {
  const { people, numerator, denominator } = cell;
  if (people > 0 && people < fewestForExtremes && denominator > 0) {
    const share = (100 * numerator) / denominator;
    if (share >= extremes.atLeast) return { isHidden: false, coded: "atLeast", percent: extremes.atLeast };
    if (share <= extremes.atMost) return { isHidden: false, coded: "atMost", percent: extremes.atMost };
  }
  return { isHidden: false, ...rateOf(cell) };
}
