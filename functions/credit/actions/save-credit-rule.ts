import { commit } from "../../platform/commit.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { type CreditRuleEdition, creditRuleViews, listCreditRuleEditions } from "../read-purposes.ts";
import { creditRuleEditions } from "../records.ts";
import type { CreditRuleInput, CreditRuleView, NewCreditRule } from "../rule-contract.ts";
import { termsProblems } from "../rules.ts";

type Writer = Granted<"creditRule:write">;

/** Saves what the district decided about a purpose as its next edition. Whoever read an older edition gets a `conflict`. */
export async function saveCreditRule(
  ctx: Writer,
  { ruleId, edition, terms, reason }: CreditRuleInput & { ruleId: string },
): Promise<CreditRuleView> {
  const editions = await listCreditRuleEditions(ctx);
  const before = creditRuleViews(editions).find(({ id }) => id === ruleId);
  if (!before) throw notFound("purpose");
  if (before.edition !== edition)
    throw new AppError("conflict", "Someone saved this since you opened it. Reload to see it; what you wrote is still on this page.");
  return save(ctx, editions, { ruleId, edition: edition + 1, terms, reason });
}

/** Adds a purpose of the district's own. */
export async function addCreditRule(ctx: Writer, { terms, reason }: NewCreditRule): Promise<CreditRuleView> {
  return save(ctx, await listCreditRuleEditions(ctx), { ruleId: ctx.newId("own"), edition: 1, terms, reason });
}

async function save(
  ctx: Writer,
  editions: readonly CreditRuleEdition[],
  input: Pick<CreditRuleEdition, "ruleId" | "edition" | "terms" | "reason">,
): Promise<CreditRuleView> {
  const fields = termsProblems(input.terms, ctx.today);
  if (fields.length > 0) throw new AppError("invalid-input", "Put right what is marked and save again. Nothing was saved.", { fields });
  const { actor } = ctx;
  const after = { ...input, savedBy: actor.kind === "person" ? actor.name : ctx.district.name, savedAt: ctx.now.toISOString() };
  const view = creditRuleViews([...editions, after]).find(({ id }) => id === input.ruleId);
  if (!view) throw notFound("purpose");
  return commit(ctx, {
    action: "credit-rule.saved",
    subject: `credit-rule:${input.ruleId}`,
    writes: [creditRuleEditions.put({ ...after, version: 0 })],
    ...(input.edition > 1 && { before: { edition: input.edition - 1 } }),
    after,
    result: view,
  });
}
