import * as z from "zod";
import { SeatRole, TeamKind } from "./team-contract.ts";
import { JobRole, Leave, RoleAssignment, StaffStatus } from "./contract.ts";

/** An edit by hand: who made it, when, and what the roster says instead. */
function pinOf<Schema extends z.ZodType>(value: Schema) {
  return z.object({ by: z.string(), at: z.iso.datetime(), rosterSays: value }).optional();
}

const Name = z.object({ givenName: z.string(), familyName: z.string() });

/** What was edited here and is kept against the roster until the roster says the same, or someone lets go of it. */
export const Pins = z.object({
  name: pinOf(Name),
  email: pinOf(z.string()),
  hiredOn: pinOf(z.iso.date()),
  roles: pinOf(z.array(RoleAssignment)),
});
export type Pins = z.infer<typeof Pins>;

export const PinnedField = z.enum(["name", "email", "hiredOn", "roles"]);
export type PinnedField = z.infer<typeof PinnedField>;

const day = z.iso.date();
const jobs = z.array(RoleAssignment).min(1, "Give at least one role.").max(20);

/** One thing an administrator does to a person's record, in the district's words. Days are the first on which it holds. */
export const PersonChange = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("edit"),
    givenName: z.string().trim().min(1, "Give a first name.").max(100),
    familyName: z.string().trim().min(1, "Give a family name.").max(100),
    email: z.string().trim().max(200),
    hiredOn: day,
  }),
  /** All roles from today on, those to come too; what is over stays as history. */
  z.object({ kind: z.literal("roles"), roles: jobs }),
  z.object({ kind: z.literal("transfer"), fromSchoolId: z.string(), toSchoolId: z.string(), on: day }),
  z.object({ kind: z.literal("leave"), from: day, to: day.optional() }),
  z.object({ kind: z.literal("return"), on: day }),
  z.object({ kind: z.literal("suspend") }),
  z.object({ kind: z.literal("lift") }),
  /** `on` is the last day of work. */
  z.object({ kind: z.literal("end"), on: day }),
  z.object({ kind: z.literal("rehire"), on: day, roles: jobs }),
  /** What the roster says holds again. */
  z.object({ kind: z.literal("unpin"), field: PinnedField }),
]);
export type PersonChange = z.infer<typeof PersonChange>;

/** A change to the record as it was read; refused when someone else has changed it since. */
export const ChangeRequest = z.object({ version: z.number().int(), change: PersonChange });
export const ChangeTrial = z.object({ change: PersonChange });
/** The record as it is then: read it again. */
export const ChangeResult = z.object({ id: z.string(), version: z.number().int() });

/** A role as the person's page shows it: over, held today, or to come. */
export const RoleView = RoleAssignment.extend({ schoolName: z.string(), when: z.enum(["past", "now", "coming"]) });
export type RoleView = z.infer<typeof RoleView>;

/** A day on which something changes by itself, as the record stands today. */
export const Coming = z.object({
  on: day,
  what: z.enum(["roleBegins", "roleEnds", "leaveBegins", "leaveEnds", "lastDay"]),
  role: JobRole.optional(),
  schoolName: z.string().optional(),
});
export type Coming = z.infer<typeof Coming>;

/** Another account that was merged into this one, and how far that is. */
export const MergeView = z.object({
  id: z.string(),
  state: z.enum(["merging", "merged", "undoing", "undone"]),
  staffId: z.string(),
  name: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  /** Rows of the other account that are with this one now. */
  moved: z.number().int(),
});
export type MergeView = z.infer<typeof MergeView>;

/** A person's whole record, for administrators. */
export const PersonRecord = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  rosterId: z.string(),
  status: StaffStatus,
  isOnLeave: z.boolean(),
  hiredOn: day,
  lastDayOn: day.optional(),
  roles: z.array(RoleView),
  leaves: z.array(Leave),
  coach: z.object({ id: z.string(), name: z.string() }).optional(),
  /** How many people have this person as their coach. */
  caseload: z.number().int(),
  isDistrictAdministrator: z.boolean(),
  pins: z.array(z.object({ field: PinnedField, by: z.string(), at: z.iso.datetime(), rosterSays: z.string(), roles: z.array(RoleView) })),
  coming: z.array(Coming),
  mergedInto: z.object({ id: z.string(), name: z.string() }).optional(),
  merges: z.array(MergeView),
});
export type PersonRecord = z.infer<typeof PersonRecord>;

/** A thing to know before a change is made; it hinders nothing. */
export const ChangeNote = z.enum(["sharesNotWhole", "coachElsewhere", "coachesOthers", "losesLeadership", "losesAdministration"]);
export type ChangeNote = z.infer<typeof ChangeNote>;

const TimelineTarget = z.object({ kind: z.string(), id: z.string() });

/** One fact of a step in a person's timeline; the browser says it in words. */
export const TimelineFact = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("name"), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal("email"), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal("hiredOn"), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal("status"), from: StaffStatus, to: StaffStatus }),
  z.object({ kind: z.literal("lastDay"), on: day }),
  z.object({ kind: z.enum(["roleBegan", "roleEnded", "roleChanged", "roleRemoved"]), role: JobRole, schoolName: z.string(), on: day }),
  z.object({ kind: z.enum(["leave", "leaveRemoved"]), from: day, to: day.optional() }),
  z.object({ kind: z.literal("coach"), name: z.string().optional() }),
  z.object({ kind: z.literal("caseload"), count: z.number().int() }),
  z.object({ kind: z.literal("pin"), field: PinnedField }),
  z.object({ kind: z.literal("administrator"), isNow: z.boolean() }),
  /** Something to learn, or no more: a path or a module, and the rule or the person behind it. */
  z.object({
    kind: z.enum(["assigned", "unassigned", "waived", "reassigned"]),
    target: TimelineTarget,
    origin: z.string().optional(),
    reason: z.string().optional(),
  }),
  /** A seat on a team; without a place it is the district's. `removed`: the naming had not begun. */
  z.object({
    kind: z.enum(["seatNamed", "seatEnded", "seatRemoved"]),
    team: TeamKind,
    role: SeatRole,
    isBackup: z.boolean(),
    place: z.string().optional(),
    from: day,
    until: day.optional(),
  }),
  z.object({ kind: z.enum(["seatsMoved", "seatsJoined"]), count: z.number().int() }),
  /** The group of employees whose contract calendar someone works by, or the district's own; without either, that of their job again. */
  z.object({ kind: z.literal("calendarGroup"), name: z.string().optional(), isDistricts: z.boolean() }),
  /** What someone learned elsewhere and is not asked for again. */
  z.object({ kind: z.literal("priorLearning"), target: TimelineTarget, on: day.optional() }),
  /** A wish for another date, or that date given. */
  z.object({ kind: z.literal("moreTime"), target: TimelineTarget, on: day.optional() }),
  z.object({ kind: z.literal("certificate"), certificationId: z.string(), expiresOn: day }),
  z.object({ kind: z.literal("account"), staffId: z.string(), name: z.string(), rows: z.number().int().optional() }),
]);
export type TimelineFact = z.infer<typeof TimelineFact>;

/** A step in a person's timeline: what was done, by whom and when, with the facts of it. */
export const TimelineEntry = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  /** The person who did it; left out for what Throughline did by itself, of which `job` names the part. */
  by: z.object({ id: z.string(), name: z.string() }).optional(),
  job: z.string().optional(),
  action: z.string(),
  facts: z.array(TimelineFact),
  /** The account it happened to, where that is not this one: it was merged into this one later. */
  ofAccount: z.string().optional(),
  isUndoable: z.boolean(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const TimelinePage = z.object({ entries: z.array(TimelineEntry), next: z.string().optional() });
export type TimelinePage = z.infer<typeof TimelinePage>;
export const TimelineQuery = z.object({ cursor: z.string().max(200).optional() });
/** Names a step of the timeline that is to be taken back. */
export const UndoRequest = z.object({ entryId: z.string().max(200) });
/** Names the account that is given up. */
export const MergeRequest = z.object({ duplicateId: z.string() });
