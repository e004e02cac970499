import type { LocalDate } from "../platform/dates.ts";
import { AppError } from "../platform/errors.ts";
import type { RoleAssignment } from "./contract.ts";
import { withEditsPinned } from "./pin-rules.ts";
import type { Merge, Staff } from "./records.ts";
import { fullName, rolesFrom, statusOn } from "./rules.ts";

/** Refuses a merge that cannot be meant, in plain words. */
export function requireMergeable(kept: Staff, duplicate: Staff, earlier: readonly Merge[], day: LocalDate): void {
  const refuse = (detail: string) => new AppError("not-ready", `${detail} Nothing was merged.`);
  if (kept.id === duplicate.id) throw refuse("These are one and the same account.");
  const merged = [kept, duplicate].find(({ mergedInto }) => mergedInto !== undefined);
  if (merged) throw refuse(`The account of ${fullName(merged)} was merged into another one already.`);
  if (earlier.some(({ state }) => state !== "undone"))
    throw refuse(`Another account was merged into that of ${fullName(duplicate)} before. Keep that one, or take that merge back first.`);
  if (statusOn(kept, day) === "left" && statusOn(duplicate, day) !== "left")
    throw refuse(`${fullName(kept)} no longer works here, by that account. Keep the account that is in use.`);
}

/**
 * The two records once they are one person: the kept one has the jobs, the coach, the leave and the sign-in of both, and
 * the earlier day of hire; never the other's right to administer. The other has no access, no role and no say.
 */
export function mergedProfiles(
  kept: Staff,
  duplicate: Staff,
  mark: { by: string; at: string; today: LocalDate },
): { kept: Staff; duplicate: Staff } {
  const hasRole = rolesFrom(kept, mark.today).length > 0;
  const isHeld = (one: RoleAssignment): boolean => kept.roles.some(({ role, schoolId }) => role === one.role && schoolId === one.schoolId);
  const added = duplicate.roles.filter((one) => !isHeld(one)).map((one) => ({ ...one, isPrimary: one.isPrimary && !hasRole }));
  const { leave, earlierLeaves } = kept.leave ? kept : duplicate;
  const coachId = [kept.coachId, duplicate.coachId].find((id) => id !== undefined && id !== kept.id && id !== duplicate.id);
  const homeSchoolId = kept.homeSchoolId ?? duplicate.homeSchoolId;
  const identity = kept.identity ?? duplicate.identity;
  const { coachId: _, ...rest } = kept;
  const together: Staff = {
    ...rest,
    hiredOn: duplicate.hiredOn < kept.hiredOn ? duplicate.hiredOn : kept.hiredOn,
    roles: [...kept.roles, ...added],
    ...(leave && { leave }),
    ...(earlierLeaves && { earlierLeaves }),
    ...(coachId !== undefined && { coachId }),
    ...(homeSchoolId !== undefined && { homeSchoolId }),
    ...(identity && { identity }),
  };
  const { rosterHash: _1, pins: _2, coachId: _3, homeSchoolId: _4, lastDayOn: _5, ...other } = duplicate;
  return {
    kept: withEditsPinned(kept, together, mark),
    duplicate: { ...other, status: "left", endedBy: "person", roles: [], isDistrictAdministrator: false, mergedInto: kept.id },
  };
}

/** The kept record without what the merge brought: each part as it was before, unless it was changed since. */
export function unmergedProfile(now: Staff, { keptBefore, keptAfter }: Pick<Merge, "keptBefore" | "keptAfter">): Staff {
  const parts = ["hiredOn", "roles", "leave", "earlierLeaves", "coachId", "homeSchoolId", "identity", "pins"] as const;
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  let staff: Staff = now;
  for (const part of parts) {
    if (!isSame(now[part], keptAfter[part]) || isSame(keptBefore[part], keptAfter[part])) continue;
    const { [part]: _, ...others } = staff;
    staff = (keptBefore[part] === undefined ? others : { ...others, [part]: keptBefore[part] }) as Staff;
  }
  return staff;
}
