import { evaluationStatements } from "../learning/evaluation-contract.ts";
import { agreedWith, changeableUntil, endOfMonth, givenOn } from "../learning/evaluation-rules.ts";
import type { ModuleEvaluation } from "../learning/records.ts";
import type { LocalDate } from "../platform/dates.ts";

/** What a module's participants said, month by month: how many, then how many of them agree with each statement. */
export type MonthlySums = Record<string, number[]>;

/** How a check or an offering went on the whole is said of so many people and more: of fewer, it could be told who did how. */
export const leastPeople = 10;

/** Of fewer people than this, all or all but one, and nobody or one, are not told apart: it would be what each of them said. */
const leastForExtremes = 20;

const nobody: readonly number[] = [0, ...evaluationStatements.map(() => 0)];
const plus = (a: readonly number[], b: readonly number[]): number[] => a.map((one, i) => one + (b[i] ?? 0));

/** Adds an evaluation to the sums of the month in which it was first given. */
export function withEvaluation(before: MonthlySums, evaluation: ModuleEvaluation, zone: string): MonthlySums {
  const month = givenOn(evaluation, zone).slice(0, 7);
  return { ...before, [month]: plus(before[month] ?? nobody, [1, ...agreedWith(evaluation.answers)]) };
}

/**
 * The sums of what was said in the days of a file. Months that can no longer change are put together, the earliest first, until ten people
 * stand in them, and such a block is counted whole or not at all. The blocks are the same for every file, whatever its days and whenever it is
 * made, so what two files differ by is what ten people or more said, never one.
 */
export function sumWithin(sums: MonthlySums, { from, to, asOf }: { from: LocalDate; to: LocalDate; asOf: LocalDate }): readonly number[] {
  let all = nobody;
  let block = { sums: nobody, beginsOn: "" };
  const months = Object.entries(sums).toSorted(([a], [b]) => a.localeCompare(b));
  for (const [month, ofMonth] of months) {
    const day = `${month}-01`;
    if (asOf <= changeableUntil(day)) break;
    block = { sums: plus(block.sums, ofMonth), beginsOn: block.beginsOn || day };
    if ((block.sums[0] ?? 0) < leastPeople) continue;
    if (block.beginsOn >= from && endOfMonth(day) <= to) all = plus(all, block.sums);
    block = { sums: nobody, beginsOn: "" };
  }
  return all;
}

/** Of how many people a file says how they agree, and the share who do with each statement, in percent or in words. */
export function agreementCells([people = 0, ...agreed]: readonly number[]): (number | string)[] {
  if (people < leastPeople) return [0, ...agreed.map(() => `not said of fewer than ${leastPeople} counted`)];
  return [people, ...agreed.map((count) => shareOf(count, people))];
}

function shareOf(count: number, people: number): number | string {
  // All but one of so few would still say nearly everything of each.
  if (people < leastForExtremes && count >= people - 1) return "90 or more";
  if (people < leastForExtremes && count <= 1) return "10 or less";
  return Math.round((100 * count) / people);
}
