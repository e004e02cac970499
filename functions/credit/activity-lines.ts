import type { CatalogModule } from "../curriculum/content.ts";
import { evaluationStatements } from "../learning/evaluation-contract.ts";
import type { Enrollment, ModuleEvaluation } from "../learning/records.ts";
import type { CsvCell } from "../platform/csv.ts";
import { localDate } from "../platform/dates.ts";
import type { ActivityTally } from "./contract.ts";
import { agreementCells, leastPeople, sumWithin, withEvaluation } from "./evaluation-shares.ts";
import { standardsOf, topicNames } from "./rules.ts";

type Tallies = Readonly<Record<string, ActivityTally>>;

/** What each statement of an evaluation is called at the head of its column. */
const statementNames: Record<(typeof evaluationStatements)[number], string> = {
  relevant: "it mattered for their work",
  clear: "it was clear",
  usable: "they can use it in their work",
  wellSpent: "the time was well spent",
};

/** The columns of a file with a line for each module: what an auditor asks of an activity, and what is known of it. */
export const activityHeader = [
  "activity",
  "module",
  "provider",
  "format",
  "objectives",
  "topics",
  "standard",
  "editions",
  "approved minutes each",
  "people completed",
  "approved minutes in all",
  "practice tasks accepted",
  "mean best result of the check, percent",
  "people who evaluated it",
  "evaluations counted",
  ...evaluationStatements.map((statement) => `agree that ${statementNames[statement]}, percent`),
] as const;

/**
 * Adds a person's completions of the days asked for to what was counted before, and all that they said of modules: what of it is said
 * is decided at the end, from everyone's.
 */
export function withCompletions(
  before: Tallies,
  { enrollments, evaluations }: { enrollments: readonly Enrollment[]; evaluations: readonly ModuleEvaluation[] },
  { from, to, zone }: { from: string; to: string; zone: string },
): Tallies {
  const after: Record<string, ActivityTally> = { ...before };
  for (const evaluation of evaluations) {
    const tally = after[evaluation.moduleId] ?? none;
    after[evaluation.moduleId] = { ...tally, said: withEvaluation(tally.said, evaluation, zone) };
  }
  for (const { moduleId, completedAt, creditMinutes, hash, check } of enrollments) {
    if (completedAt === undefined) continue;
    const on = localDate(new Date(completedAt), zone);
    if (on < from || on > to) continue;
    const { people, minutes, minutesEach, editions, checked, percents, evaluated, said } = after[moduleId] ?? none;
    const isEvaluated = evaluations.some((one) => one.moduleId === moduleId);
    after[moduleId] = {
      people: people + 1,
      minutes: minutes + creditMinutes,
      minutesEach: [...new Set([...minutesEach, creditMinutes])].toSorted((a, b) => a - b),
      editions: [...new Set([...editions, hash])].toSorted(),
      checked: checked + (check.bestPercent === undefined ? 0 : 1),
      percents: percents + (check.bestPercent ?? 0),
      evaluated: evaluated + (isEvaluated ? 1 : 0),
      said,
    };
  }
  return after;
}

const none: ActivityTally = { people: 0, minutes: 0, minutesEach: [], editions: [], checked: 0, percents: 0, evaluated: 0, said: {} };

/** A line for each module that anyone completed, in the catalogue's order; one that is no longer there comes last. */
export function activityLines(
  tallies: Tallies,
  { modules, districtName, days }: { modules: readonly CatalogModule[]; districtName: string; days: Parameters<typeof sumWithin>[1] },
): CsvCell[][] {
  const known = new Map(modules.map((module) => [module.id, module]));
  const order = [...modules.map(({ id }) => id), ...Object.keys(tallies).filter((id) => !known.has(id))];
  return order.flatMap((id) => {
    const tally = tallies[id];
    if (!tally || tally.people === 0) return [];
    const module = known.get(id);
    const { people, minutes, minutesEach, editions, checked, percents, evaluated, said } = tally;
    return [
      [
        module?.title ?? id,
        id,
        districtName,
        "self-paced lessons, a check, and a practice task on the job that a reviewer accepted",
        module?.objectives.map(({ text }) => text).join(" "),
        topicNames(module?.topics),
        standardsOf(module?.standards),
        editions.join("; "),
        minutesEach.join("; "),
        people,
        minutes,
        people,
        checked < leastPeople ? `not said of fewer than ${leastPeople}` : Math.round(percents / checked),
        evaluated,
        ...agreementCells(sumWithin(said, days)),
      ],
    ];
  });
}
