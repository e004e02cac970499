import type { DemoRoster } from "./people.ts";

const csv = (header: string[], rows: string[][]): string =>
  [header, ...rows]
    .map((row) => row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(","))
    .join("\r\n") + "\r\n";

/** Writes a roster as the OneRoster 1.2 bundle a student information system would export: file name → text. */
export function oneRosterBundle(roster: DemoRoster): Record<string, string> {
  const orgs = [
    [roster.office.sourcedId, roster.office.name, "district", ""],
    ...roster.schools.map(({ sourcedId, name }) => [sourcedId, name, "school", roster.office.sourcedId]),
  ];
  const levelOf = (sourcedId: string): string => roster.schools.find((school) => school.sourcedId === sourcedId)?.level ?? "district";
  return {
    "manifest.csv": csv(
      ["propertyName", "value"],
      [
        ["manifest.version", "1.0"],
        ["oneroster.version", "1.2"],
        ["file.orgs", "bulk"],
        ["file.users", "bulk"],
        ["file.roles", "bulk"],
      ],
    ),
    "orgs.csv": csv(
      ["sourcedId", "status", "dateLastModified", "name", "type", "identifier", "parentSourcedId", "metadata.level"],
      orgs.map(([sourcedId = "", name = "", type = "", parent = ""]) => [
        sourcedId,
        "",
        "",
        name,
        type,
        sourcedId,
        parent,
        levelOf(sourcedId),
      ]),
    ),
    "users.csv": csv(
      [
        "sourcedId",
        "status",
        "dateLastModified",
        "enabledUser",
        "username",
        "givenName",
        "familyName",
        "email",
        "primaryOrgSourcedId",
        "metadata.hireDate",
      ],
      roster.staff.map((one) => [
        one.sourcedId,
        "",
        "",
        "true",
        one.email,
        one.givenName,
        one.familyName,
        one.email,
        one.roles[0]?.school.sourcedId ?? "",
        one.hiredOn,
      ]),
    ),
    "roles.csv": csv(
      ["sourcedId", "status", "dateLastModified", "userSourcedId", "roleType", "role", "beginDate", "endDate", "orgSourcedId"],
      roster.staff.flatMap((one) =>
        one.roles.map(({ role, school, isPrimary, beginOn }, i) => [
          `${one.sourcedId}-${i + 1}`,
          "",
          "",
          one.sourcedId,
          isPrimary ? "primary" : "secondary",
          role,
          beginOn,
          "",
          school.sourcedId,
        ]),
      ),
    ),
  };
}
