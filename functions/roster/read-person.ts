import type { Context } from "../platform/context.ts";
import type { RoleAssignment } from "./contract.ts";
import { type Coming, PinnedField, type PersonRecord, type RoleView } from "./person-contract.ts";
import { findStaff, listCaseload, listEverySchool, readStaff } from "./queries.ts";
import { mergesOf, mergeView } from "./read-merges.ts";
import type { Staff } from "./records.ts";
import { fullName, isOnLeave, leavesOf, statusOn } from "./rules.ts";

/** A person's whole record: what holds, what was and what will be, with the edits that stand against the roster. */
export async function readPersonRecord(ctx: Context, staffId: string): Promise<PersonRecord> {
  const staff = await readStaff(ctx, staffId);
  const [schools, coach, other, caseload, merged] = await Promise.all([
    listEverySchool(ctx),
    staff.coachId === undefined ? undefined : findStaff(ctx, staff.coachId),
    staff.mergedInto === undefined ? undefined : findStaff(ctx, staff.mergedInto),
    listCaseload(ctx, staffId),
    mergesOf(ctx, staffId),
  ]);
  const nameOf = new Map(schools.map(({ id, name }) => [id, name]));
  const view = roleViews(ctx.today, nameOf);
  const { id, version, givenName, familyName, email, hiredOn, lastDayOn, isDistrictAdministrator } = staff;
  return {
    id,
    version,
    name: fullName(staff),
    givenName,
    familyName,
    email,
    rosterId: staff.sourcedId,
    status: statusOn(staff, ctx.today),
    isOnLeave: isOnLeave(staff, ctx.today),
    hiredOn,
    ...(lastDayOn !== undefined && { lastDayOn }),
    roles: view(staff.roles),
    leaves: leavesOf(staff),
    ...(coach && { coach: { id: coach.id, name: fullName(coach) } }),
    caseload: caseload.length,
    isDistrictAdministrator,
    pins: pinsOf(staff, view),
    coming: comingOf(staff, view(staff.roles), ctx.today),
    ...(other && { mergedInto: { id: other.id, name: fullName(other) } }),
    merges: merged.map(mergeView),
  };
}

/** Roles as a page shows them: what is held today first, then what comes, then what was, the latest first. */
function roleViews(today: string, nameOf: ReadonlyMap<string, string>): (roles: readonly RoleAssignment[]) => RoleView[] {
  const order = { now: 0, coming: 1, past: 2 };
  return (roles) =>
    roles
      .map((role): RoleView => {
        const isOver = role.endOn !== undefined && role.endOn < today;
        return {
          ...role,
          schoolName: nameOf.get(role.schoolId) ?? "A closed school",
          when: isOver ? "past" : role.beginOn > today ? "coming" : "now",
        };
      })
      .toSorted(
        (a, b) =>
          order[a.when] - order[b.when] ||
          Number(b.isPrimary) - Number(a.isPrimary) ||
          (a.when === "past" ? b.beginOn.localeCompare(a.beginOn) : a.beginOn.localeCompare(b.beginOn)),
      );
}

function pinsOf({ pins = {} }: Staff, view: (roles: readonly RoleAssignment[]) => RoleView[]): PersonRecord["pins"] {
  return PinnedField.options.flatMap((field) => {
    const pin = pins[field];
    if (!pin) return [];
    const { by, at } = pin;
    const said = pins[field]?.rosterSays;
    const text = field === "name" && pins.name ? fullName(pins.name.rosterSays) : typeof said === "string" ? said : "";
    return [{ field, by, at, rosterSays: text, roles: field === "roles" && pins.roles ? view(pins.roles.rosterSays) : [] }];
  });
}

/** What will change by itself on a later day, the nearest first. */
function comingOf(staff: Staff, roles: readonly RoleView[], today: string): Coming[] {
  if (staff.status === "left") return [];
  const coming: Coming[] = [];
  for (const { role, schoolName, beginOn, endOn } of roles) {
    if (beginOn > today) coming.push({ on: beginOn, what: "roleBegins", role, schoolName });
    if (endOn !== undefined && endOn >= today) coming.push({ on: endOn, what: "roleEnds", role, schoolName });
  }
  for (const { from, to } of leavesOf(staff)) {
    if (from > today) coming.push({ on: from, what: "leaveBegins" });
    if (to !== undefined && to >= today) coming.push({ on: to, what: "leaveEnds" });
  }
  if (staff.lastDayOn !== undefined && staff.lastDayOn >= today) coming.push({ on: staff.lastDayOn, what: "lastDay" });
  return coming.toSorted((a, b) => a.on.localeCompare(b.on));
}
