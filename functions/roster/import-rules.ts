import type { LocalDate } from "../platform/dates.ts";
import { idFrom, sha256 } from "../platform/ids.ts";
import type { RoleAssignment } from "./contract.ts";
import type { ParsedPerson } from "./one-roster/read-people.ts";
import type { ParsedRole } from "./one-roster/read-roles.ts";
import type { ParsedSchool } from "./one-roster/read-schools.ts";
import type { School, Staff } from "./records.ts";
import { patched } from "./patch-rules.ts";
import { endedOn } from "./rules.ts";

/** The id of a school or a person: the same for the same sourcedId, always. */
export const schoolIdOf = (districtId: string, sourcedId: string): string => idFrom("sch", districtId, sourcedId);
export const staffIdOf = (districtId: string, sourcedId: string): string => idFrom("stf", districtId, sourcedId);

/** The school that a row describes. */
export function schoolFrom(districtId: string, { sourcedId, name, level }: ParsedSchool): School {
  return { id: schoolIdOf(districtId, sourcedId), sourcedId, name, level, isActive: true };
}

/** The fingerprint of everything a bundle says of a person; where they stand in the file does not matter. */
export function hashOf({ line: _, isEmailShared: __, ...person }: ParsedPerson): string {
  return sha256(JSON.stringify(person));
}

export type MergeOptions = {
  districtId: string;
  today: LocalDate;
  /** The first day of the school year. */
  yearStartsOn: LocalDate;
  /** The district's first import: whoever is in it was here before, not hired today. */
  isFirstImport: boolean;
  /** Whether every row of the bundle could be read: only then does a missing role mean that it ended. */
  isComplete: boolean;
  /** The bundle names no administrator at all: those there are keep their access, so that nobody is locked out. */
  keepsAdministrators: boolean;
  /** Where its people come from, if not from OneRoster. */
  source?: string;
};

/**
 * What the roster row makes of the person on record. Coach, leave, suspension and sign-in are not the roster's and stay.
 * Someone whose employment was ended by a person comes back only with a role that begins later; else undefined is
 * returned and nothing changes.
 */
export function mergedStaff(current: Staff | undefined, person: ParsedPerson, options: MergeOptions): Staff | undefined {
  if (current?.status === "left" && current.endedBy === "person" && !hasLaterRole(current, person)) return undefined;
  const { districtId, today, yearStartsOn, isFirstImport } = options;
  const { sourcedId, givenName, familyName, email, isDistrictAdministrator, homeSourcedId } = person;
  const home = homeSourcedId ?? person.roles.find(({ isPrimary }) => isPrimary)?.schoolSourcedId;
  const earliest = person.roles.flatMap(({ beginOn }) => beginOn ?? []).toSorted()[0];
  const since = isFirstImport && yearStartsOn < today ? yearStartsOn : today;
  const hiredOn = person.hiredOn ?? current?.hiredOn ?? earliest ?? since;
  const newRoleOn = current
    ? today
    : person.hiredOn === undefined
      ? since
      : later(person.hiredOn, yearStartsOn < today ? yearStartsOn : today);
  const mayEnd = options.isComplete && !person.hasUnusableRoles && person.patch?.hasAllRoles !== false;
  const { endedBy: _, homeSchoolId: __, ...kept } = current ?? { status: "active" as const };
  const merged: Staff = {
    ...kept,
    id: staffIdOf(districtId, sourcedId),
    sourcedId,
    ...(options.source !== undefined && { source: options.source }),
    givenName,
    familyName,
    email,
    status: kept.status === "left" ? "active" : kept.status,
    hiredOn,
    roles: mergedRoles(current?.roles ?? [], person.roles, { districtId, today, newRoleOn, mayEnd }),
    isDistrictAdministrator: isDistrictAdministrator || (options.keepsAdministrators && current?.isDistrictAdministrator === true),
    ...(home !== undefined && { homeSchoolId: schoolIdOf(districtId, home) }),
    rosterHash: hashOf(person),
  };
  return patched(merged, current, person, options);
}

/** Someone who is no longer on the roster: their roles end today; what they learned stays. */
export function departed(current: Staff, today: LocalDate): Staff {
  const { rosterHash: _, ...kept } = endedOn(current, today);
  return { ...kept, status: "left", endedBy: "roster" };
}

function hasLaterRole(current: Staff, person: ParsedPerson): boolean {
  const last =
    current.roles
      .flatMap(({ endOn }) => endOn ?? [])
      .toSorted()
      .at(-1) ?? "";
  return person.roles.some(({ beginOn = "" }) => beginOn > last);
}

type RoleOptions = { districtId: string; today: LocalDate; newRoleOn: LocalDate; mayEnd: boolean };

/**
 * The roles on record brought up to the file's: a role that goes on keeps its first day, one that comes back as it was
 * is open again, one that is missing ends today, one that had ended is kept as history.
 */
function mergedRoles(current: readonly RoleAssignment[], given: readonly ParsedRole[], options: RoleOptions): RoleAssignment[] {
  const { districtId, today, newRoleOn, mayEnd } = options;
  const rest = new Set(current);
  const take = (fits: (role: RoleAssignment) => boolean): RoleAssignment | undefined => {
    const found = [...rest].find(fits);
    if (found) rest.delete(found);
    return found;
  };
  const incoming = distinct(given).map((role) => ({ ...role, schoolId: schoolIdOf(districtId, role.schoolSourcedId) }));
  const isSameJob = (a: Pick<RoleAssignment, "role" | "schoolId">, b: Pick<RoleAssignment, "role" | "schoolId">): boolean =>
    a.role === b.role && a.schoolId === b.schoolId;
  const isOpen = ({ endOn }: RoleAssignment): boolean => endOn === undefined || endOn >= today;
  const exact = new Map(incoming.map((role) => [role, take((one) => isSameJob(one, role) && one.beginOn === role.beginOn)]));
  const roles = incoming.map((role): RoleAssignment => {
    const before = exact.get(role) ?? take((one) => isSameJob(one, role) && isOpen(one));
    const { role: job, schoolId, isPrimary, beginOn, endOn } = role;
    return {
      role: job,
      schoolId,
      isPrimary,
      beginOn: beginOn ?? before?.beginOn ?? newRoleOn,
      ...(endOn !== undefined && { endOn }),
      // The standard knows no shares: one that was entered here stays with its role.
      ...(before?.share !== undefined && { share: before.share }),
    };
  });
  const others = [...rest].flatMap((role): RoleAssignment[] => {
    if (!isOpen(role) || !mayEnd) return [{ ...role, isPrimary: false }];
    return role.beginOn > today ? [] : [{ ...role, isPrimary: false, endOn: today }];
  });
  return [...roles, ...others];
}

/** Each job at a school since a day once, as primary if any of its rows says so. */
function distinct(given: readonly ParsedRole[]): ParsedRole[] {
  const byKey = new Map<string, ParsedRole>();
  for (const role of given) {
    const key = JSON.stringify([role.role, role.schoolSourcedId, role.beginOn]);
    const earlier = byKey.get(key);
    byKey.set(key, earlier ? { ...earlier, isPrimary: earlier.isPrimary || role.isPrimary } : role);
  }
  return [...byKey.values()];
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
