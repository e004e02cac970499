import type { AccessGrant } from "../platform/context.ts";
import { addDays, type LocalDate } from "../platform/dates.ts";
import type { Subject } from "../platform/grant.ts";
import type { JobRole, RoleAssignment } from "./contract.ts";
import type { Staff } from "./records.ts";

/** New people have this many calendar days before anything counts as due (mtss domain, role paths). */
export const graceDays = 45;

/** The roles a person holds on a day. */
export function rolesOn(staff: Pick<Staff, "roles">, day: LocalDate): RoleAssignment[] {
  return staff.roles.filter(({ beginOn, endOn }) => beginOn <= day && (endOn === undefined || day <= endOn));
}

/** Their schools on a day, the primary one first. */
export function schoolsOn(staff: Pick<Staff, "roles">, day: LocalDate): string[] {
  const roles = rolesOn(staff, day).toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
  return [...new Set(roles.map(({ schoolId }) => schoolId))];
}

/** Their job roles on a day, each once, the primary one first. */
export function jobRolesOn(staff: Pick<Staff, "roles">, day: LocalDate): JobRole[] {
  const roles = rolesOn(staff, day).toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
  return [...new Set(roles.map(({ role }) => role))];
}

/** Whether a day lies in the person's leave. */
export function isOnLeave(staff: Pick<Staff, "leave">, day: LocalDate): boolean {
  return staff.leave !== undefined && staff.leave.from <= day && (staff.leave.to === undefined || day <= staff.leave.to);
}

/** Whether the person works here on a day: mail and certificates go to nobody else. */
export function isWorking(staff: Pick<Staff, "status" | "leave">, day: LocalDate): boolean {
  return staff.status === "active" && !isOnLeave(staff, day);
}

/** The first day on which something can be due for a newcomer. */
export function graceEndsOn(staff: Pick<Staff, "hiredOn">): LocalDate {
  return addDays(staff.hiredOn, graceDays);
}

/** What a person may open on a day, derived from what they do; nothing is granted that the roster does not say. */
export function accessOn(staff: Pick<Staff, "roles" | "status" | "isDistrictAdministrator">, day: LocalDate): AccessGrant[] {
  if (staff.status !== "active") return [];
  const roles = rolesOn(staff, day);
  const led = roles.filter(({ role }) => role === "schoolAdministrator").map(({ schoolId }) => schoolId);
  const grants: AccessGrant[] = [{ role: "staff" }];
  if (roles.some(({ role }) => role === "coach")) grants.push({ role: "coach" });
  if (led.length > 0) grants.push({ role: "schoolLeader", schoolIds: [...new Set(led)] });
  if (roles.some(({ role }) => role === "districtLeader")) grants.push({ role: "districtLeader" });
  if (staff.isDistrictAdministrator) grants.push({ role: "districtAdministrator" });
  return grants;
}

/** The person as a subject of permission. Someone who left stays within reach of the district alone. */
export function subjectOf(staff: Pick<Staff, "id" | "coachId" | "roles" | "status">, day: LocalDate): Subject {
  const isHere = staff.status !== "left";
  return {
    kind: "staff",
    staffId: staff.id,
    coachId: isHere ? staff.coachId : undefined,
    schoolIds: isHere ? schoolsOn(staff, day) : [],
  };
}

/** A person's name as it is written everywhere. */
export function fullName({ givenName, familyName }: Pick<Staff, "givenName" | "familyName">): string {
  return `${givenName} ${familyName}`;
}
