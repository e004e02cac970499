import type { JobRole } from "../contract.ts";

/** What a role of a roster file means here. `administrator`: of the district's settings, which is no job role. */
export type Meaning = { kind: "job"; role: JobRole } | { kind: "administrator" } | { kind: "family" } | { kind: "unknown" };

/** Words of the standard, of its extensions and of common usage, in small letters without anything between them. */
const jobWords: Record<JobRole, readonly string[]> = {
  teacher: ["teacher", "classroomteacher", "generaleducator", "generaleducationteacher", "substituteteacher", "longtermsubstitute"],
  interventionist: [
    "interventionist",
    "academicinterventionist",
    "behaviorinterventionist",
    "readinginterventionist",
    "mathinterventionist",
    "readingspecialist",
  ],
  specialEducator: ["specialeducator", "specialeducation", "specialeducationteacher", "specialedteacher", "spedteacher", "resourceteacher"],
  counselor: ["counselor", "schoolcounselor", "guidancecounselor", "socialworker", "schoolsocialworker"],
  psychologist: ["psychologist", "schoolpsychologist"],
  paraprofessional: ["aide", "paraprofessional", "paraeducator", "teacheraide", "instructionalaide", "instructionalassistant"],
  schoolAdministrator: ["principal", "siteadministrator", "schooladministrator", "assistantprincipal", "viceprincipal", "schoolleader"],
  coach: ["coach", "instructionalcoach", "mtsscoach", "pbiscoach", "mtsscoordinator"],
  districtLeader: ["districtadministrator", "districtleader", "superintendent", "assistantsuperintendent", "mtssdirector"],
  dataCoordinator: ["datacoordinator", "assessmentcoordinator", "datamanager"],
};
const families = new Set(["student", "parent", "guardian", "relative", "family"]);

const meanings = new Map<string, Meaning>(
  Object.entries(jobWords).flatMap(([role, words]) => words.map((word) => [word, { kind: "job", role: role as JobRole }] as const)),
);
meanings.set("systemadministrator", { kind: "administrator" });
for (const word of families) meanings.set(word, { kind: "family" });

/** What a role means, with or without the `ext:` of an extension and in any case. */
export function meaningOf(role: string): Meaning {
  const word = role
    .replace(/^ext[:_]/i, "")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
  return meanings.get(word) ?? { kind: "unknown" };
}

/** The roles a file may use, for whoever has to correct one. */
export const acceptedRoles =
  "Use teacher, aide, counselor, principal, districtAdministrator or systemAdministrator, or one of ext:interventionist, ext:specialEducator, " +
  "ext:psychologist, ext:coach, ext:dataCoordinator.";
