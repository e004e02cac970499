import { modernAudience } from "../../functions/assignment/plain-audience.ts";
import type { Due, Target } from "../../functions/assignment/contract.ts";
import { RuleAudience } from "../../functions/assignment/rule-contract.ts";
import type { Rule, Source } from "../../functions/assignment/records.ts";
import type { Catalog, CatalogModule } from "../../functions/curriculum/content.ts";
import type { Enrollment } from "../../functions/learning/records.ts";
import type { JobRole, SchoolLevel } from "../../functions/roster/contract.ts";
import type { School, Staff } from "../../functions/roster/records.ts";

const moduleOf = (id: string, prerequisites: string[] = []): CatalogModule => ({
  id,
  hash: `${id}-1`,
  language: "en",
  title: `Module ${id}`,
  summary: "",
  minutes: 40,
  prerequisites,
  objectives: [],
  lessons: [
    { id: "a", title: "A", minutes: 10 },
    { id: "b", title: "B", minutes: 10 },
  ],
  check: { draw: 2, minutes: 8 },
  practice: { title: "Try", minutes: 12, accepts: ["text"] },
});

/** Three modules that build on one another and one that stands alone; a path of the first three. */
export const catalog: Catalog = {
  hash: "c",
  modules: [moduleOf("m1"), moduleOf("m2", ["m1"]), moduleOf("m3", ["m2"]), moduleOf("m9")],
  paths: [
    {
      id: "teacher",
      hash: "p",
      title: "Teacher path",
      role: "teacher",
      summary: "",
      modules: [
        { id: "m1", dueDays: 10 },
        { id: "m2", dueDays: 20 },
        { id: "m3", dueDays: 40 },
      ],
    },
    {
      id: "coach",
      hash: "q",
      title: "Coach path",
      role: "coach",
      summary: "",
      modules: [
        { id: "m1", dueDays: 5 },
        { id: "m9", dueDays: 60 },
      ],
    },
  ],
};

export const content = { "catalog.json": catalog };

/** The school year of the tests: two breaks, the first over two weekends. */
export const calendar = {
  yearStartsOn: "2026-08-17",
  yearEndsOn: "2027-06-11",
  breaks: [
    { name: "winter break", from: "2026-12-21", to: "2027-01-01" },
    { name: "spring break", from: "2027-04-05", to: "2027-04-09" },
  ],
};

export const schools = new Map<string, School>(
  [
    { id: "s1", name: "Lincoln", level: "elementary" as const },
    { id: "s2", name: "Harbor", level: "middle" as const },
  ].map((one) => [one.id, { ...one, sourcedId: one.id, isActive: true }]),
);

export const roleAt = (
  schoolId: string,
  role: Staff["roles"][number]["role"] = "teacher",
  more: Partial<Staff["roles"][number]> = {},
): Staff["roles"][number] => ({
  role,
  schoolId,
  isPrimary: true,
  beginOn: "2020-08-17",
  ...more,
});

/** A teacher who has worked here for years. */
export const person = (more: Partial<Staff> = {}): Staff => ({
  id: "stf_1",
  sourcedId: "u1",
  givenName: "Ana",
  familyName: "Ruiz",
  email: "ana@maple.example",
  status: "active",
  hiredOn: "2020-08-17",
  roles: [roleAt("s1")],
  isDistrictAdministrator: false,
  ...more,
});

export const path = (id = "teacher"): Target => ({ kind: "path", id });
export const module = (id: string): Target => ({ kind: "module", id });
export const fixed = (on: string): Due => ({ kind: "fixed", on });

export const sourceOf = (id: string, target: Target, due: Due, more: Partial<Source> = {}): Source => ({
  staffId: "stf_1",
  id,
  origin: { kind: "person", staffId: "stf_coach", name: "Jo Coach", assignmentId: id },
  target,
  due,
  anchorOn: "2026-09-01",
  anchor: "assigned",
  assignedAt: "2026-09-01T12:00:00.000Z",
  ...more,
});

/** Everyone in these roles, at these schools or levels only where some are named. */
export const audienceOf = (roles: JobRole[], more: { levels?: SchoolLevel[]; schoolIds?: string[] } = {}): RuleAudience =>
  RuleAudience.parse(modernAudience({ roles, ...more }));

export const ruleOf = (more: Partial<Rule> & { version?: number } = {}): Rule & { version: number } => ({
  id: "rul_1",
  name: "Teachers",
  audience: audienceOf(["teacher"]),
  target: path(),
  due: { kind: "paced" },
  effectiveFrom: "2026-08-17",
  isActive: true,
  rolesEver: ["teacher"],
  version: 1,
  ...more,
});

/** Where someone is in a module. */
export const progress = (
  moduleId: string,
  stage: "opened" | "oneLesson" | "learned" | "submitted" | "returned" | "completed",
): Enrollment => {
  const at = "2026-09-20T12:00:00.000Z";
  const isLearned = !["opened", "oneLesson"].includes(stage);
  const state = stage === "completed" ? "accepted" : stage === "submitted" || stage === "returned" ? stage : "none";
  return {
    staffId: "stf_1",
    moduleId,
    hash: `${moduleId}-1`,
    startedAt: at,
    lastActivityAt: at,
    lessons: isLearned ? { a: at, b: at } : stage === "oneLesson" ? { a: at } : {},
    check: { attempts: isLearned ? 1 : 0, seen: [], ...(isLearned && { passedAt: at, bestPercent: 100 }) },
    ...(isLearned && { contentCompletedAt: at }),
    practice: {
      state,
      submissions: state === "none" ? 0 : 1,
      ...(state !== "none" && { submittedAt: at, evidenceId: "evd_1" }),
      ...(state === "accepted" && { acceptedAt: at }),
    },
    ...(stage === "completed" && { completedAt: at }),
    creditMinutes: stage === "completed" ? 40 : 0,
  };
};
