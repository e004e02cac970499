import type { Context } from "../platform/context.ts";
import type { Versioned } from "../platform/record.ts";
import { readStaff } from "../roster/queries.ts";
import { fullName } from "../roster/rules.ts";
import type { OutsideBadgeQueue, OutsideBadges, OutsideBadgeView } from "./outside-contract.ts";
import {
  badgeMappings,
  type OutsideBadge,
  outsideBadgeAddress,
  outsideBadges,
  outsideBadgesOf,
  outsidePrefix,
  mappingAddress,
  waitingBadges,
} from "./outside-records.ts";
import { mappingId } from "./outside-claims.ts";

/** A badge that another issuer gave someone. */
export function findOutsideBadge(ctx: Context, staffId: string, id: string): Promise<(OutsideBadge & Versioned) | undefined> {
  return ctx.table.get(outsideBadges, outsideBadgeAddress(staffId, id));
}

/** The badges of other issuers that someone has, the latest first. */
export async function readOutsideBadges(ctx: Context, staffId: string): Promise<OutsideBadges> {
  const [staff, own] = await Promise.all([
    readStaff(ctx, staffId),
    ctx.table.list(outsideBadges, outsideBadgesOf(staffId), { prefix: outsidePrefix }),
  ]);
  return { staffName: fullName(staff), badges: own.toSorted((a, b) => b.addedAt.localeCompare(a.addedAt)).map(outsideBadgeView) };
}

/** What waits for an administrator who may decide it, so nothing of their own. */
export async function readOutsideBadgeQueue(ctx: Context): Promise<OutsideBadgeQueue> {
  const waiting = await ctx.table.list(outsideBadges, waitingBadges, { index: "index2" });
  const own = ctx.actor.kind === "person" ? ctx.actor.staffId : undefined;
  const badges = await Promise.all(
    waiting
      .filter(({ staffId }) => staffId !== own)
      .map(async (one) => {
        const mapping = await ctx.table.get(badgeMappings, mappingAddress(mappingId(one)));
        if (!mapping) return outsideBadgeView(one);
        const { moduleIds, years } = mapping;
        return { ...outsideBadgeView(one), suggestion: { moduleIds, ...(years !== undefined && { years }) } };
      }),
  );
  return { badges };
}

/** A badge of another issuer as pages show it. */
export function outsideBadgeView(one: OutsideBadge & Versioned): OutsideBadgeView {
  const { text: _, issuerId: _issuer, achievementId: _achievement, addedAt: _at, decision, ...rest } = one;
  if (!decision) return rest;
  const { by: _by, ...shown } = decision;
  return { ...rest, decision: shown };
}
