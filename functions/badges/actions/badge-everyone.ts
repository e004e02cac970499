import type { Granted } from "../../platform/grant.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { listMembers, listSchools } from "../../roster/queries.ts";
import { findBadge, isSettled } from "../queries.ts";
import { freezeBadges } from "./freeze-badges.ts";

/** How many people are looked at side by side. */
const width = 16;

/**
 * Looks at everyone once: for what no row tells of, such as a revocation whose day has come, and for what the stream lost.
 * Nightly; doing it again, or from the middle, changes nothing.
 */
export async function badgeEveryone(ctx: Granted<"badge:issue">): Promise<void> {
  for (const school of await listSchools(ctx)) {
    const members = await listMembers(ctx, school.id);
    await sideBySide(members, width, async ({ staffId }) => {
      const { publicIds } = await freezeBadges(ctx, staffId);
      for (const publicId of publicIds) {
        const badge = await findBadge(ctx, publicId);
        if (badge && !isSettled(badge)) await ctx.badgeSigner(ctx, publicId);
      }
    });
  }
}
