import { commit, retryOnConflict } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { districtsOwn } from "../calendar-rules.ts";
import { readStaff } from "../queries.ts";
import { type Staff, staffRecords } from "../records.ts";

/**
 * Puts a person on the calendar of a group, or on the district's own, whatever their job says; `undefined` lets the job
 * decide again. A group the district does not have is refused. Doing it twice changes nothing. `view` is what is answered
 * of the person, also to the same request sent again.
 */
export async function setEmployeeGroup<View>(
  ctx: Granted<"calendar:write">,
  { staffId, group }: { staffId: string; group: string | undefined },
  view: (staff: Staff) => View,
): Promise<View> {
  const known = ctx.district.employeeGroups?.groups ?? [];
  if (group !== undefined && group !== districtsOwn && !known.some(({ id }) => id === group))
    throw new AppError("invalid-input", "There is no such group any more. Choose one of the groups on the page.");
  return retryOnConflict(async () => {
    const before = await readStaff(ctx, staffId);
    if (before.employeeGroup === group) return view(before);
    const { employeeGroup: was, ...kept } = before;
    const after = { ...kept, ...(group !== undefined && { employeeGroup: group }) };
    return commit(ctx, {
      action: "calendar.person-changed",
      subject: `staff:${staffId}`,
      writes: [staffRecords.put(after)],
      before: { employeeGroup: was },
      after: { employeeGroup: group },
      result: view(after),
    });
  });
}
