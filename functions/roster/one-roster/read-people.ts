import { sayIfUndated } from "./delta-rows.ts";
import type { Findings } from "./findings.ts";
import type { BundleFile } from "./open-bundle.ts";
import { meaningOf } from "./job-titles.ts";
import type { LeftOut } from "./left-out.ts";
import { isJob, type Patch, patchOf } from "./patches.ts";
import { type ParsedRole, type RoleRow, type RolesByUser, rolesFromUsers, rolesIn } from "./read-roles.ts";
import { readRows, type Row, type Table } from "./read-rows.ts";
import type { ParsedSchools } from "./read-schools.ts";
import { type References, referencesTo } from "./references.ts";
import { dateIn, isEmail, isGone } from "./values.ts";

/** A person of the bundle, complete enough to land. `line` is their row in users.csv, or in roles.csv for who is there alone. */
export type ParsedPerson = {
  sourcedId: string;
  line: number;
  givenName: string;
  familyName: string;
  /** Empty where the file has none that mail can be sent to. */
  email: string;
  /** Someone earlier in the file has the same address. */
  isEmailShared: boolean;
  hiredOn?: string;
  isDistrictAdministrator: boolean;
  homeSourcedId?: string;
  roles: ParsedRole[];
  /** Some of their rows have errors: a role that is missing here may not be taken for ended. */
  hasUnusableRoles: boolean;
  /** Set where the file holds changes alone. */
  patch?: Patch;
};

/** Who is in the bundle. `keptBack`: ids of people with an error; they neither land nor leave. `gone`: said to have left. */
export type ParsedPeople = { people: ParsedPerson[]; keptBack: string[]; gone: string[]; skipped: number };

type Files = { users: BundleFile | undefined; roles: BundleFile | undefined };
type Modes = { isUsersDelta: boolean; isRolesDelta: boolean; leftOut: LeftOut };

/** Reads users.csv and, where there is one, roles.csv. Students and families are counted and forgotten on the spot. */
export function readPeople(files: Files, modes: Modes, { schoolOf }: ParsedSchools, findings: Findings): ParsedPeople {
  const { isUsersDelta, isRolesDelta, leftOut } = modes;
  const file = files.users ?? { name: "users.csv", bytes: new Uint8Array() };
  const table = files.users ? readRows("users", file, findings) : emptyTable;
  if (isUsersDelta) sayIfUndated(table, file, findings);
  const rows = usableRows(table, file, findings);
  const gone = table.rows.filter(({ cells }) => isGone(cells.status) && meaningOf(cells.role).kind !== "family");
  const keptBack: string[] = [];
  const userOf = referencesTo(rows.map((row) => [row.cells.sourcedId, row.cells.sourcedId] as const));
  const titles = new Map(rows.map(({ cells }) => [cells.sourcedId, cells.jobTitle]));
  const titleOf = (user: string): string => titles.get(user) ?? "";
  const hasOwnRoles = !files.roles && !isRolesDelta && (!isUsersDelta || table.has("role"));
  const rolesOf = files.roles
    ? rolesIn(files.roles, { userOf, schoolOf, titleOf, isOpen: isUsersDelta, isDelta: isRolesDelta }, leftOut, findings)
    : hasOwnRoles
      ? rolesFromUsers(table, file, rows, schoolOf, leftOut, findings)
      : { byUser: new Map<string, RoleRow[]>(), lines: new Map<string, number>(), skipped: 0 };
  const hasAllRoles = !isRolesDelta && (files.roles !== undefined || hasOwnRoles);
  const lineOfEmail = new Map<string, number>();
  const people: ParsedPerson[] = [];
  for (const row of rows) {
    const { sourcedId } = row.cells;
    const given = rolesOf.byUser.get(sourcedId) ?? [];
    const jobs = given.filter(isJob);
    if (jobs.length === 0 && (given.length > 0 || hasAllRoles)) {
      if (given.some(({ meaning }) => meaning === "unusable")) keptBack.push(sourcedId);
      else if (given.length === 0) {
        if (!findings.isBroken("roles.csv"))
          findings.error(
            file.name,
            row.line,
            table.header("sourcedId"),
            "This person has no role, so they were not imported.",
            "Give them a role at a school, or take them out of the file.",
          );
        keptBack.push(sourcedId);
      }
      if (!given.some(({ isEnded }) => isEnded)) continue;
    }
    if (!isNamed(table, file, row, findings)) {
      keptBack.push(sourcedId);
      continue;
    }
    const person = personFrom(table, file, row, jobs, { schoolOf, lineOfEmail, findings, isWhole: hasAllRoles });
    people.push({ ...person, ...patchOf(given, { hasDetails: true, hasAllRoles, isDelta: isUsersDelta || !hasAllRoles }) });
  }
  if (isUsersDelta) people.push(...peopleOfRolesAlone(rolesOf, { userOf, hasAllRoles }));
  return { people, keptBack, gone: gone.map(({ cells }) => cells.sourcedId).filter((id) => id !== ""), skipped: rolesOf.skipped };
}

const emptyTable: Table<"users"> = { rows: [], header: (column) => column, has: () => false };

/** In a file of changes a role may be about someone who has not changed and so is not in users.csv. */
function peopleOfRolesAlone(
  { byUser, lines }: RolesByUser,
  { userOf, hasAllRoles }: { userOf: References<string>; hasAllRoles: boolean },
): ParsedPerson[] {
  return [...byUser].flatMap(([sourcedId, given]): ParsedPerson[] => {
    if (userOf.has(sourcedId) || !given.some((row) => isJob(row) || row.isEnded)) return [];
    const jobs = given.filter(isJob);
    const home = jobs.find(({ meaning }) => meaning === "administrator")?.schoolSourcedId;
    return [
      {
        sourcedId,
        line: lines.get(sourcedId) ?? 1,
        givenName: "",
        familyName: "",
        email: "",
        isEmailShared: false,
        isDistrictAdministrator: jobs.some(({ meaning }) => meaning === "administrator"),
        ...(home !== undefined && { homeSourcedId: home }),
        roles: hasAllRoles ? withOnePrimary(jobs, undefined) : jobs.flatMap(({ role }) => role ?? []),
        ...patchOf(given, { isDelta: true, hasDetails: false, hasAllRoles }),
      },
    ];
  });
}

function usableRows(table: Table<"users">, file: BundleFile, findings: Findings): Row<"users">[] {
  const lines = new Map<string, number>();
  const column = table.header("sourcedId");
  return table.rows.filter(({ line, cells: { sourcedId, status } }) => {
    if (isGone(status)) return false;
    if (sourcedId === "") {
      findings.error(
        file.name,
        line,
        column,
        "This row has no sourcedId, so it was not imported.",
        "Give every person a sourcedId of their own.",
      );
      findings.unreadable(file.name);
      return false;
    }
    const first = lines.get(sourcedId);
    if (first === undefined) lines.set(sourcedId, line);
    else
      findings.error(
        file.name,
        line,
        column,
        `This sourcedId stands on line ${first} already; this row was not imported.`,
        "Give every person a sourcedId of their own, or take one of the two rows out.",
      );
    return first === undefined;
  });
}

function isNamed(table: Table<"users">, file: BundleFile, { line, cells }: Row<"users">, findings: Findings): boolean {
  const missing = (["givenName", "familyName"] as const).filter((column) => cells[column] === "");
  for (const column of missing)
    findings.error(
      file.name,
      line,
      table.header(column),
      "This person's name is incomplete, so they were not imported.",
      `Fill in the column "${table.header(column)}".`,
    );
  return missing.length === 0;
}

function personFrom(
  table: Table<"users">,
  file: BundleFile,
  { line, cells }: Row<"users">,
  given: RoleRow[],
  context: { schoolOf: ParsedSchools["schoolOf"]; lineOfEmail: Map<string, number>; findings: Findings; isWhole: boolean },
): Omit<ParsedPerson, "hasUnusableRoles"> {
  const { schoolOf, lineOfEmail, findings, isWhole } = context;
  const { sourcedId, givenName, familyName } = cells;
  const email = emailOf(table, file, line, cells.email, findings);
  const first = lineOfEmail.get(email.toLowerCase());
  if (first !== undefined)
    findings.warning(
      file.name,
      line,
      table.header("email"),
      `The person on line ${first} has the same e-mail address. Both were imported; only one of them can sign in by it.`,
      "Give everyone an address of their own.",
    );
  else if (email !== "") lineOfEmail.set(email.toLowerCase(), line);
  const home = schoolOf.get(cells.primaryOrgSourcedId) ?? given.find(({ meaning }) => meaning === "administrator")?.schoolSourcedId;
  const hired = cells.hireDate === "" ? undefined : dateIn(cells.hireDate);
  if (cells.hireDate !== "" && !hired)
    findings.warning(file.name, line, table.header("hireDate"), "This is not a date, so it was left out.", "Write dates as 2026-08-17.");
  if (hired?.isGuessed)
    findings.warning(
      file.name,
      line,
      table.header("hireDate"),
      `This date was read as ${hired.date}: month, day, year.`,
      "Write dates as 2026-08-17.",
    );
  return {
    sourcedId,
    line,
    givenName,
    familyName,
    email,
    isEmailShared: first !== undefined,
    ...(hired && { hiredOn: hired.date }),
    isDistrictAdministrator: given.some(({ meaning }) => meaning === "administrator"),
    ...(home !== undefined && { homeSourcedId: home }),
    roles: isWhole ? withOnePrimary(given, schoolOf.get(cells.primaryOrgSourcedId)) : given.flatMap(({ role }) => role ?? []),
  };
}

function emailOf(table: Table<"users">, file: BundleFile, line: number, email: string, findings: Findings): string {
  if (isEmail(email)) return email;
  const [message, fix] =
    email === ""
      ? ["This person has no e-mail address: they get no mail and cannot sign in by it.", "Add their work address."]
      : ["This is not an e-mail address, so it was left out.", "Correct the address."];
  findings.warning(file.name, line, table.header("email"), message, fix);
  return "";
}

/** The jobs, exactly one of them primary: the one at the primary school if there is one, else the first marked so, else the first. */
function withOnePrimary(given: RoleRow[], primarySchool: string | undefined): ParsedRole[] {
  const jobs = given.flatMap(({ role }) => role ?? []);
  const rank = (job: ParsedRole): number => (job.schoolSourcedId === primarySchool ? 2 : 0) + (job.isPrimary ? 1 : 0);
  const best = jobs.toSorted((a, b) => rank(b) - rank(a))[0];
  return jobs.map((job) => ({ ...job, isPrimary: job === best }));
}
