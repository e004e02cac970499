import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { CreditPage } from "../contract.ts";
import { pageOf, readCredit } from "../queries.ts";
import { findCreditRule } from "../read-purposes.ts";
import { creditCycles } from "../records.ts";

/** Keeps the day on which the signed-in person's cycle began for a purpose; later cycles follow from it. */
export async function setCycle(
  ctx: Granted<"credit:write">,
  { ruleId, startedOn }: { ruleId: string; startedOn: string },
): Promise<CreditPage> {
  const staffId = signedInStaffId(ctx);
  const [rule, facts] = await Promise.all([findCreditRule(ctx, ruleId), readCredit(ctx, staffId)]);
  if (!facts) throw notFound("person");
  if (!rule?.terms.isOffered) throw notFound("purpose");
  if (startedOn > ctx.today)
    throw new AppError("invalid-input", "Correct the fields that are named and send it again. Nothing was saved.", {
      fields: [{ path: "json.startedOn", message: "Choose today or a day before it." }],
    });
  const before = facts.cycles.find((one) => one.ruleId === ruleId);
  const after = { staffId, ruleId, startedOn };
  return commit(ctx, {
    action: "credit-cycle.set",
    subject: `staff:${staffId}`,
    writes: [creditCycles.put({ ...after, version: before?.version ?? 0 })],
    ...(before && { before: { ruleId, startedOn: before.startedOn } }),
    after: { ruleId, startedOn },
    result: await pageOf(ctx, { ...facts, cycles: [...facts.cycles.filter((one) => one !== before), { ...after, version: 0 }] }),
  });
}
