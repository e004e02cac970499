import { zipSync } from "fflate";
import type { JobRole } from "../contract.ts";
import type { School, Staff } from "../records.ts";

/** Our roles in the words of the standard, and as its extensions where it has none. */
const roleWords: Record<JobRole, string> = {
  teacher: "teacher",
  interventionist: "ext:interventionist",
  specialEducator: "ext:specialEducator",
  counselor: "counselor",
  psychologist: "ext:psychologist",
  paraprofessional: "aide",
  schoolAdministrator: "principal",
  coach: "ext:coach",
  districtLeader: "districtAdministrator",
  dataCoordinator: "ext:dataCoordinator",
};

/** Every file of a OneRoster 1.2 export that a manifest must name; those of ours are `bulk`. */
const manifestFiles = [
  "academicSessions",
  "categories",
  "classes",
  "classResources",
  "courses",
  "courseResources",
  "demographics",
  "enrollments",
  "lineItemLearningObjectiveIds",
  "lineItems",
  "lineItemScoreScales",
  "orgs",
  "resources",
  "resultLearningObjectiveIds",
  "results",
  "resultScoreScales",
  "roles",
  "scoreScales",
  "userProfiles",
  "userResources",
  "users",
];
const ours = new Set(["orgs", "users", "roles"]);

const orgColumns = ["sourcedId", "status", "dateLastModified", "name", "type", "identifier", "parentSourcedId", "metadata.level"];
const userColumns = [
  "sourcedId",
  "status",
  "dateLastModified",
  "enabledUser",
  "username",
  "userIds",
  "givenName",
  "familyName",
  "middleName",
  "identifier",
  "email",
  "sms",
  "phone",
  "agentSourcedIds",
  "grades",
  "password",
  "userMasterIdentifier",
  "resourceSourcedIds",
  "preferredGivenName",
  "preferredMiddleName",
  "preferredFamilyName",
  "primaryOrgSourcedId",
  "pronouns",
  "metadata.hireDate",
];
const roleColumns = [
  "sourcedId",
  "status",
  "dateLastModified",
  "userSourcedId",
  "roleType",
  "role",
  "beginDate",
  "endDate",
  "orgSourcedId",
  "userProfileSourcedId",
];

/**
 * All of a bundle but its people: the manifest, the organizations, and how the files of people begin. The bundle is the staff
 * side of a district in OneRoster 1.2 (CSV binding, bulk): every column of the standard in its order, its enumerations, blank
 * status and dates of change as bulk files have them, and our two additions as `metadata` columns. There are no sessions,
 * profiles or passwords. Reading it back changes nothing.
 */
export function bundleHead(
  district: { name: string; id: string },
  schools: readonly School[],
): { "manifest.csv": string; "orgs.csv": string; "users.csv": string; "roles.csv": string } {
  const offices = schools.filter(({ level }) => level === "district");
  const parent = offices.length === 1 ? offices[0]?.sourcedId : undefined;
  return {
    "manifest.csv": csv([
      ["propertyName", "value"],
      ["manifest.version", "1.0"],
      ["oneroster.version", "1.2"],
      ...manifestFiles.map((name) => [`file.${name}`, ours.has(name) ? "bulk" : "absent"]),
      ["source.systemName", "Throughline"],
      ["source.systemCode", district.id],
    ]),
    "orgs.csv": csv([
      orgColumns,
      ...schools.map(({ sourcedId, name, level }) => {
        const isOffice = level === "district";
        return [sourcedId, "", "", name, isOffice ? "district" : "school", "", isOffice ? "" : (parent ?? ""), level];
      }),
    ]),
    "users.csv": csv([userColumns]),
    "roles.csv": csv([roleColumns]),
  };
}

/** A person's lines in the files of people. */
export function personLines(person: Staff, places: Places): { users: string; roles: string } {
  return { users: csv([userRow(person, places)]), roles: csv(roleRows(person, places)) };
}

/** The bundle as the zip that other systems take: its files at the top, nothing beside them. */
export function zipBundle(files: Record<string, Uint8Array>, at: Date): Uint8Array<ArrayBuffer> {
  return zipSync(files, { mtime: at });
}

/** Schools by id. */
export type Places = ReadonlyMap<string, School>;

function userRow(person: Staff, places: Places): string[] {
  const { sourcedId, status, email, givenName, familyName, hiredOn } = person;
  const values: Record<string, string> = {
    sourcedId,
    enabledUser: String(status === "active"),
    username: email === "" ? sourcedId : email,
    givenName,
    familyName,
    email,
    primaryOrgSourcedId: homeOf(person, places)?.sourcedId ?? "",
    "metadata.hireDate": hiredOn,
  };
  return userColumns.map((column) => values[column] ?? "");
}

function homeOf({ roles, homeSchoolId }: Staff, places: Places): School | undefined {
  const primary = roles.find(({ isPrimary }) => isPrimary)?.schoolId;
  return places.get(primary ?? homeSchoolId ?? "") ?? places.get(homeSchoolId ?? "");
}

/** A row for each role; at each organization one of them is the primary, as the standard has it. */
function roleRows(person: Staff, places: Places): string[][] {
  const { sourcedId, isDistrictAdministrator } = person;
  const seen = new Set<string>();
  const typeAt = (org: string, isPrimary: boolean): string => {
    const isFirst =
      !seen.has(org) && (isPrimary || !person.roles.some((role) => role.isPrimary && places.get(role.schoolId)?.sourcedId === org));
    if (isFirst) seen.add(org);
    return isFirst ? "primary" : "secondary";
  };
  const jobs = person.roles.flatMap(({ role, schoolId, isPrimary, beginOn, endOn = "" }) => {
    const org = places.get(schoolId)?.sourcedId;
    if (org === undefined) return [];
    return [["", "", "", sourcedId, typeAt(org, isPrimary), roleWords[role], beginOn, endOn, org, ""]];
  });
  const home = places.get(person.homeSchoolId ?? "") ?? homeOf(person, places);
  if (isDistrictAdministrator && home)
    jobs.push(["", "", "", sourcedId, typeAt(home.sourcedId, false), "systemAdministrator", "", "", home.sourcedId, ""]);
  return jobs.map(([, ...cells], i) => [`${sourcedId}:role:${i + 1}`, ...cells]);
}

/** CSV for another system: RFC 4180, without the apostrophes that protect a person's spreadsheet. */
function csv(rows: readonly (readonly string[])[]): string {
  const cell = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
