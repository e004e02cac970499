import type { ParsedRole, RoleRow } from "./read-roles.ts";

/** What a file of changes leaves unsaid about a person, and what it takes from them. */
export type Patch = {
  /** Their name and address are in it; else they keep theirs. */
  hasDetails: boolean;
  /** Their roles are all in it; else they are added to those they hold. */
  hasAllRoles: boolean;
  endedRoles: Pick<ParsedRole, "role" | "schoolSourcedId">[];
  endsAdministrator: boolean;
};

/** Whether a row says that someone does something here. */
export const isJob = ({ meaning }: RoleRow): boolean => meaning === "job" || meaning === "administrator";

/** What a person's rows are to what is on record of them: the whole, or a change. */
export function patchOf(
  given: RoleRow[],
  { isDelta, hasDetails, hasAllRoles }: { isDelta: boolean; hasDetails: boolean; hasAllRoles: boolean },
): { hasUnusableRoles: boolean; patch?: Patch } {
  const hasUnusableRoles = given.some(({ meaning }) => meaning === "unusable");
  if (!isDelta) return { hasUnusableRoles };
  const ended = given.filter(({ isEnded }) => isEnded);
  const endedRoles = ended.flatMap(({ role }) => (role ? [{ role: role.role, schoolSourcedId: role.schoolSourcedId }] : []));
  const endsAdministrator = ended.some(({ role, schoolSourcedId }) => !role && schoolSourcedId !== undefined);
  return { hasUnusableRoles, patch: { hasDetails, hasAllRoles, endedRoles, endsAdministrator } };
}
