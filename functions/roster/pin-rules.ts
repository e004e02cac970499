import { addDays, type LocalDate } from "../platform/dates.ts";
import type { RoleAssignment } from "./contract.ts";
import { PinnedField, type Pins } from "./person-contract.ts";
import type { Staff } from "./records.ts";
import { rolesFrom, statusOn } from "./rules.ts";

/** The person as the roster alone would have them: what an import compares its row with. Someone past their last day has left. */
export function asTheRosterSays(staff: Staff, today: LocalDate): Staff {
  const { lastDayOn, ...unended } = staff;
  const isOver = lastDayOn !== undefined && statusOn(staff, today) === "left";
  const settled: Staff = isOver ? { ...unended, status: "left", endedBy: "person" } : staff;
  const { name, email, hiredOn, roles } = staff.pins ?? {};
  return {
    ...settled,
    ...name?.rosterSays,
    ...(email && { email: email.rosterSays }),
    ...(hiredOn && { hiredOn: hiredOn.rosterSays }),
    // Whoever has left comes back with a role that begins after the last one they held, edited or not.
    ...(roles && settled.status !== "left" && { roles: roles.rosterSays }),
  };
}

/**
 * What the roster makes of someone, with every edit by hand put back. The roster's own value is kept beside each; where
 * the roster has come to say the same, the edit is no longer one. `kept` names the edits that still stand against it.
 */
export function withPins(merged: Staff, current: Staff, today: LocalDate): { staff: Staff; kept: PinnedField[] } {
  const { pins: _, ...unpinned } = merged;
  let staff: Staff = { ...unpinned };
  const kept: PinnedField[] = [];
  for (const field of PinnedField.options) {
    const pin = current.pins?.[field];
    if (!pin || (field === "roles" && statusOn(current, today) === "left")) continue;
    staff = { ...staff, ...valueOf(field, current) };
    if (saysTheSame(field, merged, current, today)) continue;
    kept.push(field);
    staff = { ...staff, pins: { ...staff.pins, [field]: { ...pin, rosterSays: pinned(field, merged) } } };
  }
  return { staff, kept };
}

/** The person with the edits from `before` to `after` marked as made by hand; one that the roster says too needs no mark. */
export function withEditsPinned(before: Staff, after: Staff, mark: { by: string; at: string; today: LocalDate }): Staff {
  const roster = asTheRosterSays(before, mark.today);
  let pins: Pins = { ...before.pins };
  for (const field of PinnedField.options) {
    if (JSON.stringify(pinned(field, before)) === JSON.stringify(pinned(field, after))) continue;
    const { [field]: _, ...others } = pins;
    const isSame = saysTheSame(field, roster, after, mark.today);
    pins = isSame ? others : { ...others, [field]: { by: mark.by, at: mark.at, rosterSays: pinned(field, roster) } };
  }
  const { pins: __, ...rest } = after;
  return Object.keys(pins).length === 0 ? rest : { ...rest, pins };
}

/** The person with one edit let go: what the roster says holds again. */
export function withoutPin(staff: Staff, field: PinnedField): Staff {
  const { [field]: pin, ...others } = staff.pins ?? {};
  if (!pin) return staff;
  const { pins: _, ...rest } = staff;
  const value = field === "name" ? (pin.rosterSays as object) : { [field]: pin.rosterSays };
  return { ...rest, ...value, ...(Object.keys(others).length > 0 && { pins: others }) };
}

/** Whether someone was brought back by hand after the roster had let them go: that it does not name them is no news. */
export function isKeptByHand(staff: Pick<Staff, "pins" | "rosterHash">): boolean {
  return staff.pins?.roles !== undefined && staff.rosterHash === undefined;
}

function pinned(field: PinnedField, { givenName, familyName, email, hiredOn, roles }: Staff): unknown {
  return { name: { givenName, familyName }, email, hiredOn, roles }[field];
}

function valueOf(field: PinnedField, staff: Staff): Partial<Staff> {
  if (field === "name") return { givenName: staff.givenName, familyName: staff.familyName };
  // Where someone is listed without a role goes with their roles.
  if (field === "roles") return { roles: staff.roles, ...(staff.homeSchoolId !== undefined && { homeSchoolId: staff.homeSchoolId }) };
  return { [field]: staff[field] };
}

/** Roles are the same when the same jobs go on at the same schools until the same days: what is over by tonight is history. */
function saysTheSame(field: PinnedField, a: Staff, b: Staff, today: LocalDate): boolean {
  if (field === "roles") return openJobs(a, today) === openJobs(b, today);
  return JSON.stringify(pinned(field, a)) === JSON.stringify(pinned(field, b));
}

function openJobs(staff: Pick<Staff, "roles">, today: LocalDate): string {
  const essence = ({ role, schoolId, isPrimary, endOn = "" }: RoleAssignment): string => [role, schoolId, isPrimary, endOn].join(" ");
  return rolesFrom(staff, addDays(today, 1)).map(essence).toSorted().join();
}
