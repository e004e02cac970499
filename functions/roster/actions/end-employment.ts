import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import type { LocalDate } from "../../platform/dates.ts";
import { claimWrites } from "../claims.ts";
import { membershipWrites } from "../memberships.ts";
import { readStaff } from "../queries.ts";
import { type Staff, staffRecords } from "../records.ts";
import { endedOn } from "../rules.ts";

/**
 * Ends someone's employment; `on` is their last day. Their roles end with it and their access ends at once, unless the
 * day is still to come: then they keep both until it. What they learned and hold stays. Doing it twice changes nothing.
 */
export async function endEmployment(ctx: Granted<"roster:write">, input: { staffId: string; on: LocalDate }): Promise<Staff> {
  const { staffId, on } = input;
  return retryOnConflict(async () => {
    const before = await readStaff(ctx, staffId);
    if (before.status === "left") return before;
    const isOver = on <= ctx.today;
    const after = { ...endedOn(before, on), ...(isOver && ({ status: "left", endedBy: "person" } as const)) };
    return commit(ctx, {
      action: "employment.ended",
      subject: `staff:${staffId}`,
      writes: [staffRecords.put(after), ...(await membershipWrites(ctx, before, after)), ...(await claimWrites(ctx, before, after)).writes],
      before: { status: before.status, roles: before.roles },
      after: { status: after.status, roles: after.roles, on },
      result: after,
    });
  });
}
