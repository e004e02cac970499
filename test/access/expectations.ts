import type { AccessRole } from "../../functions/platform/permissions.ts";
import { maplePeople, schoolIds } from "./world.ts";

/** How far a role reaches in one row of the authorization table. */
type Scope = "self" | "caseload" | "school" | "schoolOfWork" | "district";
type Row = Partial<Record<AccessRole, Scope>>;

/**
 * Who may do what to whom, written out by hand from the product's authorization table and never from the code.
 * Everyone signed in holds `staff`; a role adds to it.
 */
export const authorization = {
  "own profile and learning": { staff: "self" },
  "progress and assignments": {
    staff: "self",
    coach: "caseload",
    schoolLeader: "school",
    districtLeader: "district",
    districtAdministrator: "district",
  },
  assigning: { coach: "caseload", schoolLeader: "school", districtLeader: "district", districtAdministrator: "district" },
  exempting: { schoolLeader: "school", districtLeader: "district", districtAdministrator: "district" },
  "requests for time": { coach: "caseload", schoolLeader: "school", districtLeader: "district" },
  "deciding on time": { coach: "caseload", schoolLeader: "school", districtLeader: "district" },
  nudging: { coach: "caseload", schoolLeader: "school", districtLeader: "district" },
  evidence: { staff: "self", coach: "caseload", schoolLeader: "school" },
  "reviewing evidence": { coach: "caseload", schoolLeader: "school" },
  certificates: { staff: "self", coach: "caseload", schoolLeader: "school", districtLeader: "district", districtAdministrator: "district" },
  "reviewing applications": { coach: "district", districtLeader: "district" },
  "deciding appeals": { districtLeader: "district", districtAdministrator: "district" },
  "badges from elsewhere": { staff: "self", districtAdministrator: "district" },
  "deciding on badges from elsewhere": { districtAdministrator: "district" },
  "looking again at badges from elsewhere": { districtAdministrator: "district" },
  certifications: { districtAdministrator: "district" },
  recommendations: { staff: "self" },
  samples: { staff: "self" },
  portfolios: { staff: "self", coach: "caseload", districtLeader: "district" },
  observing: { coach: "caseload", districtLeader: "district" },
  "taking observations back": { coach: "caseload", districtLeader: "district", districtAdministrator: "district" },
  "reviewing pieces": { coach: "district", districtLeader: "district" },
  hours: { staff: "self", coach: "caseload", schoolLeader: "school", districtLeader: "district", districtAdministrator: "district" },
  "courses that wait": { coach: "caseload", districtAdministrator: "district" },
  "approving courses": { coach: "caseload", districtAdministrator: "district" },
  "what hours count for": { districtAdministrator: "district" },
  caseload: { coach: "self" },
  "a school's figures": { schoolLeader: "school", districtLeader: "district", districtAdministrator: "district" },
  "the district's figures": { districtLeader: "district", districtAdministrator: "district" },
  "reading rules": { districtLeader: "district", districtAdministrator: "district" },
  "writing rules": { districtAdministrator: "district" },
  "the district's content": { districtAdministrator: "district" },
  roster: { districtAdministrator: "district" },
  reminders: { districtAdministrator: "district" },
  "keys of other programs": { districtAdministrator: "district" },
  "long work": { districtAdministrator: "district" },
  "a school's teams": { coach: "schoolOfWork", schoolLeader: "school", districtLeader: "district", districtAdministrator: "district" },
  "naming to a school's teams": { schoolLeader: "school", districtLeader: "district", districtAdministrator: "district" },
  "the district's teams": { districtLeader: "district", districtAdministrator: "district" },
  "the district's calendar": { districtAdministrator: "district" },
  "how long evidence is kept": { districtAdministrator: "district" },
  "assigning coaches": { districtLeader: "district", districtAdministrator: "district" },
} as const satisfies Record<string, Row>;
export type RowName = keyof typeof authorization;

/** What nobody does to themselves. */
const neverOneself = new Set<RowName>([
  "reviewing evidence",
  "exempting",
  "deciding on time",
  "reviewing applications",
  "deciding appeals",
  "certifications",
  "deciding on badges from elsewhere",
  "observing",
  "taking observations back",
  "reviewing pieces",
  "approving courses",
]);

/** Whom or what a request is about, by how it stands to the person who asks. */
export const people = {
  oneself: undefined,
  "a colleague: coached by the coach, at the leader's school": maplePeople.colleague.id,
  "someone the coach coaches at another school": maplePeople.coachedOnly.id,
  "someone at the leader's school whom another coaches": maplePeople.schoolOnly.id,
  "someone at another school whom another coaches": maplePeople.stranger.id,
  "someone of another district": "stf_foreigner",
  nobody: "stf_none",
} as const;
export type PersonTarget = keyof typeof people;

export const schoolsAskedFor = {
  "the leader's school": schoolIds.alder,
  "another school": schoolIds.birch,
  "a school of another district": schoolIds.cedar,
  "no school": "sch_none",
} as const;
export type SchoolTarget = keyof typeof schoolsAskedFor;

const reachedPeople: Record<Scope, readonly PersonTarget[]> = {
  self: ["oneself"],
  caseload: ["a colleague: coached by the coach, at the leader's school", "someone the coach coaches at another school"],
  // The leader works at the school they lead, and so is one of its people.
  school: ["oneself", "a colleague: coached by the coach, at the leader's school", "someone at the leader's school whom another coaches"],
  schoolOfWork: [],
  district: [
    "oneself",
    "a colleague: coached by the coach, at the leader's school",
    "someone the coach coaches at another school",
    "someone at the leader's school whom another coaches",
    "someone at another school whom another coaches",
  ],
};
const reachedSchools: Record<Scope, readonly SchoolTarget[]> = {
  self: [],
  caseload: [],
  school: ["the leader's school"],
  // The coach works at the school that the leader does not lead.
  schoolOfWork: ["another school"],
  district: ["the leader's school", "another school"],
};

export type Outcome = "allowed" | 401 | 403 | 404;

/** The scopes that a role has in a row; every role is staff as well. */
function scopesOf(row: RowName, role: AccessRole): Scope[] {
  const byRole: Row = authorization[row];
  return [byRole.staff, byRole[role]].filter((scope) => scope !== undefined);
}

/** What must come of a request about a person. Outside one's reach is not found; without any reach it is not allowed. */
export function expectedForPerson(row: RowName, role: AccessRole | undefined, target: PersonTarget): Outcome {
  if (role === undefined) return 401;
  const scopes = scopesOf(row, role);
  if (scopes.length === 0) return 403;
  if (neverOneself.has(row) && target === "oneself") return 404;
  return scopes.some((scope) => reachedPeople[scope].includes(target)) ? "allowed" : 404;
}

/** What must come of a request about a school. */
export function expectedForSchool(row: RowName, role: AccessRole | undefined, target: SchoolTarget): Outcome {
  if (role === undefined) return 401;
  const scopes = scopesOf(row, role);
  if (scopes.length === 0) return 403;
  return scopes.some((scope) => reachedSchools[scope].includes(target)) ? "allowed" : 404;
}

/** What must come of a request about oneself or about the whole district. */
export function expectedForAll(row: RowName, role: AccessRole | undefined, about: "self" | "district"): Outcome {
  if (role === undefined) return 401;
  const scopes = scopesOf(row, role);
  if (about === "self") return scopes.length > 0 ? "allowed" : 403;
  return scopes.includes("district") ? "allowed" : 403;
}

const secrets = {
  stranger: maplePeople.stranger.familyName,
  coachedOnly: maplePeople.coachedOnly.familyName,
  schoolOnly: maplePeople.schoolOnly.familyName,
  colleague: maplePeople.colleague.familyName,
  foreigner: "Foreign",
};

/** Names that no answer to this role may hold: those of people outside its reach. */
export const namesHiddenFrom: Record<AccessRole, readonly string[]> = {
  staff: Object.values(secrets),
  coach: [secrets.stranger, secrets.schoolOnly, secrets.foreigner],
  schoolLeader: [secrets.stranger, secrets.coachedOnly, secrets.foreigner],
  districtLeader: [secrets.foreigner],
  districtAdministrator: [secrets.foreigner],
};
