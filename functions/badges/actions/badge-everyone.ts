import { everyoneTask } from "../../roster/everyone-task.ts";
import { findBadge, isSettled } from "../queries.ts";
import { freezeBadges } from "./freeze-badges.ts";

/** Looks at everyone once: for what no row tells of, such as a revocation whose day has come, and for what the stream lost. Once a day. */
export const badgeEveryone = everyoneTask({
  name: "badge-everyone",
  job: "badges",
  permission: "badge:issue",
  inAStep: 120,
  atOnce: 8,
  prepare: async (ctx) => async (staffId) => {
    const { publicIds } = await freezeBadges(ctx, staffId);
    for (const publicId of publicIds) {
      const badge = await findBadge(ctx, publicId);
      if (badge && !isSettled(badge)) await ctx.badgeSigner(ctx, publicId);
    }
  },
});
