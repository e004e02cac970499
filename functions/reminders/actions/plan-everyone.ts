import { everyoneTask } from "../../roster/everyone-task.ts";
import { findPolicy } from "../queries.ts";
import { planPerson } from "./plan-person.ts";

/** After a change of the policy: puts down anew when each person is to be looked at. Nothing is mailed by it. */
export const planEveryone = everyoneTask({
  name: "reminder-plan",
  job: "reminders",
  permission: "nudge:send",
  inAStep: 100,
  atOnce: 12,
  async prepare(ctx) {
    const policy = await findPolicy(ctx);
    return async (staffId) => policy && planPerson(ctx, staffId, policy);
  },
});
