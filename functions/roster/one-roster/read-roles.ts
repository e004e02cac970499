import type { JobRole } from "../contract.ts";
import { sayIfUndated } from "./delta-rows.ts";
import type { Findings } from "./findings.ts";
import { acceptedRoles, meaningOf } from "./job-titles.ts";
import type { LeftOut } from "./left-out.ts";
import type { BundleFile } from "./open-bundle.ts";
import { readRows, type Row, type Table } from "./read-rows.ts";
import type { ParsedSchools } from "./read-schools.ts";
import type { References } from "./references.ts";
import { dateIn, isGone, listIn } from "./values.ts";

/** A job at a school, with the dates that the file gives. */
export type ParsedRole = { role: JobRole; schoolSourcedId: string; isPrimary: boolean; beginOn?: string; endOn?: string };

/** What one row says of one person. `unusable` has been complained of; `family` and `leftOut` are no business of ours. */
export type RoleRow = {
  meaning: "job" | "administrator" | "family" | "leftOut" | "unusable" | "ended";
  role?: ParsedRole;
  schoolSourcedId?: string;
  /** The file says that it is over. */
  isEnded?: boolean;
};

/** Everyone's roles by the person's sourcedId, the line of the first, and how many rows were of students and families. */
export type RolesByUser = { byUser: Map<string, RoleRow[]>; lines: Map<string, number>; skipped: number };

/**
 * Reads roles.csv (version 1.2). A row of a person or a school that is not in the bundle is an error, unless the people
 * (`isOpen`) are those of a file of changes: then it may be about anyone.
 */
export function rolesIn(
  file: BundleFile,
  known: {
    userOf: References<string>;
    schoolOf: ParsedSchools["schoolOf"];
    titleOf: (user: string) => string;
    isOpen: boolean;
    isDelta: boolean;
  },
  leftOut: LeftOut,
  findings: Findings,
): RolesByUser {
  const table = readRows("roles", file, findings);
  if (known.isDelta) sayIfUndated(table, file, findings);
  const byUser = new Map<string, RoleRow[]>();
  const lines = new Map<string, number>();
  let skipped = 0;
  for (const row of table.rows) {
    const { line, cells } = row;
    const isEnded = isGone(cells.status);
    if (isEnded && !known.isDelta) continue;
    const unchanged = known.isOpen && cells.userSourcedId !== "" ? cells.userSourcedId : undefined;
    const user = known.userOf.get(cells.userSourcedId) ?? unchanged;
    const isFamily = meaningOf(cells.role).kind === "family";
    if (isFamily) skipped++;
    if (user === undefined) {
      if (!isFamily && !findings.isBroken("users.csv"))
        findings.error(
          file.name,
          line,
          table.header("userSourcedId"),
          "The person of this role is not in users.csv.",
          "Add them to users.csv, or take this row out.",
        );
      continue;
    }
    const titles = [
      { column: table.header("role"), title: cells.role },
      { column: table.header("jobTitle"), title: cells.jobTitle },
      { column: table.header("role"), title: known.titleOf(user) },
    ];
    const roles = isFamily
      ? [{ meaning: "family" as const }]
      : leftOut.take({ file: file.name, line }, titles)
        ? [{ meaning: "leftOut" as const }]
        : rolesFrom({ table, file, findings, orgColumn: "orgSourcedId" }, line, cells, known.schoolOf);
    const isPrimary = cells.roleType.toLowerCase() === "primary";
    const dates = isFamily ? {} : datesOf(table, file, row, findings);
    if (!lines.has(user)) lines.set(user, line);
    const held = byUser.get(user) ?? [];
    byUser.set(user, held);
    for (const { role, ...rest } of roles) {
      if (role && isHeld(held, { ...role, ...dates }, isEnded)) {
        findings.warning(
          file.name,
          line,
          table.header("role"),
          "This row gives the same role at the same school as an earlier one, so it was counted once.",
          "Take one of the two rows out.",
        );
        continue;
      }
      held.push({
        ...rest,
        ...(role && { role: { ...role, isPrimary, ...dates } }),
        ...(isEnded && rest.meaning !== "unusable" && { meaning: "ended" as const, isEnded }),
      });
    }
  }
  return { byUser, lines, skipped };
}

/** Whether an earlier row says the very same: the same work at the same school by the same dates. */
function isHeld(
  held: readonly RoleRow[],
  { role, schoolSourcedId, beginOn, endOn }: Omit<ParsedRole, "isPrimary">,
  isEnded: boolean,
): boolean {
  return held.some(
    (one) =>
      (one.isEnded ?? false) === isEnded &&
      one.role?.role === role &&
      one.role.schoolSourcedId === schoolSourcedId &&
      one.role.beginOn === beginOn &&
      one.role.endOn === endOn,
  );
}

/** Takes the roles from users.csv itself (version 1.1): one role, at each organization of a list. */
export function rolesFromUsers(
  table: Table<"users">,
  file: BundleFile,
  rows: readonly Row<"users">[],
  schoolOf: ParsedSchools["schoolOf"],
  leftOut: LeftOut,
  findings: Findings,
): RolesByUser {
  const byUser = new Map<string, RoleRow[]>();
  let skipped = 0;
  for (const { line, cells } of rows) {
    const isFamily = meaningOf(cells.role).kind === "family";
    if (isFamily) skipped++;
    const orgs = cells.orgSourcedIds === "" ? cells.primaryOrgSourcedId : cells.orgSourcedIds;
    const titles = [
      { column: table.header("role"), title: cells.role },
      { column: table.header("jobTitle"), title: cells.jobTitle },
    ];
    const roles = isFamily
      ? [{ meaning: "family" as const }]
      : leftOut.take({ file: file.name, line }, titles)
        ? [{ meaning: "leftOut" as const }]
        : rolesFrom({ table, file, findings, orgColumn: "orgSourcedIds" }, line, { role: cells.role, orgSourcedId: orgs }, schoolOf);
    byUser.set(cells.sourcedId, roles);
  }
  return { byUser, lines: new Map(), skipped };
}

type Place<Kind extends "users" | "roles"> = {
  table: Table<Kind>;
  file: BundleFile;
  findings: Findings;
  orgColumn: Parameters<Table<Kind>["header"]>[0];
};

function rolesFrom<Kind extends "users" | "roles">(
  { table, file, findings, orgColumn }: Place<Kind>,
  line: number,
  { role, orgSourcedId }: { role: string; orgSourcedId: string },
  schoolOf: ParsedSchools["schoolOf"],
): RoleRow[] {
  const meaning = meaningOf(role);
  const unusable = (column: string, message: string, fix: string): RoleRow[] => {
    findings.error(file.name, line, column, message, fix);
    return [{ meaning: "unusable" }];
  };
  const header = (column: string): string => table.header(column as Parameters<Table<Kind>["header"]>[0]);
  if (meaning.kind === "unknown")
    return unusable(header("role"), role === "" ? "This row has no role." : `"${role.slice(0, 40)}" is not a role we know.`, acceptedRoles);
  const orgs = [...new Set(listIn(orgSourcedId))];
  if (orgs.length === 0)
    return unusable(header(orgColumn), "This role is not at any school.", "Name the school by its sourcedId in orgs.csv.");
  return orgs.flatMap((org, i): RoleRow[] => {
    const schoolSourcedId = schoolOf.get(org);
    if (schoolSourcedId === undefined && findings.isBroken("orgs.csv")) return [{ meaning: "unusable" }];
    if (schoolSourcedId === undefined)
      return unusable(
        header(orgColumn),
        "The school of this role is not in orgs.csv, or has an error there.",
        "Add the school to orgs.csv, or correct the sourcedId.",
      );
    if (meaning.kind !== "job") return [{ meaning: "administrator", schoolSourcedId }];
    return [{ meaning: "job", schoolSourcedId, role: { role: meaning.role, schoolSourcedId, isPrimary: i === 0 } }];
  });
}

function datesOf(
  table: Table<"roles">,
  file: BundleFile,
  { line, cells }: Row<"roles">,
  findings: Findings,
): { beginOn?: string; endOn?: string } {
  const dateOf = (column: "beginDate" | "endDate"): string | undefined => {
    if (cells[column] === "") return undefined;
    const read = dateIn(cells[column]);
    const header = table.header(column);
    if (!read) findings.warning(file.name, line, header, "This is not a date, so it was left out.", "Write dates as 2026-08-17.");
    else if (read.isGuessed)
      findings.warning(file.name, line, header, `This date was read as ${read.date}: month, day, year.`, "Write dates as 2026-08-17.");
    return read?.date;
  };
  const beginOn = dateOf("beginDate");
  const endOn = dateOf("endDate");
  if (beginOn !== undefined && endOn !== undefined && endOn < beginOn) {
    findings.warning(
      file.name,
      line,
      table.header("endDate"),
      "This role ends before it begins, so its end was left out.",
      "Correct one of the two dates.",
    );
    return { beginOn };
  }
  return { ...(beginOn !== undefined && { beginOn }), ...(endOn !== undefined && { endOn }) };
}
