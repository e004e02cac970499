import { commit } from "../../platform/commit.ts";
import { notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { rowsOf } from "../../platform/district-table.ts";
import { assigner } from "../assigner.ts";
import type { PathPage } from "../contract.ts";
import { equivalencies, waivers } from "../decision-records.ts";
import { decisionsFrom, pathFrom } from "../queries.ts";

/** Takes a waiver or an equivalency back: from today it counts for nothing, and stays on record. Twice changes nothing. */
export async function takeBackDecision(
  ctx: Granted<"assignment:exempt">,
  { staffId, decisionId }: { staffId: string; decisionId: string },
): Promise<PathPage> {
  const items = await ctx.table.collection(`U#${staffId}`);
  const decisions = decisionsFrom(items);
  const waiver = rowsOf(waivers, items).find(({ id }) => id === decisionId);
  const equivalency = rowsOf(equivalencies, items).find(({ id }) => id === decisionId);
  const before = waiver ?? equivalency;
  if (!before) throw notFound("decision");
  if (before.revoked) return pathFrom(ctx, items);
  const revoked = { on: ctx.today, by: assigner(ctx) };
  const without = <One extends { id: string }>(all: readonly One[]): One[] =>
    all.map((one) => (one.id === decisionId ? { ...one, revoked } : one));
  return commit(ctx, {
    action: waiver ? "waiver.revoked" : "equivalency.revoked",
    subject: `staff:${staffId}`,
    writes: [
      ...(waiver ? [waivers.put({ ...waiver, revoked })] : []),
      ...(equivalency ? [equivalencies.put({ ...equivalency, revoked })] : []),
    ],
    before,
    after: { ...before, revoked },
    result: await pathFrom(ctx, items, {
      decisions: { ...decisions, waivers: without(decisions.waivers), equivalencies: without(decisions.equivalencies) },
    }),
  });
}
