import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { log } from "../../platform/log.ts";
import type { Versioned } from "../../platform/record.ts";
import { type Rule, ruleStates } from "../records.ts";
import type { RuleTrouble } from "../rule-contract.ts";
import { findRuleState } from "../rule-queries.ts";

/**
 * Stops a version of a rule that cannot do what it says: from here on it changes nobody's ledger, what it gave stays, and
 * administrators are told why. Someone has to save it again. Twice changes nothing.
 */
export async function stopRule(ctx: Granted<"assignment:write">, rule: Rule & Versioned, trouble: RuleTrouble): Promise<void> {
  const isNew = await retryOnConflict(async () => {
    const before = await findRuleState(ctx, rule.id);
    if (before?.stopped?.ruleVersion === rule.version) return false;
    const stopped = { ...trouble, ruleVersion: rule.version, since: ctx.today };
    const after = { ...before, ruleId: rule.id, stopped, version: before?.version ?? 0 };
    return commit(ctx, {
      action: "rule.stopped",
      subject: `rule:${rule.id}`,
      writes: [ruleStates.put(after)],
      before,
      after,
      result: true,
    });
  });
  if (isNew)
    log("error", "a rule was stopped", { districtId: ctx.district.id, row: rule.id, error: `${trouble.because}: ${trouble.what}` });
}
