import type { Granted } from "../../platform/grant.ts";
import { idFrom } from "../../platform/ids.ts";
import { askOnce } from "../../platform/task.ts";
import { changesByItself } from "../audience-rules.ts";
import { extensions, waitingAsks } from "../decision-records.ts";
import { readRuleBook } from "../rule-queries.ts";
import { applyRulesTask } from "./bring-to-people.ts";
import { moveRequests } from "./move-requests.ts";
import { stopRule } from "./stop-rule.ts";

/**
 * What a new day changes in the rules. Requests for more time follow whoever is at another school today. Rules that cannot do what they say any more are stopped. Then, as long work and
 * once a day: for `everyone`, every rule is applied anew to every person, which is also the repair, should what called
 * for it have been lost; otherwise the rules alone whose audience depends on a certificate running out.
 */
export async function beginRulesDay(ctx: Granted<"assignment:write">, thoroughness: "everyone" | "outdated"): Promise<void> {
  // A transfer or a coach's change that was entered ahead comes with its day, and no row changes then.
  const waiting = await ctx.table.list(extensions, waitingAsks, { index: "index1" });
  for (const staffId of new Set(waiting.map((one) => one.staffId))) await moveRequests(ctx, staffId);
  const { rules, stumbling } = await readRuleBook(ctx);
  for (const { rule, trouble } of stumbling) await stopRule(ctx, rule, trouble);
  if (rules.length === 0) return;
  if (thoroughness === "everyone") return ask(ctx, {});
  for (const { id, version, audience, isActive } of rules)
    if (isActive && changesByItself(audience)) await ask(ctx, { ruleId: id, ruleVersion: version });
}

async function ask(ctx: Granted<"assignment:write">, input: { ruleId?: string; ruleVersion?: number }): Promise<void> {
  const id = idFrom("tsk", "rules-of-day", input.ruleId ?? "all", String(input.ruleVersion ?? 0), ctx.today);
  await askOnce(ctx, applyRulesTask, { id, input, action: "rules.asked", subject: `rule:${input.ruleId ?? "all"}` });
}
