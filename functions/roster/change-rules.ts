import { addDays, type LocalDate } from "../platform/dates.ts";
import { AppError } from "../platform/errors.ts";
import type { RoleAssignment } from "./contract.ts";
import type { PersonChange } from "./person-contract.ts";
import { withEditsPinned, withoutPin } from "./pin-rules.ts";
import type { School, Staff } from "./records.ts";
import { endedOn, fullName, leavesOf, statusOn, withLeave } from "./rules.ts";

/** Who makes a change, when, and the schools there are. */
export type ChangeContext = { by: string; at: string; today: LocalDate; schools: ReadonlyMap<string, Pick<School, "name" | "isActive">> };

type Of<Kind extends PersonChange["kind"]> = Extract<PersonChange, { kind: Kind }>;

/**
 * What a change makes of a person. Nothing that was learned is in it, and so nothing of that is touched. What the roster
 * also says (name, address, day of hire, roles) is marked as edited here. Refused in plain words where it makes no sense.
 */
export function changedStaff(before: Staff, change: PersonChange, ctx: ChangeContext): Staff {
  const name = fullName(before);
  if (before.mergedInto !== undefined) throw notReady(`This account was merged into another one. Change that one.`);
  const hasLeft = statusOn(before, ctx.today) === "left";
  if (hasLeft && !["edit", "rehire", "unpin", "end"].includes(change.kind))
    throw notReady(`${name} no longer works here. Bring them back first.`);
  const after = applied(before, change, ctx);
  if (change.kind === "end" && after.status === "left") return withoutRolesPin(after);
  return withEditsPinned(before, after, ctx);
}

/** Whoever has left holds no roles to be kept against the roster: it may bring them back with a role that begins later. */
function withoutRolesPin(staff: Staff): Staff {
  const { pins: { roles: _, ...others } = {}, ...rest } = staff;
  return Object.keys(others).length === 0 ? rest : { ...rest, pins: others };
}

function applied(before: Staff, change: PersonChange, ctx: ChangeContext): Staff {
  switch (change.kind) {
    case "edit": {
      const { givenName, familyName, email, hiredOn } = change;
      if (email !== "" && !/^[^\s@]+@[^\s@]+$/.test(email)) throw invalid("email", "This is not an e-mail address.");
      return { ...before, givenName, familyName, email, hiredOn };
    }
    case "roles":
      return {
        ...before,
        roles: [...history(before, ctx.today), ...stopped(before, change.roles, ctx.today), ...checked(change.roles, before, ctx)],
      };
    case "transfer":
      return transferred(before, change, ctx);
    case "leave":
      return onLeave(before, change);
    case "return":
      return returned(before, change);
    case "suspend":
      return { ...before, status: "suspended" };
    case "lift":
      if (before.status !== "suspended") throw notReady(`${fullName(before)} is not suspended.`);
      return { ...before, status: "active" };
    case "end":
      return departed(before, change.on, ctx.today);
    case "rehire":
      return rehired(before, change, ctx);
    case "unpin":
      return withoutPin(before, change.field);
  }
}

/** What was over before today: history, which no change of roles rewrites. */
function history(before: Staff, today: LocalDate): RoleAssignment[] {
  return before.roles.filter(({ endOn }) => endOn !== undefined && endOn < today);
}

/** Roles that had begun and are given no more: they ended yesterday, as history has to say that they were. */
function stopped(before: Staff, given: readonly RoleAssignment[], today: LocalDate): RoleAssignment[] {
  // The same job with a first day in the past corrects the day; from today on it is held anew, after it ended.
  const isGiven = (one: RoleAssignment): boolean =>
    given.some(({ role, schoolId, beginOn }) => role === one.role && schoolId === one.schoolId && beginOn < today);
  return before.roles
    .filter((one) => one.beginOn < today && (one.endOn === undefined || one.endOn >= today) && !isGiven(one))
    .map((one) => ({ ...one, isPrimary: false, endOn: addDays(today, -1) }));
}

/** Roles as they may stand: at schools there are, ending after they begin, one of them primary. */
function checked(roles: readonly RoleAssignment[], before: Staff, { schools }: ChangeContext): RoleAssignment[] {
  for (const { schoolId, beginOn, endOn } of roles) {
    // A role that is held at a school which closed may stand; a new one may not be given there.
    if (!before.roles.some((one) => one.schoolId === schoolId)) requireSchool(schools, schoolId, "roles");
    if (endOn !== undefined && endOn < beginOn) throw invalid("roles", "A role must end on or after the day it begins.");
  }
  const primary = Math.max(
    roles.findIndex(({ isPrimary }) => isPrimary),
    0,
  );
  const schoolId = roles[primary]?.schoolId;
  // At one school several may be primary, one after the other; at two, the first of them decides.
  return roles.map((one, i) => ({ ...one, isPrimary: i === primary || (one.isPrimary && one.schoolId === schoolId) }));
}

/** From the day, the duty is at the other school; what was before it stays where it was. */
function transferred(before: Staff, { fromSchoolId, toSchoolId, on }: Of<"transfer">, { schools }: ChangeContext): Staff {
  requireSchool(schools, toSchoolId, "toSchoolId");
  if (fromSchoolId === toSchoolId) throw invalid("toSchoolId", "Choose another school than the one they come from.");
  const goesOn = (one: RoleAssignment): boolean => one.schoolId === fromSchoolId && (one.endOn === undefined || one.endOn >= on);
  if (!before.roles.some(goesOn)) {
    // Said twice, it is done already.
    if (before.roles.some(({ schoolId, beginOn }) => schoolId === toSchoolId && beginOn === on)) return before;
    throw notReady(`${fullName(before)} holds no role at that school on that day.`);
  }
  const roles = before.roles.flatMap((one): RoleAssignment[] => {
    if (!goesOn(one)) return [one];
    if (one.beginOn >= on) return [{ ...one, schoolId: toSchoolId }];
    return [
      { ...one, endOn: addDays(on, -1) },
      { ...one, schoolId: toSchoolId, beginOn: on },
    ];
  });
  return { ...before, roles, ...(before.homeSchoolId === fromSchoolId && { homeSchoolId: toSchoolId }) };
}

function onLeave(before: Staff, { from, to }: Of<"leave">): Staff {
  if (to !== undefined && to < from) throw invalid("to", "The leave must end on or after the day it begins.");
  const { leave } = before;
  if (leave && to !== undefined && to < leave.from)
    throw notReady(`A leave from ${leave.from} is on record already. Enter that one's end first, or record this one after it.`);
  return withLeave(before, { from, ...(to !== undefined && { to }) });
}

/**
 * Back at work on a day: the leave that it lies in ended the day before, and one that is planned for later stays. Back on a leave's
 * first day, or before one that is yet to come, there is none.
 */
function returned(before: Staff, { on }: Of<"return">): Staff {
  const { leave: _, earlierLeaves: __, ...rest } = before;
  const all = leavesOf(before);
  const over = all.find(({ to }) => to === undefined || to >= on);
  if (!over) throw notReady(`${fullName(before)} is not on leave on that day.`);
  const leaves = all.flatMap((one) => (one !== over ? [one] : on > one.from ? [{ from: one.from, to: addDays(on, -1) }] : []));
  const last = leaves.at(-1);
  return { ...rest, ...(last && { leave: last }), ...(leaves.length > 1 && { earlierLeaves: leaves.slice(0, -1) }) };
}

function departed(before: Staff, on: LocalDate, today: LocalDate): Staff {
  if (before.status === "left") return before;
  if (on < before.hiredOn) throw invalid("on", "The last day cannot be before the day of hire.");
  // A last day that is put off before it came takes the roles along that would have ended with it.
  const planned = before.lastDayOn !== undefined && before.lastDayOn >= today ? before.lastDayOn : undefined;
  const roles = before.roles.map((one) => (planned !== undefined && one.endOn === planned ? { ...one, endOn: on } : one));
  const { lastDayOn: _, ...staff } = endedOn({ ...before, roles }, on);
  return on <= today ? { ...staff, status: "left", endedBy: "person" } : { ...staff, lastDayOn: on };
}

/** Someone who left is back: roles begin anew, and so does their time to arrive; all they learned and held is still theirs. */
function rehired(before: Staff, { on, roles }: Of<"rehire">, ctx: ChangeContext): Staff {
  if (statusOn(before, ctx.today) !== "left") throw notReady(`${fullName(before)} works here. Change their roles instead.`);
  if (roles.some(({ beginOn }) => beginOn < on)) throw invalid("roles", "No role can begin before the day they are back.");
  const { endedBy: _, lastDayOn: __, ...rest } = before;
  return { ...rest, status: "active", hiredOn: on, roles: [...before.roles, ...checked(roles, before, ctx)] };
}

function requireSchool(schools: ChangeContext["schools"], schoolId: string, field: string): void {
  if (schools.get(schoolId)?.isActive !== true) throw invalid(field, "Choose one of your district's schools.");
}

function notReady(detail: string): AppError {
  return new AppError("not-ready", `${detail} Nothing was changed.`);
}

function invalid(field: string, message: string): AppError {
  return new AppError("invalid-input", `${message} Nothing was changed.`, { fields: [{ path: `json.change.${field}`, message }] });
}
