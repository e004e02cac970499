import { describe, expect, it } from "vitest";
import type { AccessGrant, Context } from "../../functions/platform/context.ts";
import { AppError } from "../../functions/platform/errors.ts";
import { grant, isPermitted, requireAny, type Subject } from "../../functions/platform/grant.ts";
import { type AccessRole, jobPermissions, type JobName, type Permission, permissions } from "../../functions/platform/permissions.ts";

const me = "stf_me";
const roles: readonly AccessRole[] = ["staff", "coach", "schoolLeader", "districtLeader", "districtAdministrator"];
const grantOf = (role: AccessRole): AccessGrant => {
  if (role === "schoolLeader") return { role, schoolIds: ["sch_led"] };
  return role === "coach" ? { role, schoolIds: ["sch_other"] } : { role };
};
const contextOf = (grants: AccessGrant[]): Context => ({ actor: { kind: "person", staffId: me, name: "Me", grants } }) as Context;

/** Everyone and everything that a permission can be about, by how it stands to the person who asks. */
const subjects = {
  oneself: { kind: "self" },
  "oneself by id": { kind: "staff", staffId: me, coachId: undefined, schoolIds: ["sch_other"] },
  "someone I coach at another school": { kind: "staff", staffId: "stf_1", coachId: me, schoolIds: ["sch_other"] },
  "someone at the school I lead": { kind: "staff", staffId: "stf_2", coachId: "stf_9", schoolIds: ["sch_led"] },
  "someone at the school I lead and another": { kind: "staff", staffId: "stf_3", coachId: undefined, schoolIds: ["sch_other", "sch_led"] },
  "someone at another school": { kind: "staff", staffId: "stf_4", coachId: "stf_9", schoolIds: ["sch_other"] },
  "someone at no school": { kind: "staff", staffId: "stf_5", coachId: undefined, schoolIds: [] },
  "the school I lead": { kind: "school", schoolId: "sch_led" },
  "another school": { kind: "school", schoolId: "sch_other" },
  "the district": { kind: "district" },
} satisfies Record<string, Subject>;
type SubjectName = keyof typeof subjects;

type Reach = "self" | "caseload" | "school" | "schoolIWorkAt" | "district";
/** Whom each reach covers, written out by hand. */
const covered: Record<Reach, readonly SubjectName[]> = {
  self: ["oneself", "oneself by id"],
  caseload: ["oneself", "someone I coach at another school"],
  school: ["oneself", "someone at the school I lead", "someone at the school I lead and another", "the school I lead"],
  /** A coach's: the school as such, none of its people. */
  schoolIWorkAt: ["oneself", "another school"],
  district: Object.keys(subjects) as SubjectName[],
};

/** What nobody does to themselves, written out likewise. */
const neverOneself = new Set<Permission>([
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

/** Who may do what to whom, written out by hand rather than taken from the code. */
const expected: Record<Permission, Partial<Record<AccessRole, Reach>>> = {
  "profile:read": { staff: "self" },
  "learning:read": { staff: "self" },
  "learning:write": { staff: "self" },
  "apiKey:write": { districtAdministrator: "district" },
  "outsideBadge:read": { staff: "self", districtAdministrator: "district" },
  "outsideBadge:add": { staff: "self", districtAdministrator: "district" },
  "outsideBadge:decide": { districtAdministrator: "district" },
  "outsideBadge:check": { districtAdministrator: "district" },
  "content:write": { districtAdministrator: "district" },
  "reminder:read": { districtAdministrator: "district" },
  "reminder:write": { districtAdministrator: "district" },
  "mail:choose": { staff: "self" },
  "task:read": { districtAdministrator: "district" },
  "task:write": { districtAdministrator: "district" },
  "progress:read": {
    staff: "self",
    coach: "caseload",
    schoolLeader: "school",
    districtLeader: "district",
    districtAdministrator: "district",
  },
  "evidence:read": { staff: "self", coach: "caseload", schoolLeader: "school" },
  "evidence:review": { coach: "caseload", schoolLeader: "school" },
  "assignment:read": {
    staff: "self",
    coach: "caseload",
    schoolLeader: "school",
    districtLeader: "district",
    districtAdministrator: "district",
  },
  "assignment:write": { coach: "caseload", schoolLeader: "school", districtLeader: "district", districtAdministrator: "district" },
  "assignment:exempt": { schoolLeader: "school", districtLeader: "district", districtAdministrator: "district" },
  "extension:read": { coach: "caseload", schoolLeader: "school", districtLeader: "district" },
  "extension:decide": { coach: "caseload", schoolLeader: "school", districtLeader: "district" },
  "nudge:send": { coach: "caseload", schoolLeader: "school", districtLeader: "district" },
  "caseload:read": { coach: "self" },
  "certificate:read": {
    staff: "self",
    coach: "caseload",
    schoolLeader: "school",
    districtLeader: "district",
    districtAdministrator: "district",
  },
  "certificate:issue": {},
  "badge:issue": {},
  "badge:sign": {},
  "certificate:apply": { staff: "self" },
  "application:review": { coach: "district", districtLeader: "district" },
  "appeal:decide": { districtLeader: "district", districtAdministrator: "district" },
  "certification:write": { districtAdministrator: "district" },
  "portfolio:read": { staff: "self", coach: "caseload", districtLeader: "district" },
  "portfolio:write": { staff: "self" },
  "reference:ask": { staff: "self" },
  "reference:give": { staff: "self" },
  "calibration:rate": { staff: "self" },
  "observation:record": { coach: "caseload", districtLeader: "district" },
  "observation:takeBack": { coach: "caseload", districtLeader: "district", districtAdministrator: "district" },
  "piece:review": { coach: "district", districtLeader: "district" },
  "credit:read": {
    staff: "self",
    coach: "caseload",
    schoolLeader: "school",
    districtLeader: "district",
    districtAdministrator: "district",
  },
  "credit:write": { staff: "self" },
  "credit:queue": { coach: "caseload", districtAdministrator: "district" },
  "credit:approve": { coach: "caseload", districtAdministrator: "district" },
  "creditRule:write": { districtAdministrator: "district" },
  "credit:export": { districtAdministrator: "district" },
  "engagement:read": { schoolLeader: "school", districtLeader: "district", districtAdministrator: "district" },
  "engagement:district": { districtLeader: "district", districtAdministrator: "district" },
  "rule:read": { districtLeader: "district", districtAdministrator: "district" },
  "rule:write": { districtAdministrator: "district" },
  "roster:read": { districtAdministrator: "district" },
  "roster:write": { districtAdministrator: "district" },
  "coaching:assign": { districtLeader: "district", districtAdministrator: "district" },
  "audit:read": { districtAdministrator: "district" },
  "team:read": { coach: "schoolIWorkAt", schoolLeader: "school", districtLeader: "district", districtAdministrator: "district" },
  "team:write": { schoolLeader: "school", districtLeader: "district", districtAdministrator: "district" },
  "calendar:write": { districtAdministrator: "district" },
  "retention:write": { districtAdministrator: "district" },
  "retention:apply": {},
};

const everyPermission = Object.keys(permissions) as Permission[];
const cells = everyPermission.flatMap((permission) =>
  roles.flatMap((role) => (Object.keys(subjects) as SubjectName[]).map((subject) => ({ permission, role, subject }))),
);
const refusal = (work: () => unknown): AppError | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
};

describe("the authorization table", () => {
  it("lists every permission here, so that a new one is thought about twice", () => {
    expect(Object.keys(expected).toSorted(), "add the new permission to `expected` in this test").toEqual(everyPermission.toSorted());
  });

  it.each(cells)("$permission by $role on $subject is as written", ({ permission, role, subject }) => {
    const reach = expected[permission][role];
    const isAllowed =
      reach !== undefined && covered[reach].includes(subject) && !(neverOneself.has(permission) && subject.startsWith("oneself"));
    const ctx = contextOf([grantOf(role)]);
    expect(isPermitted(ctx, permission, subjects[subject])).toBe(isAllowed);
    const refused = refusal(() => grant(ctx, permission, subjects[subject]));
    if (isAllowed) expect(refused).toBeUndefined();
    else {
      // Who may do it to some but not to these is not told whether they exist; who may do it to nobody is told so.
      const isHidden = reach !== undefined && subjects[subject].kind !== "district" && subjects[subject].kind !== "self";
      expect(refused?.code).toBe(isHidden ? "not-found" : "not-allowed");
    }
    expect(refusal(() => requireAny(ctx, permission))?.code).toBe(reach === undefined ? "not-allowed" : undefined);
  });

  it("gives someone with several roles what any one of them gives, and nothing more", () => {
    const sets = roles.flatMap((a) => roles.map((b) => [a, b] as const));
    for (const [a, b] of sets)
      for (const permission of everyPermission)
        for (const subject of Object.values(subjects)) {
          const either =
            isPermitted(contextOf([grantOf(a)]), permission, subject) || isPermitted(contextOf([grantOf(b)]), permission, subject);
          expect(isPermitted(contextOf([grantOf(a), grantOf(b)]), permission, subject)).toBe(either);
        }
  });

  it("gives nothing to someone who holds no role", () => {
    for (const permission of everyPermission)
      for (const subject of Object.values(subjects)) expect(isPermitted(contextOf([]), permission, subject)).toBe(false);
  });

  it("lets a leader at one school who is plain staff at another see only the first", () => {
    const ctx = contextOf([{ role: "staff" }, { role: "schoolLeader", schoolIds: ["sch_a"] }]);
    const at = (schoolId: string): Subject => ({ kind: "staff", staffId: "stf_x", coachId: undefined, schoolIds: [schoolId] });
    for (const permission of [
      "progress:read",
      "evidence:read",
      "evidence:review",
      "assignment:write",
      "certificate:read",
      "nudge:send",
    ] as const) {
      expect(isPermitted(ctx, permission, at("sch_a"))).toBe(true);
      expect(isPermitted(ctx, permission, at("sch_b"))).toBe(false);
    }
    expect(isPermitted(ctx, "engagement:read", { kind: "school", schoolId: "sch_a" })).toBe(true);
    expect(isPermitted(ctx, "engagement:read", { kind: "school", schoolId: "sch_b" })).toBe(false);
    expect(isPermitted(ctx, "engagement:district", { kind: "district" })).toBe(false);
  });

  it("never lets a coach review their own work, even when the roster names them as their own coach", () => {
    const own: Subject = { kind: "staff", staffId: me, coachId: me, schoolIds: ["sch_other"] };
    expect(isPermitted(contextOf([{ role: "staff" }, { role: "coach" }]), "evidence:review", own)).toBe(false);
  });

  it("never lets a school leader review their own work, which they see among their school's", () => {
    const own: Subject = { kind: "staff", staffId: me, coachId: undefined, schoolIds: ["sch_led"] };
    expect(isPermitted(contextOf([{ role: "staff" }, grantOf("schoolLeader")]), "evidence:review", own)).toBe(false);
  });
});

describe("a job", () => {
  it.each(Object.keys(jobPermissions) as JobName[])(
    "%s may do what its name carries, everywhere in its district, and nothing else",
    (name) => {
      const ctx = { actor: { kind: "job", name } } as Context;
      for (const permission of everyPermission) {
        const isCarried = (jobPermissions[name] as readonly Permission[]).includes(permission);
        for (const subject of Object.values(subjects)) expect(isPermitted(ctx, permission, subject)).toBe(isCarried);
      }
    },
  );
});
