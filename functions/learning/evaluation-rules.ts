import { addDays, type LocalDate, localDate } from "../platform/dates.ts";
import { type EvaluationAnswers, evaluationStatements } from "./evaluation-contract.ts";
import type { ModuleEvaluation } from "./records.ts";

/** The first day of the month after a date's. */
const nextMonth = (date: LocalDate): LocalDate => `${addDays(`${date.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;

/** The last day of the month that a date is in. */
export const endOfMonth = (date: LocalDate): LocalDate => addDays(nextMonth(date), -1);

/**
 * The last day on which an evaluation that was given on a date can be changed: the end of the month after. From then on it is counted,
 * and nothing counted changes any more, so that no two sums differ by what one person said.
 */
export const changeableUntil = (givenOn: LocalDate): LocalDate => endOfMonth(nextMonth(givenOn));

/** The day an evaluation was first given, on the clock of the district. */
export const givenOn = ({ evaluatedAt }: Pick<ModuleEvaluation, "evaluatedAt">, zone: string): LocalDate =>
  localDate(new Date(evaluatedAt), zone);

/** With which of the statements somebody agrees, strongly or not: 1 or 0 for each, in their order. */
export const agreedWith = (answers: EvaluationAnswers): number[] =>
  evaluationStatements.map((statement) => (answers[statement] === "agree" || answers[statement] === "stronglyAgree" ? 1 : 0));
