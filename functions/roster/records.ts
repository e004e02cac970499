import * as z from "zod";
import { sha256 } from "../platform/ids.ts";
import { record } from "../platform/record.ts";
import { nameKey, nameList } from "./name-lists.ts";
import { JobRole, Leave, RoleAssignment, SchoolLevel, StaffStatus } from "./contract.ts";
import { ImportRecord } from "./import-contract.ts";
import { Pins } from "./person-contract.ts";
import { Seat, TeamPlan } from "./team-contract.ts";

export const School = z.object({
  id: z.string(),
  sourcedId: z.string(),
  name: z.string(),
  level: SchoolLevel,
  isActive: z.boolean(),
});
export type School = z.infer<typeof School>;

/** The district's schools: one short row each, read together. */
export const schools = record({
  type: "school",
  kind: "fact",
  schema: School,
  address: ({ id }) => ({ of: "", at: `S#${id}` }),
});

/** A person on the roster. Roles and schools are dated here; what they may do follows from them. */
export const Staff = z.object({
  id: z.string(),
  sourcedId: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  status: StaffStatus,
  hiredOn: z.iso.date(),
  /** The leave that is on, comes next or was last. */
  leave: Leave.optional(),
  /** Leaves that were over when the next one was recorded: they still moved the dates of their time. */
  earlierLeaves: z.array(Leave).optional(),
  roles: z.array(RoleAssignment),
  /** Access that no job role implies. */
  isDistrictAdministrator: z.boolean(),
  coachId: z.string().optional(),
  /** The employee group someone was put into by hand, whatever their job says. */
  employeeGroup: z.string().optional(),
  /** Where someone is listed while they hold no job role: the administrator at the district office. */
  homeSchoolId: z.string().optional(),
  /** The identity that was bound at the first sign-in; another of the same provider is refused. */
  identity: z.object({ issuerHash: z.string(), subject: z.string() }).optional(),
  /** The last day of work, where it is known before it comes: from the day after, the person has left. */
  lastDayOn: z.iso.date().optional(),
  /** What an administrator changed by hand: the roster leaves it alone and says beside it what it would have. */
  pins: Pins.optional(),
  /** Whose second account this was: everything in it is theirs now, and every later word of the roster about it too. */
  mergedInto: z.string().optional(),
  /** Who ended the employment of someone who left: the roster brings back only whom it sent away itself. */
  endedBy: z.enum(["roster", "person"]).optional(),
  /** Where the person comes from if not from OneRoster: `hr:` and the name of a personnel file. Only their own source ends people. */
  source: z.string().optional(),
  /** Content hash of the roster row last applied: an identical row changes nothing. */
  rosterHash: z.string().optional(),
  /** The audit row that tells of their coming, where it tells of several who came at once. */
  addedIn: z.string().optional(),
});
export type Staff = z.infer<typeof Staff>;

/** The partition that holds everything one person's pages need. */
export const staffPartition = (staffId: string): string => `U#${staffId}`;

export const staffRecords = record({
  type: "staff",
  kind: "fact",
  schema: Staff,
  address: ({ id }) => ({ of: staffPartition(id), at: "PROFILE" }),
  index1: (staff) => ({ of: nameList(staff.familyName), at: nameKey(staff) }),
  // What no expression asks for: a district's import writes a hundred thousand of these.
  packed: [
    "hiredOn",
    "leave",
    "earlierLeaves",
    "roles",
    "isDistrictAdministrator",
    "employeeGroup",
    "homeSchoolId",
    "identity",
    "lastDayOn",
    "pins",
    "mergedInto",
    "endedBy",
    "source",
    "rosterHash",
    "addedIn",
  ],
  // Sparse: the people of each coach.
  index2: ({ id, coachId, status }) => (coachId !== undefined && status !== "left" ? { of: `COACHED#${coachId}`, at: id } : undefined),
});

/** Another account that was merged into a person's; with what both were before, so that it can be taken back. */
export const Merge = z.object({
  id: z.string(),
  keptId: z.string(),
  duplicateId: z.string(),
  state: z.enum(["merging", "merged", "undoing", "undone"]),
  startedAt: z.iso.datetime(),
  byName: z.string(),
  keptBefore: Staff,
  keptAfter: Staff,
  duplicateBefore: Staff,
  /** The seats on teams that went over with the records. */
  seatIds: z.array(z.string()),
  /** Seats of either account that one seat of both says since, as they were. */
  seatsReplaced: z.array(Seat).default([]),
  /** Rows of the other account that are with the kept one now. */
  moved: z.number().int(),
});
export type Merge = z.infer<typeof Merge>;

/** With the person who was kept: their page and their timeline read it. The other account finds it by the index. */
export const merges = record({
  type: "merge",
  kind: "fact",
  schema: Merge,
  address: ({ keptId, id }) => ({ of: staffPartition(keptId), at: `MERGE#${id}` }),
  index2: ({ duplicateId, id }) => ({ of: givenUpList(duplicateId), at: id }),
});

/** The merges in which an account was given up, those that were taken back among them. */
export const givenUpList = (staffId: string): string => `GIVENUP#${staffId}`;

/** One row that a merge moved: what it was, what it took the place of, and what has become of it. */
export const MovedRow = z.object({
  mergeId: z.string(),
  /** Its place among the moved rows: the order in which they were moved. */
  place: z.string(),
  kind: z.string(),
  group: z.string(),
  /** The other account's row as it was. */
  source: z.record(z.string(), z.unknown()),
  /** Where it stands with the kept person, and at which version it was put there. */
  target: z.object({ PK: z.string(), SK: z.string(), version: z.number().int() }),
  /** The kept person's own row that stood there before. */
  replaced: z.record(z.string(), z.unknown()).optional(),
  /** `stayed`: something was done with it since, so both accounts have it after the merge was taken back. */
  state: z.enum(["moved", "restored", "stayed"]),
});
export type MovedRow = z.infer<typeof MovedRow>;

export const movedRows = record({
  type: "moved-row",
  kind: "fact",
  schema: MovedRow,
  address: ({ mergeId, place }) => ({ of: `MERGE#${mergeId}`, at: place }),
});

/** Who works at a school: the other side of a person's roles, written with them. */
export const members = record({
  type: "member",
  kind: "fact",
  schema: z.object({
    schoolId: z.string(),
    staffId: z.string(),
    name: z.string(),
    roles: z.array(JobRole),
    /** As on the person's own record, so that an import need not read everyone whose row has not changed. */
    rosterHash: z.string().optional(),
    source: z.string().optional(),
    isAdministrator: z.boolean().optional(),
  }),
  address: ({ schoolId, staffId }) => ({ of: `S#${schoolId}`, at: `MEMBER#${staffId}` }),
  // Sparse: who leads a school, so that nobody has to read everyone there to find out.
  index1: ({ schoolId, staffId, roles }) => (roles.includes("schoolAdministrator") ? { of: `LEADS#${schoolId}`, at: staffId } : undefined),
  // Sparse: the district's coaches, each once for every school they work at.
  index2: ({ schoolId, staffId, name, roles }) =>
    roles.includes("coach") ? { of: "COACHES", at: `${name}#${staffId}#${schoolId}` } : undefined,
});

/** One person per work e-mail; how a first sign-in finds its person. The address itself is not stored here. */
export const emailClaims = record({
  type: "email-claim",
  kind: "fact",
  /** `aliasOf`: the merged account whose address this was. */
  schema: z.object({ emailHash: z.string(), staffId: z.string(), aliasOf: z.string().optional() }),
  address: ({ emailHash }) => ({ of: `EMAIL#${emailHash}`, at: "U" }),
});

/** How an address is looked up: case and surrounding space do not matter. */
export const emailHash = (email: string): string => sha256(email.trim().toLowerCase());

/** One identity at one provider, bound to one person. */
export const identities = record({
  type: "identity",
  kind: "fact",
  scope: "global",
  schema: z.object({ issuerHash: z.string(), subject: z.string(), districtId: z.string(), staffId: z.string() }),
  address: ({ issuerHash, subject }) => ({ of: `IDENT#${issuerHash}#${subject}`, at: "ID" }),
});

export const importJobs = record({
  type: "import",
  kind: "fact",
  schema: ImportRecord,
  address: ({ id }) => ({ of: "IMP", at: id }),
});

/** Which import was let into the roster last: written with the word that lets it, so that two cannot be let in at once. */
export const importTurns = record({
  type: "import-turn",
  kind: "fact",
  schema: z.object({ importId: z.string() }),
  address: () => ({ of: "IMPTURN", at: "TURN" }),
});

/** A seat on a team, in its holder's own partition: rules and figures read it with everything else of the person. */
export const seats = record({
  type: "seat",
  kind: "fact",
  schema: Seat,
  address: ({ staffId, id }) => ({ of: staffPartition(staffId), at: `${seatPrefix}${id}` }),
});
export const seatPrefix = "SEAT#";

/** The same seat in the partition of the school whose team it is (or of the district's team); always written with it. */
export const teamMembers = record({
  type: "team-member",
  kind: "fact",
  schema: Seat.extend({ name: z.string() }),
  address: ({ place, id }) => ({ of: teamPartition(place), at: `${seatPrefix}${id}` }),
});

/** The partition of a place that has teams: the school's own. */
export const teamPartition = (place: string): string => `S#${place}`;

/** Which seats the district's teams have, once it decided otherwise than the defaults. */
export const teamPlans = record({
  type: "team-plans",
  kind: "fact",
  schema: z.object({ plans: z.array(TeamPlan) }),
  address: () => ({ of: "", at: "TEAMS" }),
});
