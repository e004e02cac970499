import type { Reaction } from "../platform/reaction.ts";

export const rosterReactions: readonly Reaction[] = [];
