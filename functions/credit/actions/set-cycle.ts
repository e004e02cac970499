import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { CreditPage } from "../contract.ts";
import { creditPage } from "../queries.ts";
import { findCreditRule } from "../read-purposes.ts";
import { creditCycles } from "../records.ts";

/** Keeps the day on which the signed-in person's cycle began for a purpose; later cycles follow from it. */
export async function setCycle(
  ctx: Granted<"credit:write">,
  { ruleId, startedOn }: { ruleId: string; startedOn: string },
): Promise<CreditPage> {
  const staffId = signedInStaffId(ctx);
  const rule = await findCreditRule(ctx, ruleId);
  if (!rule?.terms.isOffered) throw notFound("purpose");
  if (startedOn > ctx.today)
    throw new AppError("invalid-input", "Correct the fields that are named and send it again. Nothing was saved.", {
      fields: [{ path: "json.startedOn", message: "Choose today or a day before it." }],
    });
  const before = await ctx.table.get(creditCycles, { of: `U#${staffId}`, at: `CYCLE#${ruleId}` });
  const after = { staffId, ruleId, startedOn };
  await commit(ctx, {
    action: "credit-cycle.set",
    subject: `staff:${staffId}`,
    writes: [creditCycles.put({ ...after, version: before?.version ?? 0 })],
    ...(before && { before: { ruleId, startedOn: before.startedOn } }),
    after: { ruleId, startedOn },
    result: null,
  });
  return creditPage(ctx, staffId);
}
