import type { Granted } from "../../platform/grant.ts";
import { idFrom } from "../../platform/ids.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { askOnce } from "../../platform/task.ts";
import { listMembersAfter } from "../../roster/queries.ts";
import { applyRulesTask } from "./bring-to-people.ts";
import { readRuleBook } from "../rule-queries.ts";
import { applyRulesToPerson } from "./apply-rules-to-person.ts";
import { stopRule } from "./stop-rule.ts";

/** Up to so many people are done on the spot; more are long work. */
const onTheSpot = 60;
const width = 4;

/**
 * Applies the rules at a school where any of them looks at its level or at the school itself: it may have changed. A rule
 * that names a school which was closed is stopped. Told twice of one change, it does it once.
 */
export async function applyRulesAtSchool(ctx: Granted<"assignment:write">, schoolId: string): Promise<void> {
  const book = await readRuleBook(ctx);
  for (const { rule, trouble } of book.stumbling) await stopRule(ctx, rule, trouble);
  const asks = book.rules.flatMap(({ audience }) => audience.anyOf).flatMap(({ allOf }) => allOf);
  if (!asks.some(({ about }) => about === "level" || about === "school")) return;
  const members = await listMembersAfter(ctx, schoolId, undefined, onTheSpot + 1);
  if (members.length <= onTheSpot)
    return sideBySide(members, width, async ({ staffId }) => void (await applyRulesToPerson(ctx, staffId, book)));
  const version = book.schools.get(schoolId)?.version ?? 0;
  const id = idFrom("tsk", "rules-at-school", schoolId, String(version));
  await askOnce(ctx, applyRulesTask, { id, input: { schoolId }, action: "rules.asked", subject: `school:${schoolId}` });
}
