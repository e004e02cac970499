import { readCatalog } from "../../curriculum/queries.ts";
import { commit } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import type { PathPage } from "../contract.ts";
import type { WaiverInput } from "../decision-contract.ts";
import { type Waiver, waivers } from "../decision-records.ts";
import { activeWaivers } from "../decision-rules.ts";
import { modulesOf } from "../due-rules.ts";
import { decisionsFrom, pathFrom } from "../queries.ts";
import { invalid, unknownTarget } from "../requirements.ts";
import { waiverOf } from "../waiver.ts";

/**
 * Exempts a person from a module or a path, for a reason, for good or until a day. No rule, import or later assignment
 * brings it back; only whoever takes the waiver back does. Someone exempt already stays so as they were.
 */
export async function waive(ctx: Granted<"assignment:exempt">, input: WaiverInput & { staffId: string }): Promise<PathPage> {
  const { staffId, target, until } = input;
  if (modulesOf(target, await readCatalog(ctx)).length === 0) throw invalid("json.target.id", unknownTarget[target.kind]);
  if (until !== undefined && until <= ctx.today) throw invalid("json.until", "Choose a day after today, or none.");
  const items = await ctx.table.collection(`U#${staffId}`);
  const decisions = decisionsFrom(items);
  const isSame = ({ target: { kind, id } }: Waiver): boolean => kind === target.kind && id === target.id;
  if (activeWaivers(decisions, ctx.today).some(isSame)) return pathFrom(ctx, items);
  const waiver = waiverOf(ctx, input);
  return commit(ctx, {
    action: "assignment.waived",
    subject: `staff:${staffId}`,
    writes: [waivers.put({ ...waiver, version: 0 })],
    after: waiver,
    result: await pathFrom(ctx, items, { decisions: { ...decisions, waivers: [...decisions.waivers, waiver] } }),
  });
}
