import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { staffFrom } from "../../roster/queries.ts";
import { schoolsOn } from "../../roster/rules.ts";
import type { PathPage } from "../contract.ts";
import type { ExtensionRequest } from "../decision-contract.ts";
import { extensions, type Extension } from "../decision-records.ts";
import { decisionsFrom, pathFrom } from "../queries.ts";
import { invalid } from "../requirements.ts";

/** Asks for a later date for one module of one's own. One request for a module waits at a time; the date stays until someone decides. */
export async function askForTime(ctx: Granted<"learning:write">, input: ExtensionRequest & { moduleId: string }): Promise<PathPage> {
  const { moduleId, wishedOn, reason } = input;
  const staffId = signedInStaffId(ctx);
  const items = await ctx.table.collection(`U#${staffId}`);
  const staff = staffFrom(items);
  if (!staff) throw notFound("person");
  const page = await pathFrom(ctx, items);
  const assignment = page.assignments.find((one) => one.moduleId === moduleId);
  if (!assignment) throw notFound("assignment");
  if (assignment.state === "completed") throw new AppError("not-ready", "You have finished this module. There is nothing to put off.");
  if (assignment.request?.state === "waiting")
    throw new AppError("not-ready", "You have asked for more time for this module already. Your answer will be on your path.");
  if (wishedOn <= ctx.today || wishedOn <= assignment.dueOn)
    throw invalid("json.wishedOn", "Choose a day after today and after the date it has now.");
  const schoolId = schoolsOn(staff, ctx.today)[0];
  const request: Extension = {
    staffId,
    id: ctx.newId("ext"),
    moduleId,
    state: "waiting",
    wishedOn,
    reason,
    askedOn: ctx.today,
    ...(staff.coachId !== undefined && { coachId: staff.coachId }),
    ...(schoolId !== undefined && { schoolId }),
  };
  const decisions = decisionsFrom(items);
  return commit(ctx, {
    action: "extension.asked",
    subject: `staff:${staffId}`,
    writes: [extensions.put({ ...request, version: 0 })],
    after: request,
    result: await pathFrom(ctx, items, { decisions: { ...decisions, extensions: [...decisions.extensions, request] } }),
  });
}
