import { commit } from "../../platform/commit.ts";
import type { Context } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { findTask, newTask } from "../../platform/task.ts";
import { rolesOf } from "../audience-rules.ts";
import { requireRuleInput } from "../requirements.ts";
import type { RuleInput, RulePreview, RuleTrialAnswer } from "../rule-contract.ts";
import { readRule } from "../rule-queries.ts";
import { previewFrom, type Trial, trialGround, trialParts, trialTask, tryOn, walkTrial } from "./try-on-people.ts";
import type { Met, WalkPlace } from "../../roster/walk-members.ts";

/** Up to so many people are tried on while the person waits; beyond that it is work in the background. */
const atOnce = 300;
const rowsInALook = 2_000;

/**
 * Names who a rule would add, remove and give other dates if it were saved now, worked out for each person against their
 * own ledger; saves nothing of the rule, mails nobody. For many people it answers with the task that works it out.
 */
export async function previewRule(
  ctx: Granted<"rule:write">,
  { id: known, isActive = true, ...rule }: RuleInput & { id?: string | undefined; isActive?: boolean | undefined },
): Promise<RuleTrialAnswer> {
  if (isActive) await requireRuleInput(ctx, rule);
  const saved = known === undefined ? undefined : await readRule(ctx, known);
  const reach = { rolesEver: rolesOf(rule.audience) ?? [], isForAnyRole: rolesOf(rule.audience) === undefined };
  const next = { ...rule, ...reach, id: saved?.id ?? "trial", isActive, version: (saved?.version ?? 0) + 1 };
  const trial: Trial = { rule: next, ...(saved && { saved }) };
  const few = await findFew(ctx, trial);
  if (few) return { preview: previewFrom([await tryOn(ctx, await trialGround(ctx, trial), few)]) };
  const task = newTask(ctx, trialTask, { input: trial });
  return commit(ctx, {
    action: "rule.tried",
    subject: saved ? `rule:${saved.id}` : "rule:new",
    writes: [task.write],
    result: { taskId: task.view.id },
  });
}

/** Whom the rule may concern, if they are few; looks no further than it takes to know that they are not. */
async function findFew(ctx: Context, trial: Trial): Promise<Met[] | undefined> {
  const ground = await trialGround(ctx, trial);
  const people: Met[] = [];
  let place: WalkPlace | undefined = { school: 0 };
  for (let looks = 0; place && people.length <= atOnce; looks++) {
    // Few people on very long lists are long work too.
    if (looks > 5) return undefined;
    const { met, next }: Awaited<ReturnType<typeof walkTrial>> = await walkTrial(ctx, ground, place, rowsInALook);
    people.push(...met);
    place = next;
  }
  return people.length > atOnce ? undefined : people;
}

/** What trying a rule out in the background found; `not-ready` while it is at it. */
export async function readPreview(ctx: Context, taskId: string): Promise<RulePreview> {
  const task = await findTask(ctx, taskId);
  if (task?.kind !== trialTask.name) throw notFound("task");
  if (task.state !== "done") throw new AppError("not-ready", "This is still being worked out. Look again in a moment.");
  const parts = await ctx.table.list(trialParts, `TRIAL#${taskId}`);
  if (parts.length === 0) throw notFound("task");
  return previewFrom(parts);
}
