import { addContractDays } from "../../platform/contract-days.ts";
import { openAssignments, reminderKind } from "./kind.ts";

const hearers = ["coach", "schoolLeader", "districtLeader"] as const;

/**
 * Someone is late for long: their coach hears of it, later their school's leader, later the district's. Once each for
 * the module that is late the longest; a new date begins anew.
 */
export const peopleOverdue = reminderKind({
  id: "peopleOverdue",
  numbers: {
    coach: { usual: 10, least: 1, most: 120 },
    schoolLeader: { usual: 20, least: 1, most: 120 },
    districtLeader: { usual: 30, least: 1, most: 120 },
  },
  occasions(person, numbers) {
    const [oldest] = openAssignments(person);
    if (!oldest) return [];
    return hearers.map((hearer) => ({
      kind: "peopleOverdue" as const,
      item: `${oldest.moduleId}.${hearer}`,
      cycle: oldest.dueOn,
      step: 1,
      on: addContractDays(oldest.dueOn, numbers[hearer], person.calendar),
      hearer,
    }));
  },
});
