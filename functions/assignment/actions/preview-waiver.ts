import { readCatalog } from "../../curriculum/queries.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Reason } from "../contract.ts";
import type { WaiverInput, WaiverPreview } from "../decision-contract.ts";
import { modulesOf, titleOf } from "../due-rules.ts";
import { decisionsFrom, pathFrom } from "../queries.ts";
import { invalid, unknownTarget } from "../requirements.ts";
import { waiverOf } from "../waiver.ts";

/** Says what exempting someone from a module or a path would take from their path, and what something else keeps there; writes nothing. */
export async function previewWaiver(
  ctx: Granted<"assignment:exempt">,
  { staffId, target }: Pick<WaiverInput, "target"> & { staffId: string },
): Promise<WaiverPreview> {
  const catalog = await readCatalog(ctx);
  const modules = modulesOf(target, catalog);
  if (modules.length === 0) throw invalid("query.id", unknownTarget[target.kind]);
  const items = await ctx.table.collection(`U#${staffId}`);
  const decisions = decisionsFrom(items);
  const trial = waiverOf(ctx, { staffId, target, reason: "preview" });
  const before = await pathFrom(ctx, items);
  const after = await pathFrom(ctx, items, { decisions: { ...decisions, waivers: [...decisions.waivers, trial] } });
  const asked = before.assignments.filter(({ moduleId }) => modules.some(({ id }) => id === moduleId));
  const kept = new Map(after.assignments.map(({ moduleId, reasons }) => [moduleId, reasons[0]]));
  const by = ({ origin }: Reason): WaiverPreview["staying"][number]["by"] =>
    origin.kind === "rule" ? { kind: "rule", name: origin.ruleName } : { kind: "person", name: origin.name };
  return {
    title: titleOf(target, catalog),
    leaving: asked.flatMap(({ moduleId, title, state }) =>
      kept.has(moduleId) ? [] : [{ moduleId, title, isCompleted: state === "completed" }],
    ),
    staying: asked.flatMap(({ moduleId, title }) => {
      const reason = kept.get(moduleId);
      return reason ? [{ moduleId, title, by: by(reason) }] : [];
    }),
  };
}
