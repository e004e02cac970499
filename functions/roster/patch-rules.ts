import type { LocalDate } from "../platform/dates.ts";
import { idFrom } from "../platform/ids.ts";
import type { RoleAssignment } from "./contract.ts";
import type { ParsedPerson } from "./one-roster/read-people.ts";
import type { Staff } from "./records.ts";

/**
 * The person that a file of changes makes: `merged` has what the file says, this takes back what it only left unsaid.
 * Names and address stay where they are not in it, roles are ended only where it says so, and one role stays the primary.
 */
export function patched(
  merged: Staff,
  current: Staff | undefined,
  { patch, isDistrictAdministrator, roles: given }: ParsedPerson,
  options: { districtId: string; today: LocalDate },
): Staff {
  if (!patch) return merged;
  const { rosterHash: _, ...rest } = merged;
  const kept = current && !patch.hasDetails && { givenName: current.givenName, familyName: current.familyName, email: current.email };
  const home = merged.homeSchoolId ?? current?.homeSchoolId;
  const wasAdministrator = current?.isDistrictAdministrator === true && !patch.endsAdministrator;
  const isAdministrator = isDistrictAdministrator || (!patch.hasAllRoles && wasAdministrator);
  return {
    ...rest,
    ...kept,
    ...(home !== undefined && { homeSchoolId: home }),
    isDistrictAdministrator: isAdministrator,
    roles: patch.hasAllRoles
      ? merged.roles
      : withPrimary(endedIn(merged.roles, patch.endedRoles, options), current, {
          isNewPrimary: given.some(({ isPrimary }) => isPrimary),
          today: options.today,
        }),
  };
}

function endedIn(
  roles: readonly RoleAssignment[],
  ended: readonly { role: string; schoolSourcedId: string }[],
  { districtId, today }: { districtId: string; today: LocalDate },
): RoleAssignment[] {
  const over = new Set(ended.map(({ role, schoolSourcedId }) => `${role} ${idFrom("sch", districtId, schoolSourcedId)}`));
  return roles.flatMap((role): RoleAssignment[] => {
    const isOver = over.has(`${role.role} ${role.schoolId}`) && (role.endOn === undefined || role.endOn > today);
    if (!isOver) return [role];
    return role.beginOn > today ? [] : [{ ...role, isPrimary: false, endOn: today }];
  });
}

/** A new primary role takes that from the others; otherwise the one on record stays, or the first that goes on becomes it. */
function withPrimary(
  roles: readonly RoleAssignment[],
  current: Staff | undefined,
  { isNewPrimary, today }: { isNewPrimary: boolean; today: LocalDate },
): RoleAssignment[] {
  if (isNewPrimary) return [...roles];
  const before = current?.roles.find(({ isPrimary }) => isPrimary);
  const open = roles.filter(({ endOn }) => endOn === undefined || endOn > today);
  const chosen = open.find((role) => before && role.role === before.role && role.schoolId === before.schoolId) ?? open[0];
  return roles.map((role) => ({ ...role, isPrimary: role === chosen }));
}
