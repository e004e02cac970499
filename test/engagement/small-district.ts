import { foundations } from "../../functions/certification/definitions.ts";
import { type Certificate, certificates } from "../../functions/certification/records.ts";
import { type Source, sources as sourceRecords } from "../../functions/assignment/records.ts";
import type { Catalog } from "../../functions/curriculum/content.ts";
import { type Enrollment, enrollments } from "../../functions/learning/records.ts";
import { addYears } from "../../functions/platform/dates.ts";
import { type District, districtNames, districts } from "../../functions/platform/district.ts";
import type { RecordWrite } from "../../functions/platform/record.ts";
import { members, type School, schools, type Staff, staffRecords } from "../../functions/roster/records.ts";
import { jobRolesOn, schoolsOn } from "../../functions/roster/rules.ts";
import { contentFrom, testDistrict, type AnyStore } from "../support/store.ts";

/** Three modules are enough to be behind, on time and done. */
export const moduleIds = ["m01", "m02", "m03"] as const;

const catalog: Catalog = {
  hash: "test",
  modules: moduleIds.map((id, i) => ({
    id,
    hash: `${id}-1`,
    language: "en" as const,
    title: ["One system", "Common language", "Who does what"][i] ?? id,
    summary: "A test module.",
    minutes: 60,
    prerequisites: [],
    objectives: [],
    lessons: [{ id: "a", title: "A", minutes: 20 }],
    check: { draw: 2, minutes: 10 },
    practice: { title: "Try it", minutes: 30, accepts: ["text" as const] },
  })),
  paths: [],
};

const spanish: Catalog = {
  ...catalog,
  modules: catalog.modules.map((module) => (module.id === "m01" ? { ...module, language: "es", title: "Un solo sistema" } : module)),
};
export const content = contentFrom({ "catalog.json": catalog, "es/catalog.json": spanish });

/** One person with everything about them that figures look at. */
export type Person = { staff: Staff; sources: Source[]; enrollments: Enrollment[]; certificates: Certificate[] };

export const school = (id: string, level: School["level"] = "elementary", name = `School ${id}`): School => ({
  id,
  sourcedId: id,
  name,
  level,
  isActive: true,
});

type Role = Staff["roles"][number];
export const roleAt = (schoolId: string, role: Role["role"] = "teacher", more: Partial<Role> = {}): Role => ({
  role,
  schoolId,
  isPrimary: true,
  beginOn: "2020-08-15",
  ...more,
});

/** Someone who has worked here for years and done nothing yet, unless said otherwise. */
export function person(id: string, roles: Role[], more: Partial<Staff> = {}): Person {
  const staff: Staff = {
    id,
    sourcedId: id,
    givenName: id,
    familyName: "Tester",
    email: `${id}@maple.example`,
    status: "active",
    hiredOn: "2020-08-15",
    roles,
    isDistrictAdministrator: false,
    ...more,
  };
  return { staff, sources: [], enrollments: [], certificates: [] };
}

/** The person, who must also learn a module by a date. */
export function mustLearn(one: Person, moduleId: string, dueOn: string): Person {
  const source: Source = {
    id: `src_${moduleId}`,
    staffId: one.staff.id,
    origin: { kind: "person", staffId: "stf_lead", name: "A leader", assignmentId: `asg_${moduleId}` },
    target: { kind: "module", id: moduleId },
    due: { kind: "fixed", on: dueOn },
    anchorOn: "2026-08-17",
    anchor: "assigned",
    assignedAt: "2026-08-17T12:00:00.000Z",
  };
  return { ...one, sources: [...one.sources, source] };
}

export type Stage = "started" | "submitted" | "accepted" | "completed";

/** The person, who has also come this far in a module. */
export function learned(one: Person, moduleId: string, stage: Stage, lastActivityAt: string): Person {
  const isSent = stage !== "started";
  const isAccepted = stage === "accepted" || stage === "completed";
  const enrollment: Enrollment = {
    staffId: one.staff.id,
    moduleId,
    hash: `${moduleId}-1`,
    startedAt: lastActivityAt,
    lastActivityAt,
    lessons: { a: lastActivityAt },
    check: { attempts: 0, seen: [] },
    practice: {
      state: isAccepted ? "accepted" : isSent ? "submitted" : "none",
      submissions: isSent ? 1 : 0,
      ...(isSent && { evidenceId: `evd_${one.staff.id}_${moduleId}`, submittedAt: lastActivityAt }),
      ...(isAccepted && { acceptedAt: lastActivityAt, reviewedAt: lastActivityAt }),
    },
    ...(stage === "completed" && { contentCompletedAt: lastActivityAt, completedAt: lastActivityAt }),
    creditMinutes: stage === "completed" ? 60 : 0,
  };
  return { ...one, enrollments: [...one.enrollments.filter((other) => other.moduleId !== moduleId), enrollment] };
}

/** The person, who also holds a certificate until a day. */
export function certified(one: Person, expiresOn: string, more: Partial<Certificate> = {}): Person {
  const issuedOn = addYears(expiresOn, -3);
  const certificate: Certificate = {
    id: `crt_${one.staff.id}`,
    publicId: one.staff.id.padEnd(32, "0"),
    staffId: one.staff.id,
    certificationId: foundations.id,
    cycle: one.certificates.length + 1,
    title: foundations.title,
    holderName: one.staff.givenName,
    districtName: "Maple Valley Schools",
    issuedOn,
    issuedAt: `${issuedOn}T12:00:00.000Z`,
    renewalOpensOn: expiresOn,
    expiresOn,
    clockHours: 1,
    modules: {},
    practice: [],
    ...more,
  };
  return { ...one, certificates: [...one.certificates, certificate] };
}

let opened = 0;

/** A district of one's own in the store, so that tests do not see one another's people. */
export async function openDistrict(store: Pick<AnyStore, "table">, more: Partial<District> = {}): Promise<District> {
  const id = `dst_t${String(++opened).padStart(4, "0")}`;
  const district: District = { ...testDistrict, id, slug: id, name: `District ${opened}`, ...more };
  await store.table.write([
    districts.put({ ...district, version: 0 }).operation(id),
    districtNames.put({ districtId: id, slug: id, name: district.name, version: 0 }).operation(id),
  ]);
  return district;
}

/** Writes facts as they stand, whatever was there before: what an action did to them is not these tests' matter. */
export async function writeFacts(
  store: Pick<AnyStore, "table">,
  district: District,
  facts: { schools?: School[]; people?: Person[]; today?: string },
): Promise<void> {
  const today = facts.today ?? "2026-11-02";
  const writes: RecordWrite[] = (facts.schools ?? []).map((one) => schools.overwrite(one));
  for (const { staff, sources, enrollments: begun, certificates: held } of facts.people ?? []) {
    writes.push(staffRecords.overwrite(staff));
    for (const schoolId of schoolsOn(staff, today))
      writes.push(members.overwrite({ schoolId, staffId: staff.id, name: staff.givenName, roles: jobRolesOn(staff, today) }));
    for (const one of sources) writes.push(sourceRecords.overwrite(one));
    for (const one of begun) writes.push(enrollments.overwrite(one));
    for (const one of held) writes.push(certificates.overwrite(one));
  }
  for (let i = 0; i < writes.length; i += 100)
    await store.table.write(writes.slice(i, i + 100).map((write) => write.operation(district.id)));
}
