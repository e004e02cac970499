import { readCatalog } from "../../curriculum/queries.ts";
import { commit } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { assigner } from "../assigner.ts";
import type { PathPage } from "../contract.ts";
import type { EquivalencyInput } from "../decision-contract.ts";
import { equivalencies, type Equivalency } from "../decision-records.ts";
import { equivalencyFor } from "../decision-rules.ts";
import { modulesOf } from "../due-rules.ts";
import { decisionsFrom, pathFrom } from "../queries.ts";
import { invalid } from "../requirements.ts";

/**
 * Records that prior learning satisfies a module, with what was seen of it. The module counts as done for the person's
 * path and for "current"; it is no completion of ours, gives no credit and no certificate. Recorded already, it stays as it was.
 */
export async function recordEquivalency(
  ctx: Granted<"assignment:exempt">,
  input: EquivalencyInput & { staffId: string },
): Promise<PathPage> {
  const { staffId, moduleId, evidence, learnedOn } = input;
  const catalog = await readCatalog(ctx);
  if (modulesOf({ kind: "module", id: moduleId }, catalog).length === 0)
    throw invalid("json.moduleId", "Choose a module from the list; this one is not in the catalogue.");
  if (learnedOn > ctx.today) throw invalid("json.learnedOn", "Choose today or a day before it: it has to be learned already.");
  const items = await ctx.table.collection(`U#${staffId}`);
  const decisions = decisionsFrom(items);
  if (equivalencyFor(moduleId, decisions, { catalog, today: ctx.today })) return pathFrom(ctx, items);
  const equivalency: Equivalency = {
    staffId,
    id: ctx.newId("eqv"),
    moduleId,
    evidence,
    learnedOn,
    by: assigner(ctx),
    decidedOn: ctx.today,
  };
  return commit(ctx, {
    action: "equivalency.recorded",
    subject: `staff:${staffId}`,
    writes: [equivalencies.put({ ...equivalency, version: 0 })],
    after: equivalency,
    result: await pathFrom(ctx, items, { decisions: { ...decisions, equivalencies: [...decisions.equivalencies, equivalency] } }),
  });
}
