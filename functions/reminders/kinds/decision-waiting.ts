import { addContractDays } from "../../platform/contract-days.ts";
import { dayOf, reminderKind } from "./kind.ts";

/**
 * A piece of work or an application that waits for a word: those who may give it are told after so many contract days,
 * and twice more a week apart. Handed in again, it begins anew.
 */
export const decisionWaiting = reminderKind({
  id: "decisionWaiting",
  numbers: { after: { usual: 1, least: 1, most: 30 } },
  occasions(person, { after }) {
    return person.waiting.flatMap(({ item, cycle, submittedAt }) =>
      [0, 5, 10].map((more, i) => ({
        kind: "decisionWaiting" as const,
        item,
        cycle,
        step: i + 1,
        on: addContractDays(dayOf(submittedAt, person), after + more, person.calendar),
        hearer: "reviewer" as const,
      })),
    );
  },
});
