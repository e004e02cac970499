import * as z from "zod";
import { LocalDate } from "../platform/dates.ts";
import { JobRole, Leave, RoleAssignment, StaffStatus } from "./contract.ts";
import { districtsOwn } from "./calendar-rules.ts";
import { decisionFacts, isDecision } from "./timeline-decisions.ts";
import { PinnedField, type TimelineFact } from "./person-contract.ts";
import { districtTeams } from "./seats-contract.ts";
import { Seat } from "./team-contract.ts";

/** A row of the audit as far as a timeline looks at it. */
export type Audited = { action: string; before?: unknown; after?: unknown };

/**
 * What a timeline leaves out: each lesson and each answer is on the person's path, not in their record; what others were
 * told is theirs, as it is who would not recommend them; a request that goes with its person to another coach is no step of the
 * person's, nor is each night's look at a badge.
 */
const left =
  /^(lesson|attempt|evidence|evidence-file|module)\.|^reminder\.passedOn$|^extension\.moved$|^outside-badge\.checked$|^reference\.declined$/;
export const isInTimeline = ({ action }: Pick<Audited, "action">): boolean => !left.test(action);

/** The changes of a record that one click takes back, as long as nothing of the same was changed since. */
const undoable = new Set([
  "person.edited",
  "roles.changed",
  "person.transferred",
  "leave.recorded",
  "leave.ended",
  "person.suspended",
  "suspension.lifted",
  "employment.ended",
  "person.rehired",
  "edit.let-go",
]);
export const isUndoable = ({ action }: Pick<Audited, "action">): boolean => undoable.has(action);

/** What is read of a record in the audit: rows of old shapes too, so each part may be missing or unreadable. */
const Part = z.object({
  givenName: z.string().optional().catch(undefined),
  familyName: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  hiredOn: LocalDate.optional().catch(undefined),
  lastDayOn: LocalDate.optional().catch(undefined),
  status: StaffStatus.optional().catch(undefined),
  roles: z.array(RoleAssignment).optional().catch(undefined),
  leave: Leave.optional().catch(undefined),
  coachId: z.string().optional().catch(undefined),
  isDistrictAdministrator: z.boolean().optional().catch(undefined),
  pins: z.record(z.string(), z.unknown()).optional().catch(undefined),
  staffIds: z.array(z.string()).optional().catch(undefined),
  on: LocalDate.optional().catch(undefined),
  about: z.object({ kind: z.string(), field: PinnedField.optional() }).optional().catch(undefined),
  certificationId: z.string().optional().catch(undefined),
  expiresOn: LocalDate.optional().catch(undefined),
  otherId: z.string().optional().catch(undefined),
  otherName: z.string().optional().catch(undefined),
  moved: z.number().int().optional().catch(undefined),
  seats: z.number().int().optional().catch(undefined),
  seatsJoined: z.number().int().optional().catch(undefined),
  employeeGroup: z.string().optional().catch(undefined),
});
type Part = z.infer<typeof Part>;

const Line = z.object({
  id: z.string(),
  target: z.object({ kind: z.string(), id: z.string() }),
  origin: z.object({ kind: z.string(), ruleName: z.string().optional(), name: z.string().optional() }),
  endedOn: z.string().optional(),
  endReason: z.string().optional(),
});
type Line = z.infer<typeof Line>;

/** How ids of schools, people and groups of employees are said. */
export type Names = { school: (id: string) => string; person: (id: string) => string; group: (id: string) => string };

/** The facts that a row of the audit tells of the person it is about. */
export function factsOf(row: Audited, names: Names): TimelineFact[] {
  if (row.action.startsWith("seat.")) return seatFacts(row, names);
  if (isDecision(row)) return decisionFacts(row);
  if (row.action.startsWith("assignment.") || row.action === "rules.applied") return assignmentFacts(row);
  const before = Part.safeParse(row.before).data ?? {};
  const after = Part.safeParse(row.after).data ?? {};
  return [
    ...nameFacts(before, after),
    ...roleFacts(before, after, names),
    ...standingFacts(before, after),
    ...otherFacts(row, before, after, names),
  ];
}

function nameFacts(before: Part, after: Part): TimelineFact[] {
  const facts: TimelineFact[] = [];
  const full = (part: Part, other: Part): string =>
    `${part.givenName ?? other.givenName ?? ""} ${part.familyName ?? other.familyName ?? ""}`.trim();
  const isNew = before.givenName === undefined && before.familyName === undefined;
  if (!isNew && full(before, after) !== full(after, before))
    facts.push({ kind: "name", from: full(before, after), to: full(after, before) });
  if (before.email !== undefined && after.email !== undefined && before.email !== after.email)
    facts.push({ kind: "email", from: before.email, to: after.email });
  if (after.hiredOn !== undefined && before.hiredOn !== after.hiredOn)
    facts.push({ kind: "hiredOn", from: before.hiredOn ?? "", to: after.hiredOn });
  return facts;
}

/** Roles are told apart by job, school and first day; what is left of both sides is what began, ended or changed. */
function roleFacts(before: Part, after: Part, names: Names): TimelineFact[] {
  if (after.roles === undefined) return [];
  const earlier = new Map((before.roles ?? []).map((role) => [keyOf(role), role]));
  const facts: TimelineFact[] = [];
  const say = (kind: "roleBegan" | "roleEnded" | "roleChanged" | "roleRemoved", { role, schoolId }: RoleAssignment, on: string): void =>
    void facts.push({ kind, role, schoolName: names.school(schoolId), on });
  for (const role of after.roles) {
    const old = earlier.get(keyOf(role));
    earlier.delete(keyOf(role));
    if (!old) {
      say("roleBegan", role, role.beginOn);
      if (role.endOn !== undefined) say("roleEnded", role, role.endOn);
    } else if (role.endOn !== undefined && role.endOn !== old.endOn) say("roleEnded", role, role.endOn);
    else if (role.endOn !== old.endOn || role.isPrimary !== old.isPrimary || role.share !== old.share)
      say("roleChanged", role, role.beginOn);
  }
  for (const role of earlier.values()) say("roleRemoved", role, role.beginOn);
  return facts;
}

const keyOf = ({ role, schoolId, beginOn }: z.infer<typeof RoleAssignment>): string => [JobRole.parse(role), schoolId, beginOn].join(" ");

function standingFacts(before: Part, after: Part): TimelineFact[] {
  const facts: TimelineFact[] = [];
  if (after.status !== undefined && before.status !== undefined && before.status !== after.status)
    facts.push({ kind: "status", from: before.status, to: after.status });
  if (after.lastDayOn !== undefined && before.lastDayOn !== after.lastDayOn) facts.push({ kind: "lastDay", on: after.lastDayOn });
  const isSameLeave = before.leave?.from === after.leave?.from && before.leave?.to === after.leave?.to;
  if (after.leave && !isSameLeave) facts.push({ kind: "leave", ...after.leave });
  if (!after.leave && before.leave && before.status === undefined) facts.push({ kind: "leaveRemoved", ...before.leave });
  if (after.isDistrictAdministrator !== undefined && (before.isDistrictAdministrator ?? false) !== after.isDistrictAdministrator)
    facts.push({ kind: "administrator", isNow: after.isDistrictAdministrator });
  return facts;
}

function groupFact(group: string | undefined, names: Names): TimelineFact {
  if (group === undefined || group === districtsOwn) return { kind: "calendarGroup", isDistricts: group !== undefined };
  return { kind: "calendarGroup", name: names.group(group), isDistricts: false };
}

function mergeFacts({ seats = 0, seatsJoined = 0 }: Part): TimelineFact[] {
  return [
    ...(seats > 0 ? [{ kind: "seatsMoved" as const, count: seats }] : []),
    ...(seatsJoined > 0 ? [{ kind: "seatsJoined" as const, count: seatsJoined }] : []),
  ];
}

function otherFacts({ action }: Audited, before: Part, after: Part, names: Names): TimelineFact[] {
  const facts: TimelineFact[] = [];
  if (action === "coach.assigned") facts.push({ kind: "coach", ...(after.coachId !== undefined && { name: names.person(after.coachId) }) });
  if (action === "caseload.assigned") facts.push({ kind: "caseload", count: after.staffIds?.length ?? 0 });
  const added = PinnedField.options.filter((field) => after.pins?.[field] !== undefined && before.pins?.[field] === undefined);
  for (const field of added) facts.push({ kind: "pin", field });
  if (after.certificationId !== undefined && after.expiresOn !== undefined)
    facts.push({ kind: "certificate", certificationId: after.certificationId, expiresOn: after.expiresOn });
  if (action === "calendar.person-changed") facts.push(groupFact(after.employeeGroup, names));
  facts.push(...mergeFacts(after));
  if (after.otherId !== undefined && after.otherName !== undefined)
    facts.push({ kind: "account", staffId: after.otherId, name: after.otherName, ...(after.moved !== undefined && { rows: after.moved }) });
  return facts;
}

function assignmentFacts({ action, before, after }: Audited): TimelineFact[] {
  const earlier = new Map(linesIn(before).map((line) => [line.id, line]));
  return linesIn(after).flatMap((line): TimelineFact[] => {
    const old = earlier.get(line.id);
    const isEnded = line.endedOn !== undefined;
    if (isEnded && old?.endedOn !== undefined && action !== "assignment.waived") return [];
    const kind = action === "assignment.waived" ? "waived" : isEnded ? "unassigned" : old ? "reassigned" : "assigned";
    const origin = line.origin.ruleName ?? line.origin.name;
    return [
      {
        kind,
        target: line.target,
        ...(origin !== undefined && { origin }),
        ...(line.endReason !== undefined && { reason: line.endReason }),
      },
    ];
  });
}

function linesIn(part: unknown): Line[] {
  const all: unknown[] = Array.isArray(part) ? part : [part];
  return all.flatMap((one) => Line.safeParse(one).data ?? []);
}

/** A seat someone was named to or taken off; one that was taken off before it began is gone. */
function seatFacts({ action, before, after }: Audited, names: Names): TimelineFact[] {
  const seat = Seat.safeParse(after ?? before).data;
  if (!seat) return [];
  const { team, role, isBackup, place, from, until } = seat;
  const kind = action === "seat.named" ? "seatNamed" : after === undefined ? "seatRemoved" : "seatEnded";
  const where = place === districtTeams ? {} : { place: names.school(place) };
  return [{ kind, team, role, isBackup, ...where, from, ...(until !== undefined && { until }) }];
}

/** The people and schools whose names a row needs: the coaches. */
export function peopleNamedIn({ action, after }: Audited): string[] {
  const coachId = action === "coach.assigned" ? Part.safeParse(after).data?.coachId : undefined;
  return coachId === undefined ? [] : [coachId];
}
