import { countBadge } from "../../assignment/actions/count-badge.ts";
import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { daysBetween } from "../../platform/dates.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Versioned } from "../../platform/record.ts";
import type { OutsideBadgeDecision, OutsideBadgeView } from "../outside-contract.ts";
import { findOutsideBadge, outsideBadgeView } from "../outside-queries.ts";
import { badgeMappings, mappingAddress, type OutsideBadge, outsideBadges } from "../outside-records.ts";
import { mappingId } from "../outside-claims.ts";

type Decider = Granted<"outsideBadge:decide">;
type Accept = Extract<OutsideBadgeDecision, { decision: "accept" }>;

/**
 * Decides about a badge of another issuer: it counts as prior learning for the modules chosen, with the badge as its evidence,
 * or it does not. A module that prior learning counts for already is not counted twice.
 */
export async function decideOutsideBadge(
  ctx: Decider,
  { staffId, badgeId, ...input }: OutsideBadgeDecision & { staffId: string; badgeId: string },
): Promise<OutsideBadgeView> {
  const before = await findOutsideBadge(ctx, staffId, badgeId);
  if (!before) throw notFound("badge");
  if (before.version !== input.version || before.state === "accepted")
    throw new AppError("conflict", "This badge was decided or looked at again a moment ago. Reload to see how it stands.");
  const decided = { by: signedInStaffId(ctx), byName: ctx.actor.name, on: ctx.today, reason: input.reason };
  if (input.decision === "decline") {
    const after = { ...before, state: "declined" as const, decision: { ...decided, moduleIds: [] } };
    return commit(ctx, {
      action: "outside-badge.declined",
      subject: `staff:${staffId}`,
      writes: [outsideBadges.put(after)],
      after: { badgeId, title: before.title, reason: input.reason },
      result: outsideBadgeView({ ...after, version: after.version + 1 }),
    });
  }
  requireCountable(ctx, before, input);
  const { moduleIds, until } = input;
  const after = { ...before, state: "accepted" as const, decision: { ...decided, moduleIds, ...(until !== undefined && { until }) } };
  const counting = await countBadge(ctx, {
    staffId,
    badgeId,
    moduleIds,
    evidence: `${before.title}, ${before.issuer}${before.issuerHost === undefined ? "" : ` (${before.issuerHost})`}`,
    learnedOn: dayOf(before, ctx.today),
    ...(until !== undefined && { until }),
    by: { staffId: decided.by, name: decided.byName },
  });
  return commit(ctx, {
    action: "outside-badge.accepted",
    subject: `staff:${staffId}`,
    writes: [outsideBadges.put(after), ...counting, ...(input.isRemembered ? [await remembered(ctx, before, input)] : [])],
    after: { badgeId, title: before.title, moduleIds, until },
    result: outsideBadgeView({ ...after, version: after.version + 1 }),
  });
}

/** Only what is good today, or has merely run out, can count: what its issuer holds back cannot. */
function requireCountable(ctx: Decider, { check: { verdict } }: OutsideBadge, { until }: Accept): void {
  if (verdict === "revoked" || verdict === "suspended" || verdict === "notYet" || verdict === "forged")
    throw new AppError("conflict", "Its issuer does not stand behind this badge today. Check it again, or say that it does not count.");
  if (until !== undefined && until < ctx.today)
    throw new AppError("invalid-input", "Correct what is named and send it again. Nothing was saved.", {
      fields: [{ path: "json.until", message: "Choose today or a day after it." }],
    });
}

async function remembered(ctx: Decider, badge: OutsideBadge, { moduleIds, until }: Accept) {
  const { issuerId, achievementId, title, issuer } = badge;
  const id = mappingId(badge);
  const before = await ctx.table.get(badgeMappings, mappingAddress(id));
  const years = until === undefined ? undefined : Math.max(1, Math.round(daysBetween(ctx.today, until) / 365));
  return badgeMappings.put({
    id,
    issuerId,
    achievementId,
    title,
    issuer,
    moduleIds,
    ...(years !== undefined && { years }),
    savedByName: ctx.actor.name,
    savedOn: ctx.today,
    version: before?.version ?? 0,
  });
}

/** The day on which the badge was earned, as far as it says one that is not ahead. */
function dayOf({ validFrom }: OutsideBadge & Versioned, today: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(validFrom ?? "")?.[0];
  return day !== undefined && day <= today ? day : today;
}
