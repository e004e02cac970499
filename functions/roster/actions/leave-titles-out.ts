import { isDeepStrictEqual } from "node:util";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import type { TitlesLeftOut } from "../mapping-contract.ts";
import { bareTitle } from "../one-roster/left-out.ts";
import { titlesLeftOut } from "../mapping-records.ts";

/**
 * Says whose rows OneRoster files are read without from now on. Nobody leaves by it: the next file shows in its preview who
 * would. Titles that differ by case or punctuation alone are one; saving the same again writes nothing.
 */
export async function leaveTitlesOut(ctx: Granted<"roster:write">, input: TitlesLeftOut): Promise<TitlesLeftOut> {
  const titles = [...new Map(input.titles.filter((title) => bareTitle(title) !== "").map((title) => [bareTitle(title), title])).values()];
  return retryOnConflict(async () => {
    const before = await ctx.table.get(titlesLeftOut, { of: "IMPMAP", at: "LEFTOUT" });
    if (isDeepStrictEqual(before?.titles ?? [], titles)) return { titles };
    const after = { titles, savedBy: ctx.actor.kind === "person" ? ctx.actor.staffId : ctx.actor.name, savedAt: ctx.now.toISOString() };
    return commit(ctx, {
      action: "titles-left-out.saved",
      subject: "roster:titles-left-out",
      writes: [titlesLeftOut.put({ ...after, version: before?.version ?? 0 })],
      before: { titles: before?.titles ?? [] },
      after: { titles },
      result: { titles },
    });
  });
}
