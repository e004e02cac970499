import type { EffectKind, EffectTotals } from "./effects-contract.ts";
import type { RuleBook } from "./rule-queries.ts";
import type { Staff } from "../roster/records.ts";

const effectKinds = ["assigned", "removed", "redated"] as const satisfies readonly EffectKind[];

type Counts = Record<EffectKind, number>;

/** A module on a changed path, without its title: the catalogue has that. */
export type ModuleOnPath = { moduleId: string; dueOn: string; isDone: boolean; from?: string };

/** What becomes of one path. */
export type PathOutcome = Record<EffectKind, ModuleOnPath[]>;

/** What was counted so far of an import's effects. `chunks` says how many people each file has in each list. */
export type RunningTotals = Pick<EffectTotals, "on" | "people" | "all" | "late" | "mails"> & {
  modules: Record<string, { counts: Counts; done: number }>;
  chunks: Counts[];
};

const none = (): Counts => ({ assigned: 0, removed: 0, redated: 0 });

/** Nothing counted yet. */
export const noEffects = (on: string, areRemindersOn: boolean): RunningTotals => ({
  on,
  people: none(),
  all: 0,
  late: 0,
  modules: {},
  mails: { areRemindersOn, people: 0, kinds: {}, aboutOthers: 0 },
  chunks: [],
});

/** Whether a path changes at all. */
export const changesAnything = (outcome: PathOutcome): boolean => effectKinds.some((kind) => outcome[kind].length > 0);

/** The totals with one more file of people. */
export function withChunk(
  before: RunningTotals,
  people: readonly { outcome: PathOutcome; mail: { kinds: readonly string[]; isToldToOthers: boolean } }[],
): RunningTotals {
  const { on, people: listed, all, late, modules, mails, chunks } = structuredClone(before);
  const own = none();
  const totals = { on, people: listed, all, late, modules, mails, chunks: [...chunks, own] };
  for (const { outcome, mail } of people) {
    for (const kind of effectKinds) {
      if (outcome[kind].length > 0) own[kind]++;
      for (const { moduleId, isDone } of outcome[kind]) {
        const module = (modules[moduleId] ??= { counts: none(), done: 0 });
        module.counts[kind]++;
        if (isDone && kind === "assigned") module.done++;
      }
    }
    if (changesAnything(outcome)) totals.all++;
    if ([...outcome.assigned, ...outcome.redated].some(({ dueOn, isDone }) => !isDone && dueOn < on)) totals.late++;
    if (mail.kinds.length > 0) mails.people++;
    for (const kind of new Set(mail.kinds)) mails.kinds[kind] = (mails.kinds[kind] ?? 0) + 1;
    if (mail.isToldToOthers) mails.aboutOthers++;
  }
  for (const kind of effectKinds) listed[kind] += own[kind];
  return totals;
}

/**
 * What of a newcomer decides what follows for them: people who are alike in it are asked for the same by the same dates.
 * Which school it is matters only where a rule asks for a school; otherwise its level does.
 */
export function likeness(
  { roles, hiredOn, status, lastDayOn, email }: Staff,
  { rules, schools }: Pick<RuleBook, "rules" | "schools">,
): string {
  const conditions = rules.flatMap(({ audience }) => audience.anyOf).flatMap(({ allOf }) => allOf);
  const named = new Set(conditions.flatMap((condition) => (condition.about === "school" ? condition.anyOf : [])));
  const jobs = roles.map(({ schoolId, ...job }) => [job, schools.get(schoolId)?.level, named.has(schoolId) ? schoolId : ""]);
  return JSON.stringify([jobs, hiredOn, status, lastDayOn, email === ""]);
}
