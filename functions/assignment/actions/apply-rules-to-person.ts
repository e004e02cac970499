import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Context } from "../../platform/context.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Versioned } from "../../platform/record.ts";
import { listEverySchool, staffFrom } from "../../roster/queries.ts";
import type { School } from "../../roster/records.ts";
import { ledgerChanges } from "../membership-rules.ts";
import { assignmentsFrom, listRules } from "../queries.ts";
import { type Rule, sources } from "../records.ts";

/** The rules in force and the schools they speak of; read once for many people. */
export type RuleBook = { rules: (Rule & Versioned)[]; schools: ReadonlyMap<string, School> };

/** Reads every rule and every school: two queries. */
export async function readRuleBook(ctx: Context): Promise<RuleBook> {
  const [rules, schools] = await Promise.all([listRules(ctx), listEverySchool(ctx)]);
  return { rules, schools: new Map(schools.map((school) => [school.id, school])) };
}

/**
 * Makes a person's ledger say what every rule says today, and writes only what differs: run twice, late or in any
 * order, it changes nothing more. Returns the number of lines written.
 */
export async function applyRulesToPerson(ctx: Granted<"assignment:write">, staffId: string, book?: RuleBook): Promise<number> {
  const { rules, schools } = book ?? (await readRuleBook(ctx));
  return retryOnConflict(async () => {
    const items = await ctx.table.collection(`U#${staffId}`);
    const staff = staffFrom(items);
    if (!staff) return 0;
    const ledger = assignmentsFrom(items);
    const changes = ledgerChanges({ staff, rules, ledger, schools, today: ctx.today, at: ctx.now.toISOString() });
    if (changes.length === 0) return 0;
    return commit(ctx, {
      action: "rules.applied",
      subject: `staff:${staffId}`,
      writes: changes.map((line) => sources.put(line)),
      before: changes.flatMap(({ id }) => ledger.find((line) => line.id === id) ?? []),
      after: changes,
      result: changes.length,
    });
  });
}
