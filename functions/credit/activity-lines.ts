import type { CatalogModule } from "../curriculum/content.ts";
import type { Enrollment } from "../learning/records.ts";
import type { CsvCell } from "../platform/csv.ts";
import { localDate } from "../platform/dates.ts";
import type { ActivityTally } from "./contract.ts";
import { standardsOf, topicNames } from "./rules.ts";

type Tallies = Readonly<Record<string, ActivityTally>>;

/** How a check went on the whole is said of so many people and more: of fewer, it could be told who did how. */
const leastPeople = 10;
/** Said rather than an empty cell, which could be a lost one. */
export const noEvaluation = "none collected";

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
  "evaluation",
] as const;

/** Adds a person's completions of the days asked for to what was counted before. */
export function withCompletions(
  before: Tallies,
  enrollments: readonly Enrollment[],
  { from, to, zone }: { from: string; to: string; zone: string },
): Tallies {
  const after: Record<string, ActivityTally> = { ...before };
  for (const { moduleId, completedAt, creditMinutes, hash, check } of enrollments) {
    if (completedAt === undefined) continue;
    const on = localDate(new Date(completedAt), zone);
    if (on < from || on > to) continue;
    const { people, minutes, minutesEach, editions, checked, percents } = after[moduleId] ?? none;
    after[moduleId] = {
      people: people + 1,
      minutes: minutes + creditMinutes,
      minutesEach: [...new Set([...minutesEach, creditMinutes])].toSorted((a, b) => a - b),
      editions: [...new Set([...editions, hash])].toSorted(),
      checked: checked + (check.bestPercent === undefined ? 0 : 1),
      percents: percents + (check.bestPercent ?? 0),
    };
  }
  return after;
}

const none: ActivityTally = { people: 0, minutes: 0, minutesEach: [], editions: [], checked: 0, percents: 0 };

/** A line for each module that anyone completed, in the catalogue's order; one that is no longer there comes last. */
export function activityLines(
  tallies: Tallies,
  { modules, districtName }: { modules: readonly CatalogModule[]; districtName: string },
): CsvCell[][] {
  const known = new Map(modules.map((module) => [module.id, module]));
  const order = [...modules.map(({ id }) => id), ...Object.keys(tallies).filter((id) => !known.has(id))];
  return order.flatMap((id) => {
    const tally = tallies[id];
    if (!tally) return [];
    const module = known.get(id);
    const { people, minutes, minutesEach, editions, checked, percents } = tally;
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
        noEvaluation,
      ],
    ];
  });
}
