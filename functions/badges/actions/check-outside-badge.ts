import { uncountBadge } from "../../assignment/actions/count-badge.ts";
import { uncountOutsideCertificate } from "../../certification/actions/count-outside-certificate.ts";
import { actorId } from "../../platform/actor.ts";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import { notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Versioned } from "../../platform/record.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import type { BadgeCheck, OutsideBadgeView, OutsideState } from "../outside-contract.ts";
import { tellHolder } from "../outside-mail.ts";
import { findOutsideBadge, outsideBadgeView } from "../outside-queries.ts";
import { countingBadges, type OutsideBadge, outsideBadges } from "../outside-records.ts";
import { checkOf } from "../outside-claims.ts";
import { readBadgeText } from "../verify/read-file.ts";
import { verifyBadge } from "../verify/verify-badge.ts";

type Checker = Granted<"outsideBadge:check">;

/** So many are looked at again in a night, the longest unseen first: each asks another site. */
const mostInANight = 50;
/** So many at a time: an issuer that does not answer keeps few others waiting. */
const width = 5;

/**
 * Looks again at a badge of another issuer. What its issuer has revoked or suspended since counts for nothing from today, and its holder
 * is told; what its issuer stands behind again waits for a decision; what could not be looked at stays as it was.
 */
export async function checkOutsideBadge(
  ctx: Checker,
  { staffId, badgeId }: { staffId: string; badgeId: string },
): Promise<OutsideBadgeView> {
  const first = await findOutsideBadge(ctx, staffId, badgeId);
  const found = first && readBadgeText(first.text);
  if (!found) throw notFound("badge");
  const check = checkOf(await verifyBadge(found, { fetchText: ctx.fetchText, now: ctx.now }), ctx.now);
  return retryOnConflict(async () => {
    const before = await findOutsideBadge(ctx, staffId, badgeId);
    if (!before) throw notFound("badge");
    const state = stateAfter(before.state, check);
    const after = { ...before, check, state };
    const isNew = state !== before.state;
    return commit(ctx, {
      action: !isNew ? "outside-badge.checked" : state === "withdrawn" ? "outside-badge.withdrawn" : "outside-badge.restored",
      subject: `staff:${staffId}`,
      writes: [outsideBadges.put(after), ...(isNew && state === "withdrawn" ? await withdrawal(ctx, after) : [])],
      after: { badgeId, title: before.title, verdict: check.verdict },
      result: outsideBadgeView(ctx, { ...after, version: after.version + 1 }),
    });
  });
}

/** How a badge stands after it was looked at: what was decided holds as long as its issuer stands behind it. */
function stateAfter(before: OutsideState, { verdict }: BadgeCheck): OutsideState {
  if (before === "accepted" && (verdict === "revoked" || verdict === "suspended" || verdict === "forged")) return "withdrawn";
  return before === "withdrawn" && (verdict === "valid" || verdict === "expired") ? "waiting" : before;
}

/** What a withdrawal takes back, and the message about it. */
async function withdrawal(ctx: Checker, badge: OutsideBadge & Versioned) {
  const { staffId, id: badgeId, issuer, decision } = badge;
  const by = { staffId: actorId(ctx.actor), name: issuer };
  const [modules, certificates, told] = await Promise.all([
    uncountBadge(ctx, { staffId, badgeId, by }),
    uncountOutsideCertificate(ctx, { staffId, badgeId, on: ctx.today }),
    decision ? tellHolder(ctx, { ...badge, decision }) : [],
  ]);
  return [...modules, ...certificates, ...told];
}

/** Looks again at the badges of other issuers that count or are suspended, the longest unseen first. One that fails does not hold up the others. */
export async function checkOutsideBadges(ctx: Checker, onFault: (error: unknown) => void): Promise<number> {
  const { rows } = await ctx.table.page(outsideBadges, countingBadges, { index: "index1", limit: mostInANight });
  await sideBySide(rows, width, async ({ staffId, id }) => {
    await checkOutsideBadge(ctx, { staffId, badgeId: id }).catch(onFault);
  });
  return rows.length;
}
