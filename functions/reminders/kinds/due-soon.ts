import { addContractDays } from "../../platform/contract-days.ts";
import { openAssignments, reminderKind } from "./kind.ts";

/** A module falls due: told twice, so many contract days before. Over on the day after it was due. */
export const dueSoon = reminderKind({
  id: "dueSoon",
  numbers: { first: { usual: 14, least: 1, most: 60 }, second: { usual: 3, least: 0, most: 30 } },
  occasions(person, { first, second }) {
    return openAssignments(person)
      .filter(({ dueOn }) => dueOn >= person.today)
      .flatMap(({ moduleId: item, dueOn }) =>
        [first, second].map((days, i) => ({
          kind: "dueSoon" as const,
          item,
          cycle: dueOn,
          step: i + 1,
          on: addContractDays(dueOn, -days, person.calendar),
          hearer: "self" as const,
        })),
      );
  },
});
