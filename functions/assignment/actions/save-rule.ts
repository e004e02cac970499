import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { RuleInput, RuleView } from "../contract.ts";
import { readRule, ruleView } from "../queries.ts";
import { rules } from "../records.ts";
import { requireRuleInput } from "../requirements.ts";

/**
 * Saves a rule, each time as a new version. What it gives and takes back follows from the stream. A `version` that is
 * no longer the latest is a `conflict`, so that two people cannot save over each other.
 */
export async function saveRule(
  ctx: Granted<"rule:write">,
  input: RuleInput & { id?: string | undefined; version?: number | undefined; isActive?: boolean | undefined },
): Promise<RuleView> {
  const { id: known, version: seen, isActive = true, ...rule } = input;
  await requireRuleInput(ctx, rule);
  const before = known === undefined ? undefined : await readRule(ctx, known);
  if (before && seen !== before.version)
    throw new AppError(
      "conflict",
      "Someone saved this rule while you were editing it. Reload to see their version; what you entered is still on this page.",
    );
  const id = before?.id ?? ctx.newId("rul");
  const version = before?.version ?? 0;
  const rolesEver = [...new Set([...(before?.rolesEver ?? []), ...rule.audience.roles])];
  const next = { ...rule, id, isActive, rolesEver, version };
  return commit(ctx, {
    action: before ? "rule.changed" : "rule.created",
    subject: `rule:${id}`,
    writes: [rules.put(next)],
    before,
    after: { ...next, version: version + 1 },
    result: await ruleView(ctx, { ...next, version: version + 1 }),
  });
}
