import type { OutsideInput } from "../../functions/credit/contract.ts";
import { newEnrollment } from "../../functions/learning/rules.ts";
import { enrollments, moduleEvaluations } from "../../functions/learning/records.ts";
import { commit } from "../../functions/platform/commit.ts";
import type { AccessGrant } from "../../functions/platform/context.ts";
import type { Permission } from "../../functions/platform/permissions.ts";
import { members, schools, type Staff, staffRecords } from "../../functions/roster/records.ts";
import { membershipsOf, subjectOf } from "../../functions/roster/rules.ts";
import { personOf } from "../learning/world.ts";
import { openMemoryStore } from "../support/store.ts";

export const today = "2026-11-02";
export const staffId = "stf_teacher";

/** A course as a person enters it. */
export const course = (change: Partial<OutsideInput> = {}): OutsideInput => ({
  title: "Reading instruction that works",
  provider: "State University",
  completedOn: "2026-09-12",
  minutes: 180,
  evidence: "Certificate of attendance, on paper.",
  noStudentData: true,
  ...change,
});

/** A store with a teacher, their coach, another coach and an administrator; `completes` writes a completion as learning does. */
export async function openCreditWorld() {
  const store = await openMemoryStore({});
  const setup = () => store.job("setup", "roster:write");
  const put = async (staff: Staff): Promise<Staff> => {
    const lists = membershipsOf(staff, today).map((one) => members.overwrite(one));
    const writes = [staffRecords.put({ ...staff, version: 0 }), ...lists];
    await commit(setup(), { action: "staff.added", subject: `staff:${staff.id}`, writes, result: null });
    return staff;
  };
  const school = { id: "sch_1", sourcedId: "s1", name: "Alder School", level: "elementary" as const, isActive: true, version: 0 };
  await commit(setup(), { action: "school.added", subject: "school:sch_1", writes: [schools.put(school)], result: null });
  const teacher = await put(personOf(staffId, { coachId: "stf_coach" }));
  for (const id of ["stf_coach", "stf_other", "stf_admin"]) await put(personOf(id, { coachId: "stf_nobody" }));
  const coaching: AccessGrant[] = [{ role: "staff" }, { role: "coach" }];
  const administering: AccessGrant[] = [{ role: "staff" }, { role: "districtAdministrator" }];
  return {
    ...store,
    put,
    teacher,
    coaching,
    administering,
    owner: (id = staffId, idempotencyKey?: string) =>
      store.as("credit:write", { staffId: id, ...(idempotencyKey !== undefined && { idempotencyKey }) }),
    reader: (id = staffId) => store.as("credit:read", { staffId: id }),
    approver: (id: string, grants = coaching, about: Staff = teacher) =>
      store.as("credit:approve", { staffId: id, name: `Name of ${id}`, grants }, subjectOf(about, today)),
    queueOf: (id: string, grants = coaching) => store.as("credit:queue", { staffId: id, grants }),
    administrator: <P extends Permission>(permission: P) =>
      store.as(permission, { staffId: "stf_admin", name: "Sam", grants: administering }, { kind: "district" }),
    async completes(moduleId: string, minutes: number, at: string, id = staffId): Promise<void> {
      const begun = newEnrollment(id, { id: moduleId, hash: `edition-of-${moduleId}` }, at);
      const writes = [enrollments.put({ ...begun, completedAt: at, creditMinutes: minutes, version: 0 })];
      await commit(setup(), { action: "evidence.accepted", subject: `staff:${id}`, writes, result: null });
    },
    /** What a person says of a module, as learning keeps it: they agree with everything, or with nothing but that it mattered. */
    async evaluates(moduleId: string, at: string, id = staffId, isContent = true): Promise<void> {
      const level = isContent ? ("agree" as const) : ("disagree" as const);
      const answers = { relevant: "stronglyAgree" as const, clear: level, usable: level, wellSpent: level };
      const writes = [moduleEvaluations.put({ staffId: id, moduleId, answers, evaluatedAt: at, version: 0 })];
      await commit(setup(), { action: "module.evaluated", subject: `staff:${id}`, writes, result: null });
    },
  };
}
