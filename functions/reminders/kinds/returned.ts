import { addContractDays } from "../../platform/contract-days.ts";
import { dayOf, openAssignments, reminderKind } from "./kind.ts";

/**
 * Practice that came back with a comment and was not handed in again: told twice. That it came back was mailed at once
 * with the review; each time it comes back is a cycle of its own.
 */
export const returned = reminderKind({
  id: "returned",
  numbers: { after: { usual: 5, least: 1, most: 30 } },
  occasions(person, { after }) {
    const asked = new Set(openAssignments(person).map(({ moduleId }) => moduleId));
    return person.enrollments.flatMap(({ moduleId: item, practice: { state, reviewedAt, submissions } }) => {
      if (state !== "returned" || reviewedAt === undefined || !asked.has(item)) return [];
      return [1, 2].map((step) => ({
        kind: "returned" as const,
        item,
        cycle: String(submissions),
        step,
        on: addContractDays(dayOf(reviewedAt, person), after * step, person.calendar),
        hearer: "self" as const,
      }));
    });
  },
});
