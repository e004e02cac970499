import { addContractDays } from "../../platform/contract-days.ts";
import { dayOf, reminderKind } from "./kind.ts";

/** Practice that waits for a review: its coach is told after so many contract days, and twice more a week apart. */
export const reviewWaiting = reminderKind({
  id: "reviewWaiting",
  numbers: { after: { usual: 3, least: 1, most: 30 } },
  occasions(person, { after }) {
    return person.enrollments.flatMap(({ practice: { state, submittedAt, evidenceId } }) => {
      if (state !== "submitted" || submittedAt === undefined || evidenceId === undefined) return [];
      return [0, 5, 10].map((more, i) => ({
        kind: "reviewWaiting" as const,
        item: evidenceId,
        cycle: "1",
        step: i + 1,
        on: addContractDays(dayOf(submittedAt, person), after + more, person.calendar),
        hearer: "coach" as const,
      }));
    });
  },
});
