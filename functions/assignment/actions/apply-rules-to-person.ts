import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Context } from "../../platform/context.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Item } from "../../platform/table.ts";
import { calendarOf } from "../../roster/calendar-rules.ts";
import { staffFrom } from "../../roster/queries.ts";
import type { Staff } from "../../roster/records.ts";
import { seatsFrom } from "../../roster/team-queries.ts";
import type { RuleFacts } from "../audience-rules.ts";
import { ledgerChanges } from "../membership-rules.ts";
import { assignmentsFrom } from "../queries.ts";
import { sources } from "../records.ts";
import { readRuleBook, type RuleBook } from "../rule-queries.ts";
import { stopRule } from "./stop-rule.ts";

/** What conditions may ask of a person, from the rows of their partition. */
export function ruleFacts(ctx: Context, staff: Staff, items: Item[]): RuleFacts {
  return {
    staff,
    certificates: ctx.certificates.heldIn(items),
    seats: seatsFrom(items),
    calendar: calendarOf(staff, ctx.district, ctx.today),
  };
}

/**
 * Makes a person's ledger say what every rule says today, and writes only what differs: run twice, late or in any
 * order, it changes nothing more. A rule that stumbles is stopped and changes nobody's line. Where no book was handed in it
 * looks again after it wrote, so that a rule saved in between has the last word. Returns the number of lines written.
 */
export async function applyRulesToPerson(ctx: Granted<"assignment:write">, staffId: string, known?: RuleBook): Promise<number> {
  const book = known ?? (await readRuleBook(ctx));
  if (!known) for (const { rule, trouble } of book.stumbling) await stopRule(ctx, rule, trouble);
  const failed = new Map<RuleBook["rules"][number], unknown>();
  const written = await retryOnConflict(async () => {
    const items = await ctx.table.collection(`U#${staffId}`);
    const staff = staffFrom(items);
    if (!staff) return 0;
    const ledger = assignmentsFrom(items);
    const input = { facts: ruleFacts(ctx, staff, items), rules: book.rules, ledger, schools: book.schools };
    const changes = ledgerChanges({ ...input, today: ctx.today, at: ctx.now.toISOString() }, (rule, error) => failed.set(rule, error));
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
  for (const [rule, error] of failed) await stopRule(ctx, rule, { because: "failed", what: messageOf(error) });
  if (!known && written > 0) return written + (await applyRulesToPerson(ctx, staffId));
  return written;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
