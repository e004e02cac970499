import type { Context } from "../platform/context.ts";
import { creditRuleEditions } from "./records.ts";
import type { CreditRule, CreditRulesPage, CreditRuleView, CreditTerms } from "./rule-contract.ts";
import { shippedRule, shippedRules } from "./shipped-rules.ts";

/** What was decided about a purpose at a time. */
export type CreditRuleEdition = { ruleId: string; edition: number; terms: CreditTerms; savedBy: string; savedAt: string; reason: string };

/** Every edition of every purpose that the district decided about, the earliest of each first. One query. */
export function listCreditRuleEditions(ctx: Context): Promise<CreditRuleEdition[]> {
  return ctx.table.list(creditRuleEditions, "CREDITRULE");
}

/** The purposes as the district has them now, its own after those that ship. */
export async function readCreditRules(ctx: Context): Promise<CreditRule[]> {
  return latest(await listCreditRuleEditions(ctx));
}

function latest(editions: readonly CreditRuleEdition[]): CreditRule[] {
  const own = new Map(editions.map(({ ruleId, edition, terms }) => [ruleId, { id: ruleId, edition, terms }]));
  const shipped = shippedRules.map((rule) => own.get(rule.id) ?? rule);
  return [...shipped, ...[...own.values()].filter(({ id }) => !shippedRule(id))];
}

/** One of them; undefined when there is none with this id. */
export async function findCreditRule(ctx: Context, ruleId: string): Promise<CreditRule | undefined> {
  return (await readCreditRules(ctx)).find(({ id }) => id === ruleId);
}

/** The purposes as an administrator reads and changes them, each with its editions, the latest first. */
export async function creditRulesPage(ctx: Context): Promise<CreditRulesPage> {
  return { rules: creditRuleViews(await listCreditRuleEditions(ctx)) };
}

/** The same from editions that were read already, or as a change leaves them. */
export function creditRuleViews(all: readonly CreditRuleEdition[]): CreditRuleView[] {
  return latest(all).map((rule) => {
    const shipped = shippedRule(rule.id)?.terms;
    return {
      ...rule,
      ...(shipped && { shipped }),
      editions: all
        .filter(({ ruleId }) => ruleId === rule.id)
        .map(({ edition, savedBy, savedAt, reason }) => ({ edition, savedBy, savedAt, reason }))
        .toSorted((a, b) => b.edition - a.edition),
    };
  });
}
