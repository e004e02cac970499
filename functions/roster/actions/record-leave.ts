import { isDeepStrictEqual } from "node:util";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Leave } from "../contract.ts";
import { readStaff } from "../queries.ts";
import { type Staff, staffRecords } from "../records.ts";
import { fullName, withLeave } from "../rules.ts";

/**
 * Records a leave from its first day to its last; without a last day it goes on. Recording one that overlaps the leave
 * on record corrects that one (so is a return entered); a leave that was over stays on record, with what it did to dates.
 */
export async function recordLeave(ctx: Granted<"roster:write">, input: Leave & { staffId: string }): Promise<Staff> {
  const { staffId, from, to } = input;
  const leave = { from, ...(to !== undefined && { to }) };
  if (to !== undefined && to < from)
    throw new AppError("invalid-input", "The leave must end on or after the day it begins.", {
      fields: [{ path: "json.to", message: "Choose the last day of the leave." }],
    });
  return retryOnConflict(async () => {
    const before = await readStaff(ctx, staffId);
    if (before.status === "left") throw new AppError("not-ready", `${fullName(before)} no longer works here, so no leave was recorded.`);
    const after = { ...withLeave(before, leave), version: before.version };
    if (isDeepStrictEqual(before, after)) return before;
    return commit(ctx, {
      action: "leave.recorded",
      subject: `staff:${staffId}`,
      writes: [staffRecords.put(after)],
      before: { leave: before.leave },
      after: { leave },
      result: after,
    });
  });
}
