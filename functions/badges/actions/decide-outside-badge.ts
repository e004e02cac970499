import { countBadge, uncountBadge } from "../../assignment/actions/count-badge.ts";
import { countOutsideCertificate, uncountOutsideCertificate } from "../../certification/actions/count-outside-certificate.ts";
import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { daysBetween, type LocalDate } from "../../platform/dates.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { OutsideBadgeDecision, OutsideBadgeView } from "../outside-contract.ts";
import { daysOf, mappingId } from "../outside-claims.ts";
import { tellHolder } from "../outside-mail.ts";
import { earlierOf, findOutsideBadge, outsideBadgeView, readClaim } from "../outside-queries.ts";
import { badgeClaims, badgeMappings, mappingAddress, type OutsideBadge, outsideBadges } from "../outside-records.ts";

type Decider = Granted<"outsideBadge:decide">;
type Accept = Extract<OutsideBadgeDecision, { decision: "accept" }>;

/**
 * Decides about a badge of another issuer: it counts as prior learning for the modules chosen, and as holding the certificates
 * chosen where one is asked for, with the badge as its evidence; or it does not, or not any more. Its holder is told.
 */
export async function decideOutsideBadge(
  ctx: Decider,
  { staffId, badgeId, ...input }: OutsideBadgeDecision & { staffId: string; badgeId: string },
): Promise<OutsideBadgeView> {
  const before = await findOutsideBadge(ctx, staffId, badgeId);
  if (!before) throw notFound("badge");
  const isTooLate = input.decision === "accept" && (before.state === "accepted" || before.state === "withdrawn");
  if (before.version !== input.version || isTooLate)
    throw new AppError("conflict", "This badge was decided or looked at again a moment ago. Reload to see how it stands.");
  const decided = { by: signedInStaffId(ctx), byName: ctx.actor.name, on: ctx.today, reason: input.reason };
  if (input.decision === "decline") {
    const after = { ...before, state: "declined" as const, decision: { ...decided, moduleIds: [], certificationIds: [] } };
    // Also one that was accepted, by mistake or for the wrong person: from today it counts for nothing.
    const [modules, certificates, told] = await Promise.all([
      uncountBadge(ctx, { staffId, badgeId, by: { staffId: decided.by, name: decided.byName } }),
      uncountOutsideCertificate(ctx, { staffId, badgeId, on: ctx.today }),
      tellHolder(ctx, after, before.state === "accepted" ? before.decision : undefined),
    ]);
    return commit(ctx, {
      action: "outside-badge.declined",
      subject: `staff:${staffId}`,
      writes: [outsideBadges.put(after), ...modules, ...certificates, ...told],
      after: { badgeId, title: before.title, reason: input.reason },
      result: outsideBadgeView(ctx, { ...after, version: after.version + 1 }),
    });
  }
  const { firstDay, lastDay } = daysOf(before, ctx.district.zone);
  requireCountable(ctx, { ...before, lastDay }, input);
  // It may have been declined, and added by somebody else, meanwhile.
  const claim = await readClaim(ctx, badgeId, staffId);
  if (claim.isOfOther)
    throw new AppError("conflict", "This badge is on the record of somebody else here. One badge counts for one person.");
  const { moduleIds, certificationIds, until } = input;
  const by = { staffId: decided.by, name: decided.byName };
  const learnedOn = firstDay !== undefined && firstDay <= ctx.today ? firstDay : ctx.today;
  const { title, issuer, issuerHost } = before;
  const evidence = `${title}, ${issuer} (${issuerHost ?? before.issuerId.slice(0, 200)})`;
  const lasting = until === undefined ? {} : { until };
  const decision = { ...decided, moduleIds, certificationIds, ...lasting };
  const after = { ...before, state: "accepted" as const, decision };
  // No certificate counts for longer than it is good where it was issued.
  const heldUntil = earlierOf(until, lastDay);
  const [modules, certificates, told] = await Promise.all([
    countBadge(ctx, { staffId, badgeId, moduleIds, evidence, learnedOn, ...lasting, by }),
    countOutsideCertificate(ctx, {
      staffId,
      badgeId,
      certificationIds,
      title,
      issuer,
      ...(issuerHost !== undefined && { issuerHost }),
      heldSince: learnedOn,
      ...(heldUntil !== undefined && { until: heldUntil }),
      by,
    }),
    tellHolder(ctx, after),
  ]);
  return commit(ctx, {
    action: "outside-badge.accepted",
    subject: `staff:${staffId}`,
    writes: [
      outsideBadges.put(after),
      badgeClaims.put({ id: badgeId, staffId, version: claim.version }),
      ...modules,
      ...certificates,
      ...told,
      ...(input.isRemembered ? [await remembered(ctx, before, input)] : []),
    ],
    after: { badgeId, title, moduleIds, certificationIds, until },
    result: outsideBadgeView(ctx, { ...after, version: after.version + 1 }),
  });
}

/**
 * What its issuer holds back cannot count; what has merely run out can, as learning that was. As a certificate counts only what is good
 * today, which must have been looked at.
 */
function requireCountable(ctx: Decider, { check: { verdict }, lastDay }: Countable, { until, moduleIds, certificationIds }: Accept): void {
  const invalid = (path: string, message: string) =>
    new AppError("invalid-input", "Correct what is named and send it again. Nothing was saved.", {
      fields: [{ path: `json.${path}`, message }],
    });
  if (moduleIds.length + certificationIds.length === 0)
    throw invalid("moduleIds", "Choose at least one module or certificate that it counts for.");
  if (verdict === "revoked" || verdict === "suspended" || verdict === "notYet" || verdict === "forged")
    throw new AppError("conflict", "Its issuer does not stand behind this badge today. Check it again, or say that it does not count.");
  if (until !== undefined && until < ctx.today) throw invalid("until", "Choose today or a day after it.");
  if (certificationIds.length === 0) return;
  if (verdict === "expired" || (lastDay !== undefined && lastDay < ctx.today))
    throw invalid("certificationIds", "This badge has run out. It can count for modules, but not as a certificate that is held.");
  if (verdict !== "valid")
    throw new AppError(
      "conflict",
      "Whether this badge is good today could not be looked at. Check it again before it counts as a certificate.",
    );
}

type Countable = Pick<OutsideBadge, "check"> & { lastDay: LocalDate | undefined };

async function remembered(ctx: Decider, badge: OutsideBadge, { moduleIds, certificationIds, until }: Accept) {
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
    certificationIds,
    ...(years !== undefined && { years }),
    savedByName: ctx.actor.name,
    savedOn: ctx.today,
    version: before?.version ?? 0,
  });
}
