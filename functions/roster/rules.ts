import type { AccessGrant } from "../platform/context.ts";
import { addDays, type LocalDate } from "../platform/dates.ts";
import type { Subject } from "../platform/grant.ts";
import type { JobRole, Leave, RoleAssignment } from "./contract.ts";
import type { Staff } from "./records.ts";

/** New people have this many calendar days before anything counts as due (docs/domain.md, role paths). */
const graceDays = 45;

/** The roles a person holds on a day. */
export function rolesOn(staff: Pick<Staff, "roles">, day: LocalDate): RoleAssignment[] {
  return staff.roles.filter(({ beginOn, endOn }) => beginOn <= day && (endOn === undefined || day <= endOn));
}

/** The roles a person holds on a day or will hold later. */
export function rolesFrom(staff: Pick<Staff, "roles">, day: LocalDate): RoleAssignment[] {
  return staff.roles.filter(({ endOn }) => endOn === undefined || day <= endOn);
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

type Leaves = Pick<Staff, "leave" | "earlierLeaves">;

/** Whether a day lies in a leave of the person's. */
export function isOnLeave(staff: Leaves, day: LocalDate): boolean {
  return leavesOf(staff).some(({ from, to }) => from <= day && (to === undefined || day <= to));
}

/** The leave that is on, or else comes next, or else was last. */
export function leaveAround(staff: Leaves, day: LocalDate): Leave | undefined {
  const all = leavesOf(staff);
  return all.find(({ to }) => to === undefined || day <= to) ?? all.at(-1);
}

/** Every leave there is on record, the earliest first. */
export function leavesOf({ leave, earlierLeaves = [] }: Leaves): Leave[] {
  return [...earlierLeaves, ...(leave ? [leave] : [])].toSorted((a, b) => a.from.localeCompare(b.from));
}

type Standing = Pick<Staff, "status" | "lastDayOn">;

/** Where someone stands on a day: after the last day of their work they have left, without anyone writing it down that night. */
export function statusOn({ status, lastDayOn }: Standing, day: LocalDate): Staff["status"] {
  return lastDayOn !== undefined && lastDayOn < day ? "left" : status;
}

/** Whether the person works here on a day: mail and certificates go to nobody else. */
export function isWorking(staff: Standing & Leaves, day: LocalDate): boolean {
  return statusOn(staff, day) === "active" && !isOnLeave(staff, day);
}

/** The first day on which something can be due for a newcomer. */
export function graceEndsOn(staff: Pick<Staff, "hiredOn">): LocalDate {
  return addDays(staff.hiredOn, graceDays);
}

/** What a person may open on a day, derived from what they do; nothing is granted that the roster does not say. */
export function accessOn(staff: Standing & Pick<Staff, "roles" | "isDistrictAdministrator">, day: LocalDate): AccessGrant[] {
  if (statusOn(staff, day) !== "active") return [];
  const roles = rolesOn(staff, day);
  const led = roles.filter(({ role }) => role === "schoolAdministrator").map(({ schoolId }) => schoolId);
  const grants: AccessGrant[] = [{ role: "staff" }];
  const coached = roles.filter(({ role }) => role === "coach").map(({ schoolId }) => schoolId);
  if (coached.length > 0) grants.push({ role: "coach", schoolIds: [...new Set(coached)] });
  if (led.length > 0) grants.push({ role: "schoolLeader", schoolIds: [...new Set(led)] });
  if (roles.some(({ role }) => role === "districtLeader")) grants.push({ role: "districtLeader" });
  if (staff.isDistrictAdministrator) grants.push({ role: "districtAdministrator" });
  return grants;
}

/** The person as a subject of permission. Someone who left stays within reach of the district alone. */
export function subjectOf(staff: Standing & Pick<Staff, "id" | "coachId" | "roles">, day: LocalDate): Subject {
  const isHere = statusOn(staff, day) !== "left";
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

/** A person at a school's list: what they do there now or will do. */
export type Membership = {
  schoolId: string;
  staffId: string;
  name: string;
  roles: JobRole[];
  rosterHash?: string;
  source?: string;
  isAdministrator?: boolean;
};

/** The lists a person stands on: each school of a role that has not ended; the home of someone without one; none for who left. */
export function membershipsOf(
  staff: Standing &
    Pick<
      Staff,
      "id" | "givenName" | "familyName" | "roles" | "homeSchoolId" | "rosterHash" | "pins" | "source" | "isDistrictAdministrator"
    >,
  day: LocalDate,
): Membership[] {
  if (statusOn(staff, day) === "left") return [];
  const open = rolesFrom(staff, day);
  const schoolIds = new Set(open.map(({ schoolId }) => schoolId));
  if (schoolIds.size === 0 && staff.homeSchoolId !== undefined) schoolIds.add(staff.homeSchoolId);
  return [...schoolIds].map((schoolId) => ({
    schoolId,
    staffId: staff.id,
    name: fullName(staff),
    roles: [...new Set(open.filter((role) => role.schoolId === schoolId).map(({ role }) => role))].toSorted(),
    // Someone with an edit by hand is read each time: the roster may have come to say the same.
    ...(staff.rosterHash !== undefined && !staff.pins && { rosterHash: staff.rosterHash }),
    ...(staff.source !== undefined && { source: staff.source }),
    ...(staff.isDistrictAdministrator && { isAdministrator: true }),
  }));
}

/** The person with every role that goes on ended on a day; a role that would have begun later never does. */
export function endedOn<T extends Pick<Staff, "roles">>(staff: T, day: LocalDate): T {
  const roles = staff.roles
    .filter(({ beginOn, endOn }) => beginOn <= day || (endOn !== undefined && endOn < day))
    .map((role) => (role.endOn === undefined || role.endOn > day ? { ...role, endOn: day } : role));
  return { ...staff, roles };
}

/** The person with a leave recorded: it corrects the one on record where the two overlap; one that was over is kept. */
export function withLeave<T extends Pick<Staff, "leave" | "earlierLeaves">>(staff: T, leave: Leave): T {
  const { leave: current, earlierLeaves = [] } = staff;
  const isOver = current?.to !== undefined && current.to < leave.from;
  return { ...staff, leave, ...(isOver && { earlierLeaves: [...earlierLeaves, current] }) };
}
