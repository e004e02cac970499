import { uncountBadge } from "../../assignment/actions/count-badge.ts";
import { actorId } from "../../platform/actor.ts";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import { notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { OutsideBadgeView } from "../outside-contract.ts";
import { findOutsideBadge, outsideBadgeView } from "../outside-queries.ts";
import { countingBadges, outsideBadges } from "../outside-records.ts";
import { checkOf } from "../outside-claims.ts";
import { readBadgeText } from "../verify/read-file.ts";
import type { FetchText } from "../verify/report.ts";
import { verifyBadge } from "../verify/verify-badge.ts";

type Checker = Granted<"outsideBadge:check">;

/** So many are looked at again in a night, the longest unseen first: each asks another site. */
const mostInANight = 50;

/**
 * Looks again at a badge of another issuer. What its issuer has revoked or suspended since counts for nothing from today; what
 * could not be looked at stays as it was.
 */
export async function checkOutsideBadge(
  ctx: Checker,
  { staffId, badgeId }: { staffId: string; badgeId: string },
  fetchText: FetchText,
): Promise<OutsideBadgeView> {
  const first = await findOutsideBadge(ctx, staffId, badgeId);
  const found = first && readBadgeText(first.text);
  if (!found) throw notFound("badge");
  const check = checkOf(await verifyBadge(found, { fetchText, now: ctx.now }), ctx.now);
  const isWithdrawn = check.verdict === "revoked" || check.verdict === "suspended" || check.verdict === "forged";
  return retryOnConflict(async () => {
    const before = await findOutsideBadge(ctx, staffId, badgeId);
    if (!before) throw notFound("badge");
    const state = isWithdrawn && before.state === "accepted" ? "withdrawn" : before.state;
    const after = { ...before, check, state };
    const by = { staffId: actorId(ctx.actor), name: before.issuer };
    return commit(ctx, {
      action: state === before.state ? "outside-badge.checked" : "outside-badge.withdrawn",
      subject: `staff:${staffId}`,
      writes: [outsideBadges.put(after), ...(state === "withdrawn" ? await uncountBadge(ctx, { staffId, badgeId, by }) : [])],
      after: { badgeId, title: before.title, verdict: check.verdict },
      result: outsideBadgeView({ ...after, version: after.version + 1 }),
    });
  });
}

/** Looks again at the badges of other issuers that count, the longest unseen first. One that fails does not hold up the others. */
export async function checkOutsideBadges(ctx: Checker, fetchText: FetchText, onFault: (error: unknown) => void): Promise<number> {
  const { rows } = await ctx.table.page(outsideBadges, countingBadges, { index: "index1", limit: mostInANight });
  for (const { staffId, id } of rows) await checkOutsideBadge(ctx, { staffId, badgeId: id }, fetchText).catch(onFault);
  return rows.length;
}
