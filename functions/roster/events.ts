import type { Adoption } from "../platform/adoption.ts";
import { grant } from "../platform/grant.ts";
import type { Reaction } from "../platform/reaction.ts";

export const rosterReactions: readonly Reaction[] = [];

/** A merge was begun, or is to be taken back: its rows are moved, by what each capability says of its own. */
export function mergeReaction(adoptions: readonly Adoption[]): Reaction {
  return {
    name: "account-merge",
    job: "account-merge",
    concerns: ({ of, at }) => (of.startsWith("U#") && at.startsWith("MERGE#") ? `${of.slice(2)} ${at.slice("MERGE#".length)}` : undefined),
    async run(ctx, subject) {
      const [staffId = "", mergeId = ""] = subject.split(" ");
      const { continueMerge } = await import("./actions/continue-merge.ts");
      await continueMerge(grant(ctx, "roster:write", { kind: "district" }), { staffId, mergeId }, adoptions);
    },
  };
}
