import * as z from "zod";
import { readCatalog } from "../../curriculum/queries.ts";
import { enrollmentsFrom } from "../../learning/queries.ts";
import type { Context } from "../../platform/context.ts";
import { derive } from "../../platform/derive.ts";
import { record } from "../../platform/record.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { taskKind } from "../../platform/task.ts";
import { listEverySchool, staffFrom } from "../../roster/queries.ts";
import { type Met, walkMembers, WalkPlace } from "../../roster/walk-members.ts";
import { ruleFacts } from "./apply-rules-to-person.ts";
import { assignmentsFrom, decisionsFrom } from "../queries.ts";
import { Rule } from "../records.ts";
import { RuleEffect, type RulePreview } from "../rule-contract.ts";
import { countedAt, effectOf, isWithin, type TrialEffect, type TrialSurroundings } from "../trial-rules.ts";

/** How many names a preview lists in each group; its totals count everyone. */
const listed = 500;
/** Reads alone, a few at a time. */
const width = 12;
const rowsInAStep = 600;

const Group = z.object({ total: z.number().int(), people: z.array(RuleEffect) });
const Part = z.object({ added: Group, removed: Group, redated: Group, unchanged: z.number().int(), overdueAtOnce: z.number().int() });
type Part = z.infer<typeof Part>;

/** What one step of trying a rule out found: the sum of a trial's parts is its preview. Gone after a day. */
export const trialParts = record({
  type: "rule-trial",
  kind: "derived",
  schema: Part.extend({ taskId: z.string(), part: z.number().int(), expiresAt: z.number().int() }),
  address: ({ taskId, part }) => ({ of: `TRIAL#${taskId}`, at: String(part).padStart(5, "0") }),
  expiresAt: ({ expiresAt }) => expiresAt,
});

/** What is tried out: the rule as it would be saved, and the one it would take the place of. */
const Trial = z.object({ rule: Rule.extend({ version: z.number().int() }), saved: Rule.optional() });
export type Trial = z.infer<typeof Trial>;

const emptyGroup = () => ({ total: 0, people: [] });
const emptyPart = (): Part => ({ added: emptyGroup(), removed: emptyGroup(), redated: emptyGroup(), unchanged: 0, overdueAtOnce: 0 });

export type TrialGround = TrialSurroundings & { schoolIds: string[]; trial: Trial };

/** Everything that a trial looks at beside the people themselves. */
export async function trialGround(ctx: Context, trial: Trial): Promise<TrialGround> {
  const [catalog, rows] = await Promise.all([readCatalog(ctx), listEverySchool(ctx)]);
  const schools = new Map(rows.map((school) => [school.id, school]));
  return { catalog, schools, schoolIds: [...schools.keys()].toSorted(), today: ctx.today, at: ctx.now.toISOString(), trial };
}

const rulesOf = ({ rule, saved }: Trial): Rule[] => (saved ? [rule, saved] : [rule]);

/** The next people whom the rule may concern, by the schools' lists alone. */
export function walkTrial(ctx: Context, ground: TrialGround, from: WalkPlace, limit: number) {
  const rules = rulesOf(ground.trial);
  return walkMembers(ctx, ground.schoolIds, from, {
    limit,
    concerns: ({ roles }, schoolId) => rules.some((rule) => isWithin(rule, { roles, schoolId }, ground.schools)),
  });
}

/** Tries the rule out on these people: one query each. Someone who is counted at another of their schools is left to that one. */
export async function tryOn(ctx: Context, ground: TrialGround, people: readonly Met[]): Promise<Part> {
  const effects: TrialEffect[] = [];
  await sideBySide(people, width, async ({ staffId, schoolId }) => {
    const items = await ctx.table.collection(`U#${staffId}`);
    const staff = staffFrom(items);
    if (!staff || countedAt(staff, rulesOf(ground.trial), ground) !== schoolId) return;
    const who = { staff, facts: ruleFacts(ctx, staff, items), ledger: assignmentsFrom(items), decisions: decisionsFrom(items) };
    effects.push(effectOf(ground.trial.rule, { ...who, enrollments: enrollmentsFrom(items) }, ground));
  });
  const part = emptyPart();
  for (const { list, effect, isOverdueAtOnce } of effects) {
    if (isOverdueAtOnce) part.overdueAtOnce++;
    if (list === "unchanged") part.unchanged++;
    else {
      part[list].total++;
      part[list].people.push(effect);
    }
  }
  return part;
}

/** The preview that the parts of a trial amount to. */
export function previewFrom(parts: readonly Part[]): RulePreview {
  const sum = (of: (part: Part) => number): number => parts.reduce((total, part) => total + of(part), 0);
  const group = (name: "added" | "removed" | "redated") => ({
    total: sum((part) => part[name].total),
    people: parts
      .flatMap((part) => part[name].people)
      .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id))
      .slice(0, listed),
  });
  return {
    added: group("added"),
    removed: group("removed"),
    redated: group("redated"),
    unchanged: sum(({ unchanged }) => unchanged),
    overdueAtOnce: sum(({ overdueAtOnce }) => overdueAtOnce),
  };
}

const Checkpoint = WalkPlace.extend({
  part: z.number().int(),
  /** How many were named so far, in each group. */
  named: z.object({ added: z.number(), removed: z.number(), redated: z.number() }),
  affected: z.number(),
});
type Checkpoint = z.infer<typeof Checkpoint>;

const begin: Checkpoint = { school: 0, part: 0, named: { added: 0, removed: 0, redated: 0 }, affected: 0 };

/** Tries a rule out on more people than a request can wait for. Progress is counted in schools, which are known beforehand. */
export const trialTask = taskKind<"assignment", "assignment:write", Trial, Checkpoint, { affected: number }>({
  name: "try-rule",
  job: "assignment",
  permission: "assignment:write",
  input: Trial,
  checkpoint: Checkpoint,
  step: async (ctx, { taskId, input, checkpoint = begin }) => {
    const ground = await trialGround(ctx, input);
    const { met, next } = await walkTrial(ctx, ground, checkpoint, rowsInAStep);
    const part = await tryOn(ctx, ground, met);
    const named = { ...checkpoint.named };
    for (const name of ["added", "removed", "redated"] as const) {
      part[name].people = part[name].people.slice(0, listed - named[name]);
      named[name] += part[name].people.length;
    }
    const expiresAt = Math.floor(ctx.now.getTime() / 1_000) + 86_400;
    await derive(ctx, [trialParts.overwrite({ ...part, taskId, part: checkpoint.part, expiresAt })]);
    const affected = checkpoint.affected + part.added.total + part.removed.total + part.redated.total;
    if (!next) return { outcome: { affected } };
    return {
      checkpoint: {
        school: next.school,
        ...(next.after !== undefined && { after: next.after }),
        part: checkpoint.part + 1,
        named,
        affected,
      },
      done: next.school,
      total: ground.schoolIds.length,
    };
  },
});
