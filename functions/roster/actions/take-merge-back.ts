import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { MergeView } from "../person-contract.ts";
import { readStaff } from "../queries.ts";
import { mergesOf, mergeView } from "../read-merges.ts";
import { merges } from "../records.ts";

/**
 * Begins to take a merge back: every row that was moved goes back as it was, in the background, and the other account is
 * in use again once all of them have. What was done since stays with the kept one.
 */
export async function takeMergeBack(ctx: Granted<"roster:write">, input: { staffId: string; mergeId: string }): Promise<MergeView> {
  const merge = (await mergesOf(ctx, input.staffId)).find(({ id }) => id === input.mergeId);
  if (!merge) throw new AppError("not-ready", "There is no such merge here. Nothing was changed.");
  if (merge.state === "undoing" || merge.state === "undone") return mergeView(merge);
  if (merge.state === "merging") throw new AppError("not-ready", "The merge is still under way. Take it back once it is done.");
  if ((await readStaff(ctx, input.staffId)).mergedInto !== undefined)
    throw new AppError("not-ready", "This account was merged into another one since. Take that merge back first.");
  const next = { ...merge, state: "undoing" as const };
  return commit(ctx, {
    action: "merge.undo-begun",
    subject: `merge:${merge.id}`,
    writes: [merges.put(next)],
    result: mergeView(next),
  });
}
