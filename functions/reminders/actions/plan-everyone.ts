import * as z from "zod";
import { sideBySide } from "../../platform/side-by-side.ts";
import { taskKind } from "../../platform/task.ts";
import { nextPeople, Place, start } from "../everyone.ts";
import { findPolicy } from "../queries.ts";
import { planPerson } from "./plan-person.ts";

const atOnce = 100;
const width = 12;

/** After a change of the policy: puts down anew when each person is to be looked at. Nothing is mailed by it. */
export const planEveryone = taskKind({
  name: "reminder-plan",
  job: "reminders",
  permission: "nudge:send",
  input: z.object({}),
  checkpoint: Place,
  async step(ctx, { checkpoint: at = start }) {
    const policy = await findPolicy(ctx);
    const { staffIds, next, schools } = await nextPeople(ctx, at, atOnce);
    if (policy) await sideBySide(staffIds, width, (staffId) => planPerson(ctx, staffId, policy));
    if (!next) return { outcome: { people: at.done + staffIds.length } };
    return { checkpoint: next, done: next.school, total: schools };
  },
});
