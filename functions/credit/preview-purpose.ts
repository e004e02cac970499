import type { Context } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import { listMembersAfter, listSchools } from "../roster/queries.ts";
import { fullName } from "../roster/rules.ts";
import { readCredit } from "./queries.ts";
import { findCreditRule } from "./read-purposes.ts";
import type { CreditPreview, CreditPreviewInput } from "./rule-contract.ts";
import { purposeTotal } from "./rules.ts";

/** So many people with credit are shown, and so many looked at to find them. */
const shown = 5;
const atMost = 40;
const perSchool = 8;

/** What a change of a purpose would do to the totals of a few people; saves nothing, and never reads more than forty people. */
export async function previewCreditRule(ctx: Context, { ruleId, terms }: CreditPreviewInput): Promise<CreditPreview> {
  const rule = ruleId === undefined ? undefined : await findCreditRule(ctx, ruleId);
  if (ruleId !== undefined && !rule) throw notFound("purpose");
  const seen = new Set<string>();
  const people: CreditPreview["people"] = [];
  for (const { id: schoolId } of await listSchools(ctx)) {
    for (const { staffId } of await listMembersAfter(ctx, schoolId, undefined, perSchool)) {
      if (people.length === shown || seen.size === atMost) return { lookedAt: seen.size, people };
      if (seen.has(staffId)) continue;
      seen.add(staffId);
      const facts = await readCredit(ctx, staffId);
      if (!facts || facts.entries.length === 0) continue;
      const at = { cycles: facts.cycles, today: ctx.today };
      people.push({
        name: fullName(facts.staff),
        ...(rule && { before: purposeTotal(rule, facts.entries, at).units }),
        after: purposeTotal({ id: ruleId ?? "", edition: 0, terms }, facts.entries, at).units,
      });
    }
  }
  return { lookedAt: seen.size, people };
}
