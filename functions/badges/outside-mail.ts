import { certificationOf } from "../certification/ladder-rules.ts";
import { readModuleTitles } from "../curriculum/queries.ts";
import type { Context } from "../platform/context.ts";
import type { Letters } from "../platform/letters.ts";
import { enqueue } from "../platform/outbox.ts";
import type { RecordWrite, Versioned } from "../platform/record.ts";
import { findStaff } from "../roster/queries.ts";
import { fullName, isWorking } from "../roster/rules.ts";
import { badgesMail } from "./mail-words.ts";
import type { OutsideBadge } from "./outside-records.ts";

type Decision = NonNullable<OutsideBadge["decision"]>;
type Told = OutsideBadge & Versioned & { decision: Decision };

/**
 * The message that tells the holder of a badge of another issuer what was decided about it, or that it counts no more: once for each
 * decision and each withdrawal. `countedBy` is the decision by which one counted that is declined now. Nobody who is not working here is told.
 */
export async function tellHolder(ctx: Context, badge: Told, countedBy?: Decision): Promise<RecordWrite<"fact">[]> {
  const staff = await findStaff(ctx, badge.staffId);
  if (!staff || !isWorking(staff, ctx.today)) return [];
  return [
    enqueue(ctx, {
      key: `outside-badge-${badge.state}:${badge.id}:${badge.version}`,
      staffId: staff.id,
      toName: fullName(staff),
      toEmail: staff.email,
      says: await wordsFor(ctx, badge, { countedBy, givenName: staff.givenName }),
    }),
  ];
}

async function wordsFor(
  ctx: Context,
  { state, title, issuer, decision, check }: Told,
  { countedBy = decision, givenName }: { countedBy: Decision | undefined; givenName: string },
): Promise<Letters> {
  const { until, byName: by, reason } = decision;
  const { moduleIds, certificationIds } = countedBy;
  const about = { givenName, title, issuer, address: `${ctx.origin}/certificates/elsewhere` };
  const countsFor = {
    modules: await Promise.all(moduleIds.map((id) => readModuleTitles(ctx, id))),
    certifications: certificationIds.map((id) => certificationOf(id)?.title ?? id),
  };
  if (state === "accepted") return badgesMail.counts({ ...about, ...countsFor, by, until, reason });
  if (state === "withdrawn") return badgesMail.withdrawn({ ...about, ...countsFor, isForged: check.verdict === "forged" });
  if (countedBy !== decision) return badgesMail.takenBack({ ...about, ...countsFor, by, reason });
  return badgesMail.doesNotCount({ ...about, by, reason });
}
