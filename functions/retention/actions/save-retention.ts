import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { RetentionInput } from "../contract.ts";
import { retentionAddress, retentionPolicies } from "../records.ts";

/** Decides how long evidence is kept. Nothing is emptied by it before the first of the next month. */
export async function saveRetention(ctx: Granted<"retention:write">, { version, schoolYears }: RetentionInput): Promise<void> {
  const before = await ctx.table.get(retentionPolicies, retentionAddress);
  if ((before?.version ?? 0) !== version)
    throw new AppError("conflict", "This has changed since you opened it. Reload to see it as it is now; nothing was saved.");
  const after = {
    ...(schoolYears !== undefined && { schoolYears }),
    savedBy: signedInStaffId(ctx),
    savedByName: ctx.actor.kind === "person" ? ctx.actor.name : "",
    savedAt: ctx.now.toISOString(),
  };
  await commit(ctx, {
    action: "retention.saved",
    subject: `district:${ctx.district.id}`,
    writes: [retentionPolicies.put({ ...after, version })],
    before,
    after,
    result: null,
  });
}
