import { commit } from "../../platform/commit.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { enqueue } from "../../platform/outbox.ts";
import type { RecordWrite } from "../../platform/record.ts";
import { changeEverywhere, readMergedCopies } from "../../roster/merged-copies.ts";
import { findStaff, readStaff } from "../../roster/queries.ts";
import type { Staff } from "../../roster/records.ts";
import { fullName, isWorking } from "../../roster/rules.ts";
import { portfolioMail } from "../mail-words.ts";
import type { PurgedReference } from "../reference-contract.ts";
import { type Reference, references } from "../records.ts";

/**
 * Empties what a recommendation says when a student can be recognized in it: its words are gone for good; who gave it, how it was
 * scored, who emptied it and why stays, and it counts as before. Both its person and its author are told.
 */
export async function purgeReference(
  ctx: Granted<"application:review">,
  { staffId, referenceId, reason }: { staffId: string; referenceId: string; reason: string },
): Promise<PurgedReference> {
  const { actor } = ctx;
  if (actor.kind !== "person") throw new Error("recommendations are emptied by people");
  const before = await ctx.table.get(references, { of: `U#${staffId}`, at: `REF#${referenceId}` });
  if (before?.state !== "given") throw notFound("recommendation");
  if (before.purged) throw new AppError("conflict", "This was emptied already. Reload to see why.");
  const purged = { by: actor.staffId, byName: actor.name, at: ctx.now.toISOString(), reason };
  const after = { ...before, comment: "", purged };
  const [staff, referee] = await Promise.all([readStaff(ctx, staffId), findStaff(ctx, before.refereeId)]);
  const told = tell(ctx, staff, after, "subject");
  return commit(ctx, {
    action: "reference.purged",
    subject: `staff:${staffId}`,
    writes: [
      ...changeEverywhere(ctx.district.id, await readMergedCopies(ctx, staffId), references, {
        row: before,
        same: { id: referenceId },
        change: (one) => (one.state === "given" ? { ...one, comment: "", purged } : one),
      }),
      ...told,
      ...(referee ? tell(ctx, referee, after, "author") : []),
    ],
    after: { referenceId, reason },
    result: { id: referenceId, isTold: told.length > 0 },
  });
}

/** A message to someone who works here today and has an address; none to anyone else. */
function tell(
  ctx: Granted<"application:review">,
  staff: Staff,
  reference: Reference & { purged: NonNullable<Reference["purged"]> },
  as: "subject" | "author",
): RecordWrite<"fact">[] {
  if (!isWorking(staff, ctx.today) || staff.email === "") return [];
  const to = { givenName: staff.givenName, reviewer: reference.purged.byName };
  return [
    enqueue(ctx, {
      key: `reference-purged:${reference.id}:${as}`,
      staffId: staff.id,
      toName: fullName(staff),
      toEmail: staff.email,
      says:
        as === "subject"
          ? portfolioMail.referenceEmptied({
              ...to,
              referee: reference.refereeName,
              address: `${ctx.origin}/portfolio/recommendations`,
            })
          : portfolioMail.ownWordsEmptied({ ...to, recommended: reference.staffName }),
    }),
  ];
}
