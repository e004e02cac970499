import { addContractDays } from "../../platform/contract-days.ts";
import { addDays } from "../../platform/dates.ts";
import { dayOf, openAssignments, reminderKind } from "./kind.ts";

/**
 * Something new is asked of the person: told the next morning, once for each line of the ledger that decides a date, so
 * that a path is one line and what was taken back by then none. Nothing that was assigned before the kind was turned on,
 * nor longer ago than some weeks, nor once they have begun.
 */
export const newlyAssigned = reminderKind({
  id: "newlyAssigned",
  numbers: { within: { usual: 10, least: 1, most: 60 } },
  occasions(person, { within }, since) {
    const open = openAssignments(person);
    return person.sources.flatMap((source) => {
      const assignedOn = dayOf(source.assignedAt, person);
      const decided = open.filter(({ reasons }) => reasons[0]?.sourceId === source.id);
      const isBegun = decided.some(({ state }) => state !== "notStarted");
      const isPast = addContractDays(assignedOn, within, person.calendar) < person.today;
      if (decided.length === 0 || isBegun || assignedOn < since || isPast) return [];
      return [{ kind: "newlyAssigned", item: source.id, cycle: assignedOn, step: 1, on: addDays(assignedOn, 1), hearer: "self" }];
    });
  },
});
