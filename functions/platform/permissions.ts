import * as z from "zod";
import type { ApiScope } from "./contract.ts";

/** What a person may open, beyond their own learning. Job roles say what they must learn; these say what they may do. */
export const AccessRole = z.enum(["staff", "coach", "schoolLeader", "districtLeader", "districtAdministrator"]);
export type AccessRole = z.infer<typeof AccessRole>;

/** How far a permission reaches: oneself, the people one coaches, one's schools, the district. */
export type Reach = "self" | "caseload" | "school" | "district";

type ByRole = Partial<Record<AccessRole, Reach>>;

const everyone: ByRole = { staff: "self" };
const supporters: ByRole = { coach: "caseload", schoolLeader: "school", districtLeader: "district" };
const district: ByRole = { districtLeader: "district", districtAdministrator: "district" };
const administrator: ByRole = { districtAdministrator: "district" };

/** The authorization table: which role may do what, and to whom. A person holds the union of their roles. */
export const permissions = {
  /** One's own name, roles and schools. */
  "profile:read": everyone,
  /** Lessons, checks and practice of one's own. */
  "learning:read": everyone,
  "learning:write": everyone,
  /** Where another person stands on their path; never answers or evidence. */
  "progress:read": { ...everyone, ...supporters, districtAdministrator: "district" },
  /** The content of evidence: the person, their coach, their school's leader. District leaders see counts alone. */
  "evidence:read": { ...everyone, coach: "caseload", schoolLeader: "school" },
  "evidence:review": { coach: "caseload", schoolLeader: "school" },
  "assignment:read": { ...everyone, ...supporters, districtAdministrator: "district" },
  "assignment:write": { ...supporters, districtAdministrator: "district" },
  /** Exempting someone, and counting what they learned elsewhere. */
  "assignment:exempt": { schoolLeader: "school", districtLeader: "district", districtAdministrator: "district" },
  /** The requests for more time that wait for oneself. */
  "extension:read": supporters,
  /** Giving someone more time, or not. */
  "extension:decide": supporters,
  "nudge:send": supporters,
  /** What the district reminds people of, and what it would mail. */
  "reminder:read": administrator,
  "reminder:write": administrator,
  /** Which reminders one gets oneself. */
  "mail:choose": everyone,
  "caseload:read": { coach: "self" },
  "certificate:read": { ...everyone, ...supporters, districtAdministrator: "district" },
  "certificate:issue": {},
  /** Freezing what a certificate says as a badge, and signing it. */
  "badge:issue": {},
  "badge:sign": {},
  /** Badges that others issued: one's own; anyone's, for administrators, who decide what they count for and look again. */
  "outsideBadge:read": { ...everyone, districtAdministrator: "district" },
  "outsideBadge:add": { ...everyone, districtAdministrator: "district" },
  "outsideBadge:decide": administrator,
  "outsideBadge:check": administrator,
  /** Handing in what was done for a certificate, appealing, and who may see a certificate by its link. */
  "certificate:apply": everyone,
  /** Reviewing what others handed in, wherever in the district; never one's evaluation, which no permission here is about. */
  "application:review": { coach: "district", districtLeader: "district" },
  /** Deciding an appeal: someone who had no part in what is appealed. */
  "appeal:decide": { ...district },
  /** What certificates ask for; issuing by exception, suspending, revoking, entering history. */
  "certification:write": administrator,
  /** Observations and pieces of one's own; another's, for those who support them and do not evaluate them. */
  "portfolio:read": { ...everyone, coach: "caseload", districtLeader: "district" },
  /** Handing in pieces of one's own work. */
  "portfolio:write": everyone,
  /** Looking for colleagues, asking them for a recommendation and reading one's own. */
  "reference:ask": everyone,
  /** Answering what one was asked oneself. */
  "reference:give": everyone,
  /** Rating samples and being compared with others who did. */
  "calibration:rate": everyone,
  /** Observing at work for a certificate: never those who evaluate, so no school leader. */
  "observation:record": { coach: "caseload", districtLeader: "district" },
  /** Taking an observation back: its observer, or an administrator. */
  "observation:takeBack": { coach: "caseload", ...district },
  /** Reviewing pieces; a coach of others reviews coaching cycles alone. */
  "piece:review": { coach: "district", districtLeader: "district" },
  /** Hours, the credits behind them and the courses taken elsewhere. */
  "credit:read": { ...everyone, ...supporters, districtAdministrator: "district" },
  /** Entering courses taken elsewhere, and when one's cycles began. */
  "credit:write": everyone,
  /** The courses taken elsewhere that wait for oneself. */
  "credit:queue": { coach: "caseload", districtAdministrator: "district" },
  /** Approving a course that someone took elsewhere, or sending it back. */
  "credit:approve": { coach: "caseload", districtAdministrator: "district" },
  /** What hours are counted for: units, rounding, cycles. */
  "creditRule:write": administrator,
  /** Everyone's credit as a file, for an audit. */
  "credit:export": administrator,
  "engagement:read": { schoolLeader: "school", districtLeader: "district", districtAdministrator: "district" },
  "engagement:district": district,
  "rule:read": district,
  "rule:write": administrator,
  /** The district's own editions of modules, its local modules and its library. */
  "content:write": administrator,
  "roster:read": administrator,
  "roster:write": administrator,
  "coaching:assign": district,
  /** Teams and who sits on them: their school's for leaders and, to read, for coaches; which seats there are, for the district. */
  "team:read": { coach: "school", schoolLeader: "school", ...district },
  "team:write": { schoolLeader: "school", ...district },
  /** How long evidence is kept, and emptying what is over. */
  "retention:write": administrator,
  "retention:apply": {},
  /** School years, contract days and employee groups. */
  "calendar:write": administrator,
  /** Keys by which other programs of the district read. */
  "apiKey:write": administrator,
  "audit:read": { districtAdministrator: "district" },
  /** Long work in the background, of whatever kind: following it, stopping it, letting it go on. */
  "task:read": administrator,
  "task:write": administrator,
} as const satisfies Record<string, ByRole>;

export type Permission = keyof typeof permissions;

/** What nobody may do to themselves, whatever their roles: a leader's own evidence is reviewed by someone else. */
export const neverOneself: ReadonlySet<Permission> = new Set<Permission>([
  "evidence:review",
  "assignment:exempt",
  "extension:decide",
  "application:review",
  "appeal:decide",
  "certification:write",
  "outsideBadge:decide",
  "observation:record",
  "observation:takeBack",
  "piece:review",
  "credit:approve",
]);

/** What a key may be used for, by its scope: reading, and only what has nobody's name in it. */
export const scopePermissions = {
  figures: ["engagement:district"],
} as const satisfies Record<ApiScope, readonly Permission[]>;

/** What each job may do, everywhere in its district. A job is an actor like any other: it is named in the audit. */
export const jobPermissions = {
  setup: ["roster:write"],
  "roster-import": ["roster:write"],
  "account-merge": ["roster:write"],
  assignment: ["assignment:write"],
  certification: ["certificate:issue"],
  badges: ["badge:issue", "badge:sign", "outsideBadge:check"],
  /** Makes files of everyone's credit. */
  credit: ["credit:export"],
  engagement: ["engagement:read", "engagement:district"],
  /** Sends what stands in the outbox, and keeps what the links in mails ask for. */
  mail: ["nudge:send", "mail:choose"],
  reminders: ["nudge:send"],
  /** Does long work with the permissions of the kind of work alone. */
  work: [],
  /** Empties evidence whose time is over. */
  retention: ["retention:apply"],
  /** Compares what stands with what follows from the facts, and makes derived rows anew. */
  check: ["engagement:read"],
} as const satisfies Record<string, readonly Permission[]>;

export type JobName = keyof typeof jobPermissions;
