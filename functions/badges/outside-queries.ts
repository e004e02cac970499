import { certifications } from "../certification/definitions.ts";
import { certificationOf } from "../certification/ladder-rules.ts";
import { addMonths } from "../certification/term-rules.ts";
import type { Context } from "../platform/context.ts";
import type { LocalDate } from "../platform/dates.ts";
import type { Versioned } from "../platform/record.ts";
import { findStaff, readStaff } from "../roster/queries.ts";
import { fullName } from "../roster/rules.ts";
import { daysOf, mappingId } from "./outside-claims.ts";
import type { OutsideBadgeQueue, OutsideBadges, OutsideBadgeView } from "./outside-contract.ts";
import {
  badgeClaimAddress,
  badgeClaims,
  type BadgeMapping,
  badgeMappings,
  mappingAddress,
  type OutsideBadge,
  outsideBadgeAddress,
  outsideBadges,
  outsideBadgesOf,
  outsidePrefix,
  waitingBadges,
} from "./outside-records.ts";

/** A badge that another issuer gave someone. */
export function findOutsideBadge(ctx: Context, staffId: string, id: string): Promise<(OutsideBadge & Versioned) | undefined> {
  return ctx.table.get(outsideBadges, outsideBadgeAddress(staffId, id));
}

/** The badges of other issuers that someone has, the latest first. */
export async function readOutsideBadges(ctx: Context, staffId: string): Promise<OutsideBadges> {
  const [staff, own] = await Promise.all([readStaff(ctx, staffId), listOutsideBadges(ctx, staffId)]);
  const latestFirst = own.toSorted((a, b) => b.addedAt.localeCompare(a.addedAt));
  return { staffName: fullName(staff), badges: latestFirst.map((one) => outsideBadgeView(ctx, one)) };
}

/** The same as they are kept. */
export function listOutsideBadges(ctx: Context, staffId: string): Promise<(OutsideBadge & Versioned)[]> {
  return ctx.table.list(outsideBadges, outsideBadgesOf(staffId), { prefix: outsidePrefix });
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
        return { ...outsideBadgeView(ctx, one), suggestion: suggestionFor(ctx, one, mapping) };
      }),
  );
  return { badges, certifications: certifications.map(({ id, title }) => ({ id, title })) };
}

/** What it was taken for before its issuer held it back, or what the last of its kind was taken for; never for longer than it is good itself. */
function suggestionFor(
  ctx: Context,
  one: OutsideBadge,
  mapping: BadgeMapping | undefined,
): OutsideBadgeQueue["badges"][number]["suggestion"] {
  const { lastDay } = daysOf(one, ctx.district.zone);
  const { moduleIds = [], certificationIds = [] } = one.decision ?? mapping ?? {};
  const remembered = one.decision
    ? one.decision.until
    : mapping?.years === undefined
      ? undefined
      : addMonths(ctx.today, mapping.years * 12);
  const until = earlierOf(remembered, lastDay);
  return {
    moduleIds,
    certificationIds,
    isRemembered: one.decision !== undefined || mapping !== undefined,
    ...(until !== undefined && until >= ctx.today && { until }),
  };
}

/** The earlier of two days, either of which there may not be. */
export const earlierOf = (a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

/**
 * Who has claimed a badge, and whether that keeps it from someone: not once it was declined, and not where both are one person whose
 * accounts were merged.
 */
export async function readClaim(ctx: Context, id: string, staffId: string): Promise<{ version: number; isOfOther: boolean }> {
  const claim = await ctx.table.get(badgeClaims, badgeClaimAddress(id));
  if (!claim) return { version: 0, isOfOther: false };
  let holderId = claim.staffId;
  for (let kept = await findStaff(ctx, holderId); kept?.mergedInto !== undefined; kept = await findStaff(ctx, holderId))
    holderId = kept.mergedInto;
  const theirs = holderId === staffId ? undefined : await findOutsideBadge(ctx, holderId, id);
  return { version: claim.version, isOfOther: theirs !== undefined && theirs.state !== "declined" };
}

/** A badge of another issuer as pages show it. */
export function outsideBadgeView(ctx: Pick<Context, "district">, one: OutsideBadge & Versioned): OutsideBadgeView {
  const { text: _, issuerId: _issuer, achievementId: _achievement, addedAt: _at, decision, validFrom, validUntil, ...rest } = one;
  const countsAs = (decision?.certificationIds ?? []).map((titled) => certificationOf(titled)?.title ?? titled);
  const shown = { ...rest, ...daysOf({ validFrom, validUntil }, ctx.district.zone), countsAs };
  if (!decision) return shown;
  const { by: _by, ...said } = decision;
  return { ...shown, decision: said };
}
