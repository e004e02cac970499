import type { LocalDate } from "../platform/dates.ts";
import type { AssignRequest } from "./contract.ts";
import type { Source } from "./records.ts";

/** The id of the ledger line that an assignment gives to each person. */
export const manualSourceId = (assignmentId: string): string => `m-${assignmentId}`;

/** The ledger line that a person's own assignment makes; its id follows from the assignment's, so it is made once. */
export function manualSource(
  { target, due, note }: Pick<AssignRequest, "target" | "due" | "note">,
  made: { assignmentId: string; staffId: string; by: { staffId: string; name: string }; today: LocalDate; at: string },
): Source {
  const { assignmentId, staffId, by, today, at } = made;
  return {
    staffId,
    id: manualSourceId(assignmentId),
    origin: { kind: "person", staffId: by.staffId, name: by.name, assignmentId },
    target,
    due,
    anchorOn: today,
    anchor: "assigned",
    assignedAt: at,
    ...(note !== undefined && note !== "" && { note }),
  };
}
