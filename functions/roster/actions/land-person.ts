import { isDeepStrictEqual } from "node:util";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { LocalDate } from "../../platform/dates.ts";
import type { Granted } from "../../platform/grant.ts";
import { claimWrites } from "../claims.ts";
import { departed, type MergeOptions, staffIdOf } from "../import-rules.ts";
import { decide } from "../landing-rules.ts";
import { membershipWrites } from "../memberships.ts";
import type { ParsedPerson } from "../one-roster/read-people.ts";
import { isKeptByHand } from "../pin-rules.ts";
import { findStaff } from "../queries.ts";
import { staffRecords } from "../records.ts";

/**
 * What became of a person of a roster file. `waits`: their address is someone else's still; `stays`: the file's row has no
 * say, because a person ended their employment or the account was merged into another.
 */
export type Landing = { outcome: "added" | "changed" | "unchanged"; isUnclaimed: boolean } | { outcome: "waits" | "stays" };

/**
 * Brings one person to what the roster says: their record, the schools' lists and the claim to their address, in one
 * transaction. Nothing is written where all of it stands already. With `mayWait`, someone whose address is taken is left
 * for later; without, they land without it.
 */
export async function landPerson(
  ctx: Granted<"roster:write">,
  person: ParsedPerson,
  options: MergeOptions & { mayWait: boolean },
): Promise<Landing> {
  return retryOnConflict(async (): Promise<Landing> => {
    const before = await findStaff(ctx, staffIdOf(options.districtId, person.sourcedId));
    const decision = decide(before, person, options);
    if (decision.outcome === "unchanged") return { outcome: "unchanged", isUnclaimed: false };
    if (decision.outcome !== "lands") return { outcome: "stays" };
    const { staff } = decision;
    const claim = await claimWrites(ctx, before, staff);
    if (claim.isTaken && options.mayWait) return { outcome: "waits" };
    const { rosterHash, ...rest } = staff;
    // Without its address the row is not done with: the next import tries again, however little it has changed.
    const after = { ...rest, ...(!claim.isTaken && rosterHash !== undefined && { rosterHash }), version: before?.version ?? 0 };
    const writes = [...(await membershipWrites(ctx, before, after)), ...claim.writes];
    const isUnclaimed = claim.isTaken;
    if (writes.length === 0 && isDeepStrictEqual(before, after)) return { outcome: "unchanged", isUnclaimed };
    const outcome = before ? ("changed" as const) : ("added" as const);
    return commit(ctx, {
      action: `staff.${outcome}`,
      subject: `staff:${after.id}`,
      writes: [staffRecords.put(after), ...writes],
      before,
      after,
      result: { outcome, isUnclaimed },
    });
  });
}

/** Ends the employment of someone who is no longer on the roster; false when they had left already, or were brought back by hand since. */
export async function endPerson(ctx: Granted<"roster:write">, staffId: string, on: LocalDate): Promise<boolean> {
  return retryOnConflict(async () => {
    const before = await findStaff(ctx, staffId);
    if (!before || before.status === "left" || isKeptByHand(before)) return false;
    const after = { ...departed(before, on), version: before.version };
    return commit(ctx, {
      action: "staff.left",
      subject: `staff:${staffId}`,
      writes: [staffRecords.put(after), ...(await membershipWrites(ctx, before, after)), ...(await claimWrites(ctx, before, after)).writes],
      before,
      after,
      result: true,
    });
  });
}
