import { commit, retryOnConflict } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { forParts } from "../../platform/idempotency.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import type { CaseloadChanged } from "../contract.ts";
import { readStaff } from "../queries.ts";
import { staffRecords } from "../records.ts";
import { fullName, jobRolesOn, statusOn } from "../rules.ts";

const width = 16;

/**
 * Gives people to a coach, a transaction each; whoever coached them before no longer does. Refused as a whole, before
 * anything is written, when the coach holds no coach role, or one of the people is not found, has left or is the coach.
 */
export async function assignCoach(
  ctx: Granted<"coaching:assign">,
  input: { coachId: string; staffIds: string[] },
): Promise<CaseloadChanged> {
  const coach = await readStaff(ctx, input.coachId);
  const refuse = (path: string, message: string) =>
    new AppError("invalid-input", `${message} Nobody was reassigned.`, { fields: [{ path, message }] });
  if (statusOn(coach, ctx.today) !== "active" || !jobRolesOn(coach, ctx.today).includes("coach"))
    throw refuse("param.staffId", `${fullName(coach)} is not a coach on today's roster. Choose someone who is.`);
  const staffIds = [...new Set(input.staffIds)];
  await sideBySide(staffIds, width, async (staffId) => {
    const staff = await readStaff(ctx, staffId);
    if (staff.id === coach.id) throw refuse("json.staffIds", `${fullName(coach)} cannot be their own coach.`);
    if (statusOn(staff, ctx.today) === "left")
      throw refuse("json.staffIds", `${fullName(staff)} no longer works here. Take them off the list.`);
  });
  const part = forParts(ctx);
  await sideBySide(staffIds, width, (staffId) => giveTo(part, coach.id, staffId));
  return commit(ctx, {
    action: "caseload.assigned",
    subject: `staff:${coach.id}`,
    writes: [],
    after: { staffIds },
    result: { coachId: coach.id, assigned: staffIds.length },
  });
}

async function giveTo(ctx: Granted<"coaching:assign">, coachId: string, staffId: string): Promise<void> {
  await retryOnConflict(async () => {
    const staff = await readStaff(ctx, staffId);
    if (staff.coachId === coachId) return;
    await commit(ctx, {
      action: "coach.assigned",
      subject: `staff:${staffId}`,
      writes: [staffRecords.put({ ...staff, coachId })],
      before: { coachId: staff.coachId },
      after: { coachId },
      result: null,
    });
  });
}
