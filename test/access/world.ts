import { join } from "node:path";
import { contentFiles } from "../../content/compile/build.ts";
import { compileContent } from "../../content/compile/compile.ts";
import type { ContentSource } from "../../functions/platform/context.ts";
import type { District } from "../../functions/platform/district.ts";
import type { AccessRole } from "../../functions/platform/permissions.ts";
import { startSession } from "../../functions/platform/session.ts";
import type { JobRole, RoleAssignment } from "../../functions/roster/contract.ts";
import { emailClaims, emailHash, members, schools, type Staff, staffRecords } from "../../functions/roster/records.ts";
import { fullName, jobRolesOn, schoolsOn } from "../../functions/roster/rules.ts";
import { contentFrom, otherDistrict, testDistrict, type AnyStore } from "../support/store.ts";

/** The real training content, compiled afresh so that no earlier build is needed. */
export function compiledContent(): ContentSource {
  const files = contentFiles(compileContent(join(import.meta.dirname, "../../content")));
  return contentFrom(Object.fromEntries([...files].map(([name, value]) => [name, value()])));
}

/** Two districts, three schools and one person for each way of standing to the others. */
export const schoolIds = { alder: "sch_alder", birch: "sch_birch", cedar: "sch_cedar" } as const;

const job = (role: JobRole, schoolId: string, isPrimary = true): RoleAssignment => ({ role, schoolId, isPrimary, beginOn: "2024-08-01" });

function person(id: string, familyName: string, roles: RoleAssignment[], more: Partial<Staff> = {}): Staff {
  return {
    id,
    sourcedId: `r-${id}`,
    givenName: "Test",
    familyName,
    email: `${id}@district.example`,
    status: "active",
    hiredOn: "2024-08-01",
    roles,
    isDistrictAdministrator: false,
    ...more,
  };
}

const { alder, birch, cedar } = schoolIds;
/** Everyone at Maple Valley. The coach coaches the teacher and the colleague; the leader leads Alder alone. Family names are words that nothing else says. */
export const maplePeople = {
  teacher: person("stf_teacher", "Teacher", [job("teacher", alder)], { coachId: "stf_coach" }),
  colleague: person("stf_colleague", "Colleague", [job("teacher", alder)], { coachId: "stf_coach" }),
  coach: person("stf_coach", "Coach", [job("coach", birch)]),
  leader: person("stf_leader", "Leader", [job("schoolAdministrator", alder)]),
  districtLeader: person("stf_district", "Districtlead", [job("districtLeader", birch)]),
  administrator: person("stf_admin", "Admin", [job("dataCoordinator", birch)], { isDistrictAdministrator: true }),
  /** Coached by the coach, at the school that the leader does not lead. */
  coachedOnly: person("stf_coached", "Coachedonly", [job("teacher", birch)], { coachId: "stf_coach" }),
  /** At the leader's school, coached by someone else. */
  schoolOnly: person("stf_uncoached", "Uncoached", [job("teacher", alder)], { coachId: "stf_elsewhere" }),
  /** At the other school, coached by someone else. */
  stranger: person("stf_stranger", "Stranger", [job("teacher", birch)], { coachId: "stf_elsewhere" }),
  /** Leads Alder, teaches at Birch. */
  both: person("stf_both", "Both", [job("schoolAdministrator", alder), job("teacher", birch, false)]),
  suspended: person("stf_suspended", "Suspended", [job("teacher", alder)], { status: "suspended", coachId: "stf_coach" }),
  left: person("stf_left", "Gone", [job("schoolAdministrator", alder)], { status: "left" }),
} satisfies Record<string, Staff>;

export const cedarPeople = { foreigner: person("stf_foreigner", "Foreign", [job("teacher", cedar)], { coachId: "stf_coach" }) };

/** Puts both districts' schools and people into the table as an import would have. */
export async function populate({ table }: AnyStore): Promise<void> {
  const enter = async (district: District, ids: readonly string[], people: readonly Staff[]) => {
    for (const id of ids)
      await table.write([
        schools.put({ id, sourcedId: id, name: `School ${id}`, level: "elementary", isActive: true, version: 0 }).operation(district.id),
      ]);
    for (const staff of people) {
      const day = "2026-11-02";
      const writes = [
        staffRecords.put({ ...staff, version: 0 }),
        emailClaims.put({ emailHash: emailHash(staff.email), staffId: staff.id, version: 0 }),
        ...schoolsOn(staff, day).map((schoolId) =>
          members.put({ schoolId, staffId: staff.id, name: fullName(staff), roles: jobRolesOn(staff, day), version: 0 }),
        ),
      ];
      await table.write(writes.map((write) => write.operation(district.id)));
    }
  };
  await enter(testDistrict, [alder, birch], Object.values(maplePeople));
  await enter(otherDistrict, [cedar], Object.values(cedarPeople));
}

/** Which of the world's people stands for which role. */
export const personOfRole: Record<AccessRole, Staff> = {
  staff: maplePeople.teacher,
  coach: maplePeople.coach,
  schoolLeader: maplePeople.leader,
  districtLeader: maplePeople.districtLeader,
  districtAdministrator: maplePeople.administrator,
};

/** The cookie of a real session of a person. */
export async function signedInAs(store: AnyStore, staff: Pick<Staff, "id">, district: District = testDistrict): Promise<string> {
  const token = await startSession(store.table, store.clock.now(), { districtId: district.id, staffId: staff.id, idToken: "none" });
  return `__Host-throughline=${token}`;
}

/** What our own pages send with every change. */
export const fromOurPages = (origin: string): Record<string, string> => ({
  origin,
  "sec-fetch-site": "same-origin",
  "x-throughline": "1",
});
