import { addContractDays } from "../../platform/contract-days.ts";
import { openAssignments, reminderKind } from "./kind.ts";

/** A module is late: told on the contract day after it was due and every so many after that, a few times, then no more. */
export const overdue = reminderKind({
  id: "overdue",
  numbers: { every: { usual: 5, least: 3, most: 30 }, atMost: { usual: 4, least: 1, most: 8 } },
  occasions(person, { every, atMost }) {
    return openAssignments(person).flatMap(({ moduleId: item, dueOn }) =>
      Array.from({ length: atMost }, (_, i) => ({
        kind: "overdue" as const,
        item,
        cycle: dueOn,
        step: i + 1,
        on: addContractDays(dueOn, 1 + i * every, person.calendar),
        hearer: "self" as const,
      })),
    );
  },
});
