import * as z from "zod";

/** What a person does, and so what they learn (docs/domain.md, role paths). */
export const JobRole = z.enum([
  "teacher",
  "interventionist",
  "specialEducator",
  "counselor",
  "psychologist",
  "paraprofessional",
  "schoolAdministrator",
  "coach",
  "districtLeader",
  "dataCoordinator",
]);
export type JobRole = z.infer<typeof JobRole>;

export const SchoolLevel = z.enum(["elementary", "middle", "high", "district"]);
export type SchoolLevel = z.infer<typeof SchoolLevel>;

/** A job at a school from one local date to another; without an end it goes on. */
export const RoleAssignment = z.object({
  role: JobRole,
  schoolId: z.string(),
  isPrimary: z.boolean(),
  beginOn: z.iso.date(),
  endOn: z.iso.date().optional(),
  /** Which part of full-time work it is: 0.6. For the record; nothing is computed from it. */
  share: z.number().positive().max(1).optional(),
});
export type RoleAssignment = z.infer<typeof RoleAssignment>;

/** `left`: no longer works here. Leave is a dated stretch, not a status: it ends by itself. */
export const StaffStatus = z.enum(["active", "suspended", "left"]);

export const Leave = z.object({ from: z.iso.date(), to: z.iso.date().optional() });
export type Leave = z.infer<typeof Leave>;

export const SchoolView = z.object({ id: z.string(), name: z.string(), level: SchoolLevel });
export type SchoolView = z.infer<typeof SchoolView>;

/** A person as those who support them see them. */
export const PersonView = z.object({
  id: z.string(),
  name: z.string(),
  status: StaffStatus,
  isOnLeave: z.boolean(),
  roles: z.array(z.object({ role: JobRole, schoolId: z.string(), schoolName: z.string(), isPrimary: z.boolean() })),
  coach: z.object({ id: z.string(), name: z.string() }).optional(),
});
export type PersonView = z.infer<typeof PersonView>;

/** Who is signed in and what their navigation offers. */
export const SessionView = z.object({
  staffId: z.string(),
  name: z.string(),
  district: z.object({ id: z.string(), name: z.string(), zone: z.string() }),
  today: z.iso.date(),
  access: z.array(z.enum(["staff", "coach", "schoolLeader", "districtLeader", "districtAdministrator"])),
  /** The schools a school leader leads. */
  schools: z.array(SchoolView),
});
export type SessionView = z.infer<typeof SessionView>;

/** A coach, where they work and how many people they coach. */
export const CoachView = z.object({ id: z.string(), name: z.string(), schools: z.array(SchoolView), caseload: z.number() });
export type CoachView = z.infer<typeof CoachView>;

/** The coaches, and how many of the people on the roster today are with none of them. */
export const CoachesPage = z.object({ coaches: z.array(CoachView), withoutCoach: z.number() });
export type CoachesPage = z.infer<typeof CoachesPage>;

/** One page of people; `next` is passed back as `cursor` for the one after it. */
export const PeoplePage = z.object({ people: z.array(PersonView.extend({ rosterId: z.string() })), next: z.string().optional() });
export type PeoplePage = z.infer<typeof PeoplePage>;

/** People by the beginning of their family name, or the people of a school. */
export const PeopleQuery = z.object({
  name: z.string().trim().max(100).optional(),
  schoolId: z.string().optional(),
  cursor: z.string().max(2_000).optional(),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

/** The people a coach is given. */
export const CaseloadChange = z.object({ staffIds: z.array(z.string()).min(1, "Choose at least one person.").max(500) });
export const CaseloadChanged = z.object({ coachId: z.string(), assigned: z.number() });
export type CaseloadChanged = z.infer<typeof CaseloadChanged>;
