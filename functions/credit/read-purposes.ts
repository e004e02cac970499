import type { Context } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import { creditRuleEditions } from "./records.ts";
import type { CreditRule, CreditRulesPage, CreditRuleView } from "./rule-contract.ts";
import { shippedRule, shippedRules } from "./shipped-rules.ts";

/** The purposes as the district has them now, its own after those that ship. One query. */
export async function readCreditRules(ctx: Context): Promise<CreditRule[]> {
  return latest(await ctx.table.list(creditRuleEditions, "CREDITRULE"));
}

function latest(editions: readonly Edition[]): CreditRule[] {
  const own = new Map(editions.map(({ ruleId, edition, terms }) => [ruleId, { id: ruleId, edition, terms }]));
  const shipped = shippedRules.map((rule) => own.get(rule.id) ?? rule);
  return [...shipped, ...[...own.values()].filter(({ id }) => !shippedRule(id))];
}

type Edition = { ruleId: string; edition: number; terms: CreditRule["terms"] };

/** One of them; undefined when there is none with this id. */
export async function findCreditRule(ctx: Context, ruleId: string): Promise<CreditRule | undefined> {
  return (await readCreditRules(ctx)).find(({ id }) => id === ruleId);
}

/** The purposes as an administrator reads and changes them, each with its editions, the latest first. */
export async function creditRulesPage(ctx: Context): Promise<CreditRulesPage> {
  const all = await ctx.table.list(creditRuleEditions, "CREDITRULE");
  return {
    rules: latest(all).map((rule): CreditRuleView => {
      const shipped = shippedRule(rule.id)?.terms;
      return {
        ...rule,
        ...(shipped && { shipped }),
        editions: all
          .filter(({ ruleId }) => ruleId === rule.id)
          .map(({ edition, savedBy, savedAt, reason }) => ({ edition, savedBy, savedAt, reason }))
          .toSorted((a, b) => b.edition - a.edition),
      };
    }),
  };
}

/** One of them; `not-found` when there is none with this id. */
export async function creditRuleView(ctx: Context, ruleId: string): Promise<CreditRuleView> {
  const found = (await creditRulesPage(ctx)).rules.find(({ id }) => id === ruleId);
  if (!found) throw notFound("purpose");
  return found;
}
