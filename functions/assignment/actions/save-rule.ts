import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Versioned } from "../../platform/record.ts";
import { newTask } from "../../platform/task.ts";
import { applyRulesTask } from "./bring-to-people.ts";
import { rolesOf } from "../audience-rules.ts";
import { type Rule, rules, type RuleState, ruleStates, ruleVersions } from "../records.ts";
import { requireRuleInput } from "../requirements.ts";
import type { RuleInput, RuleView } from "../rule-contract.ts";
import { findRuleState, readRule, ruleView } from "../rule-queries.ts";

/**
 * Saves a rule, each time as a new version that is kept, and asks for the work that brings it to people. A `version` that
 * is no longer the latest is a `conflict`, so that two people cannot save over each other. Saving starts a stopped rule again.
 */
export async function saveRule(
  ctx: Granted<"rule:write">,
  input: RuleInput & { id?: string | undefined; version?: number | undefined; isActive?: boolean | undefined },
): Promise<RuleView> {
  const { id: known, version: seen, isActive = true, ...rule } = input;
  if (isActive) await requireRuleInput(ctx, rule);
  const before = known === undefined ? undefined : await readRule(ctx, known);
  if (before && seen !== before.version)
    throw new AppError(
      "conflict",
      "Someone saved this rule while you were editing it. Reload to see their version; what you entered is still on this page.",
    );
  const id = before?.id ?? ctx.newId("rul");
  const stateBefore = before && (await findRuleState(ctx, id));
  const next: Rule & Versioned = { ...rule, ...reachOf(rule, before), id, isActive, version: before?.version ?? 0 };
  const saved = { ...next, version: next.version + 1 };
  const task = newTask(ctx, applyRulesTask, { input: { ruleId: id, ruleVersion: saved.version } });
  const state: RuleState & Versioned = {
    ruleId: id,
    applying: { taskId: task.view.id, ruleVersion: saved.version },
    version: stateBefore?.version ?? 0,
  };
  return commit(ctx, {
    action: before ? "rule.changed" : "rule.created",
    subject: `rule:${id}`,
    writes: [rules.put(next), versionOf(ctx, next, saved.version), ruleStates.put(state), task.write],
    before,
    after: saved,
    result: { ...(await ruleView(ctx, saved, undefined)), task: { id: task.view.id, state: "waiting", done: 0, total: 0 } },
  });
}

function versionOf(ctx: Granted<"rule:write">, rule: Rule, number: number) {
  const { actor } = ctx;
  const savedBy = actor.kind === "person" ? { id: signedInStaffId(ctx), name: actor.name } : { id: actor.name, name: ctx.district.name };
  return ruleVersions.put({ ruleId: rule.id, number, rule, savedAt: ctx.now.toISOString(), savedBy, version: 0 });
}

/** Everyone who ever may have got something from it: whom the work has to look at. */
function reachOf({ audience }: RuleInput, before: Rule | undefined): Pick<Rule, "rolesEver" | "isForAnyRole"> {
  const roles = rolesOf(audience);
  const isForAnyRole = before?.isForAnyRole === true || roles === undefined;
  return { rolesEver: [...new Set([...(before?.rolesEver ?? []), ...(roles ?? [])])], ...(isForAnyRole && { isForAnyRole }) };
}
