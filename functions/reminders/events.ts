import { type Reaction, staffIn } from "../platform/reaction.ts";
import { planPerson } from "./actions/plan-person.ts";
import { personPrefix, stateKey } from "./records.ts";

/**
 * A person's summary changed: what is asked of them, where they stand, whether they are here; or what they want to hear
 * of; or something they handed in waits for a word, or something has changed. The next day on which to look at them is worked out anew. Both change seldom in a day, so this costs little.
 */
const plan: Reaction = {
  name: "reminder-plan",
  job: "reminders",
  concerns: ({ of, at }) => {
    if (at.startsWith("STAFF#")) return at.slice("STAFF#".length);
    // What someone handed in, or is asked for because it has changed, does not change their summary.
    if (/^(PIECE|APP|HELD|REFRESH)#/.test(at)) return staffIn({ of });
    return at === stateKey && of.startsWith(personPrefix) ? of.slice(personPrefix.length) : undefined;
  },
  run: (ctx, staffId) => planPerson(ctx, staffId),
};

export const reminderReactions: readonly Reaction[] = [plan];
