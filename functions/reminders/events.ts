import type { Reaction } from "../platform/reaction.ts";
import { planPerson } from "./actions/plan-person.ts";

/**
 * A person's summary changed: what is asked of them, where they stand, whether they are here. The next day on which to
 * look at them is worked out anew. A summary changes seldom in a day, so this costs little beside what it follows from.
 */
const plan: Reaction = {
  name: "reminder-plan",
  job: "reminders",
  concerns: ({ at }) => (at.startsWith("STAFF#") ? at.slice("STAFF#".length) : undefined),
  run: (ctx, staffId) => planPerson(ctx, staffId),
};

export const reminderReactions: readonly Reaction[] = [plan];
