import { grant } from "../platform/grant.ts";
import { type Reaction, staffIn } from "../platform/reaction.ts";
import { freezeBadges, revokeWithoutCertificate } from "./actions/freeze-badges.ts";
import { findBadge, isSettled } from "./queries.ts";

/** A certificate was issued, revoked or suspended: its badge says the same. */
const freezeWhatIsIssued: Reaction = {
  name: "freeze-badges",
  job: "badges",
  concerns: (row) => (row.at.startsWith("CERT#") ? staffIn(row) : undefined),
  run: async (ctx, staffId) => void (await freezeBadges(grant(ctx, "badge:issue", { kind: "district" }), staffId)),
};

/** A badge was frozen or stands differently: it is signed, and the lists say so, where the keys are. */
const signWhatIsFrozen: Reaction = {
  name: "sign-badges",
  job: "badges",
  concerns: ({ of, at }) => (at === "BADGE" ? /^BADGE#([^#]+)$/.exec(of)?.[1] : undefined),
  async run(ctx, publicId) {
    const badge = await findBadge(ctx, publicId);
    if (badge && !isSettled(badge)) await ctx.badgeSigner(ctx, publicId);
  },
};

/** A past certificate went with its import: its badge counts no more, also where it was frozen at the same moment. */
const revokeWhatIsGone: Reaction = {
  name: "revoke-badges",
  job: "badges",
  concerns: ({ of, at }) => (of.startsWith("HISTORY#") ? at : at === "BADGE" ? /^BADGE#([^#]+)$/.exec(of)?.[1] : undefined),
  run: (ctx, publicId) => revokeWithoutCertificate(grant(ctx, "badge:issue", { kind: "district" }), publicId),
};

export const badgeReactions: readonly Reaction[] = [freezeWhatIsIssued, revokeWhatIsGone, signWhatIsFrozen];
