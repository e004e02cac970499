import { addContractDays } from "../../platform/contract-days.ts";
import type { LocalDate } from "../../platform/dates.ts";
import { openAssignments, type PersonNow, reminderKind } from "./kind.ts";

/**
 * A module falls due, or prior learning that stands for it is about to be over: told twice, so many contract days before. Over on the
 * day after it was due.
 */
export const dueSoon = reminderKind({
  id: "dueSoon",
  numbers: { first: { usual: 14, least: 1, most: 60 }, second: { usual: 3, least: 0, most: 30 } },
  occasions(person, { first, second }) {
    return [
      ...openAssignments(person).map(({ moduleId: item, dueOn: day }) => ({ item, day, cycle: day })),
      ...endingLearning(person).map(({ moduleId: item, until: day }) => ({ item, day, cycle: `until ${day}` })),
    ]
      .filter(({ day }) => day >= person.today)
      .flatMap(({ item, day, cycle }) =>
        [first, second].map((days, i) => ({
          kind: "dueSoon" as const,
          item,
          cycle,
          step: i + 1,
          on: addContractDays(day, -days, person.calendar),
          hearer: "self" as const,
        })),
      );
  },
});

function endingLearning({ assignments }: PersonNow): { moduleId: string; until: LocalDate }[] {
  return assignments.flatMap(({ moduleId, equivalency }) =>
    equivalency?.until === undefined ? [] : [{ moduleId, until: equivalency.until }],
  );
}
