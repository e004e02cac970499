import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { isRepeat } from "../../platform/idempotency.ts";
import { GuardFailed } from "../../platform/table.ts";
import { aliasWrites } from "../aliases.ts";
import { membershipWrites } from "../memberships.ts";
import { mergedProfiles, requireMergeable } from "../merge-rules.ts";
import type { MergeView } from "../person-contract.ts";
import { readStaff } from "../queries.ts";
import { mergesOf, mergeView } from "../read-merges.ts";
import { type Merge, merges, staffRecords } from "../records.ts";
import { fullName } from "../rules.ts";
import { seatsOfMerge } from "../seats-of-merged.ts";

/**
 * Makes two accounts of one person one. At once, in one transaction: the records, the schools' lists, and where the other
 * account's address and sign-in lead; from then on the other account can do nothing. What was learned, assigned and
 * certified follows row by row in the background (continue-merge.ts), whatever happens to the process meanwhile.
 */
export async function mergePeople(ctx: Granted<"roster:write">, input: { staffId: string; duplicateId: string }): Promise<MergeView> {
  const [kept, duplicate] = await Promise.all([readStaff(ctx, input.staffId), readStaff(ctx, input.duplicateId)]);
  requireMergeable(kept, duplicate, await mergesOf(ctx, duplicate.id), ctx.today);
  if (ctx.actor.kind === "person" && ctx.actor.staffId === duplicate.id)
    throw new AppError("not-allowed", "You are signed in with the account that would be given up. Keep it, or ask another administrator.");
  const at = ctx.now.toISOString();
  const { version: _, ...keptBefore } = kept;
  const { version: __, ...duplicateBefore } = duplicate;
  const after = mergedProfiles(keptBefore, duplicateBefore, { by: ctx.actor.name, at, today: ctx.today });
  const { writes: seatWrites, doubled, ...ofSeats } = await seatsOfMerge(ctx, after.kept, duplicate.id);
  const merge: Merge = {
    id: ctx.newId("mrg"),
    keptId: kept.id,
    duplicateId: duplicate.id,
    state: "merging",
    startedAt: at,
    byName: ctx.actor.name,
    keptBefore,
    keptAfter: after.kept,
    duplicateBefore,
    ...ofSeats,
    moved: 0,
  };
  try {
    return await commit(ctx, {
      action: "merge.begun",
      subject: `staff:${kept.id}`,
      writes: [
        merges.put({ ...merge, version: 0 }),
        staffRecords.put({ ...after.kept, version: kept.version }),
        staffRecords.put({ ...after.duplicate, version: duplicate.version }),
        ...(await membershipWrites(ctx, kept, after.kept)),
        ...(await membershipWrites(ctx, duplicate, after.duplicate)),
        ...seatWrites,
        ...(await aliasWrites(ctx, duplicate, { from: duplicate.id, to: kept.id })),
      ],
      before: { roles: keptBefore.roles, hiredOn: keptBefore.hiredOn },
      after: {
        roles: after.kept.roles,
        hiredOn: after.kept.hiredOn,
        otherId: duplicate.id,
        otherName: fullName(duplicate),
        seats: ofSeats.seatIds.length,
        seatsJoined: doubled,
      },
      result: mergeView(merge),
    });
  } catch (error) {
    if (!(error instanceof GuardFailed) || isRepeat(error)) throw error;
    throw new AppError("conflict", "One of the two records was changed meanwhile. Look at both again; nothing was merged.");
  }
}
