import type { HrField, HrMapping } from "../mapping-contract.ts";
import { missingFields } from "../columns-contract.ts";
import { type Findings, newFindings } from "../one-roster/findings.ts";
import type { ParsedBundle } from "../one-roster/read-bundle.ts";
import type { ParsedPerson } from "../one-roster/read-people.ts";
import { dateIn, isEmail } from "../one-roster/values.ts";
import type { HrTable } from "./read-table.ts";

type School = { id: string; sourcedId: string };
type Row = { line: number; get(field: HrField): string };

/**
 * Reads a personnel file by its mapping into what a roster bundle is read into: a supplement, which adds and changes
 * people of its own source and never touches schools. Rows of one person are that person's several jobs. Rows whose title or
 * place is left out are counted, and whoever has no others leaves where an earlier file brought them; a title or a school
 * that nobody has said anything about keeps its people back.
 */
export function readHr(file: string, table: HrTable, mapping: HrMapping, schools: readonly School[]): ParsedBundle {
  const findings = newFindings();
  const missing = missingFields(mapping).filter((field) => field !== "id" || mapping.columns.email === undefined);
  const rows = rowsOf(table, mapping);
  const reading: Reading = {
    file,
    mapping,
    findings,
    schools: new Map(schools.map((school) => [school.id, school])),
    people: new Map(),
    keptBack: new Set(),
    gone: new Set(),
    passedOver: new Set(),
    emails: new Map(),
    leftOut: 0,
  };
  if (missing.length === 0) for (const row of rows) readRow(reading, row);
  const people = [...reading.people.values()].filter(({ sourcedId }) => !reading.keptBack.has(sourcedId));
  const notApplied =
    missing.length > 0
      ? "The mapping names no column for some of what is needed, so nothing was changed."
      : people.length + reading.gone.size === 0
        ? "Nobody in the file could be used as staff, so nothing was changed."
        : undefined;
  const isReadable = findings.unreadableFiles.size === 0;
  return {
    version: "1.2",
    isDelta: false,
    schools: [],
    closedSchools: [],
    people: people.map((person) => ({ ...person, roles: withOnePrimary(person.roles) })),
    gone: [...reading.gone, ...[...reading.passedOver].filter((id) => !reading.keptBack.has(id))].filter((id) => !reading.people.has(id)),
    keptBack: reading.keptBack,
    endsAbsent: mapping.endsAbsent && isReadable,
    endsRoles: isReadable,
    closesAbsent: false,
    skipped: 0,
    leftOut: reading.leftOut,
    ...(notApplied !== undefined && { notApplied }),
    diagnostics: findings.diagnostics,
  };
}

type Reading = {
  file: string;
  mapping: HrMapping;
  findings: Findings;
  schools: ReadonlyMap<string, School>;
  people: Map<string, ParsedPerson>;
  keptBack: Set<string>;
  gone: Set<string>;
  /** Whoever has a row that is left out. */
  passedOver: Set<string>;
  emails: Map<string, number>;
  leftOut: number;
};

function rowsOf({ headers, rows }: HrTable, { columns }: HrMapping): Row[] {
  const at = new Map(headers.map((header, i) => [header.toLowerCase(), i]));
  return rows.map(({ line, cells }) => ({
    line,
    get: (field) => {
      const header = columns[field];
      return header === undefined ? "" : (cells[at.get(header.toLowerCase()) ?? -1] ?? "");
    },
  }));
}

/** Words by which a personnel system says that someone works there no more. */
const leftWords = /^(t|term(inated)?|inactive|separated|resigned|retired|left|dismissed|deceased)\b/i;

function readRow(reading: Reading, row: Row): void {
  const { mapping, findings, file, keptBack } = reading;
  const column = (field: HrField): string => mapping.columns[field] ?? field;
  const own = row.get("id") === "" ? row.get("email").toLowerCase() : row.get("id");
  if (own === "") {
    findings.error(
      file,
      row.line,
      column("id"),
      "This row has neither an employee number nor an address, so it was not imported.",
      "Fill in the column.",
    );
    return findings.unreadable(file);
  }
  const sourcedId = `hr:${mapping.name}:${own}`;
  if (leftWords.test(row.get("status"))) return void reading.gone.add(sourcedId);
  const meaning = mapping.titles[row.get("title")];
  const school = mapping.schools[row.get("school")];
  if (meaning === "ignore" || school === "ignore") {
    reading.leftOut++;
    return void reading.passedOver.add(sourcedId);
  }
  const known = school === undefined ? undefined : reading.schools.get(school);
  const keepBack = (field: HrField, message: string, fix: string): void => {
    findings.error(file, row.line, column(field), message, fix);
    keptBack.add(sourcedId);
  };
  if (meaning === undefined)
    return keepBack(
      "title",
      `Nobody has said what "${row.get("title").slice(0, 60)}" is, so this person was not imported.`,
      "Look at the file's columns, and choose a role for this title or leave it out.",
    );
  if (!known)
    return keepBack(
      "school",
      `Nobody has said which school "${row.get("school").slice(0, 60)}" is, so this person was not imported.`,
      "Look at the file's columns, and choose the school or leave it out.",
    );
  const name = nameOf(row);
  if (!name) return keepBack("familyName", "This person's name is incomplete, so they were not imported.", "Fill in the name.");
  const role = { role: meaning, schoolSourcedId: known.sourcedId, isPrimary: false };
  const earlier = reading.people.get(sourcedId);
  if (earlier?.roles.some((one) => one.role === role.role && one.schoolSourcedId === role.schoolSourcedId))
    return findings.warning(
      file,
      row.line,
      column("title"),
      "This row gives the same role at the same school as an earlier one of this person, so it was counted once.",
      "Nothing, if that is right.",
    );
  if (earlier) return void earlier.roles.push(role);
  reading.people.set(sourcedId, {
    sourcedId,
    line: row.line,
    ...name,
    ...addressOf(reading, row),
    ...hiredOf(reading, row),
    isDistrictAdministrator: false,
    roles: [role],
    hasUnusableRoles: false,
  });
}

/** Given and family name from their columns, or from one that has both: "Ruiz, Ana" or "Ana Ruiz". */
function nameOf(row: Row): Pick<ParsedPerson, "givenName" | "familyName"> | undefined {
  const [givenName, familyName, full] = [row.get("givenName"), row.get("familyName"), row.get("fullName")];
  if (givenName !== "" && familyName !== "") return { givenName, familyName };
  const [family = "", given = ""] = full.split(",").map((part) => part.trim());
  if (given !== "" && family !== "") return { givenName: given, familyName: family };
  const words = full.split(" ").filter((word) => word !== "");
  const last = words.pop();
  return last !== undefined && words.length > 0 ? { givenName: words.join(" "), familyName: last } : undefined;
}

function addressOf({ file, findings, emails, mapping }: Reading, row: Row): Pick<ParsedPerson, "email" | "isEmailShared"> {
  const email = row.get("email");
  const column = mapping.columns.email;
  if (!isEmail(email)) {
    const [message, fix] =
      email === ""
        ? ["This person has no e-mail address: they get no mail and cannot sign in by it.", "Add their work address."]
        : ["This is not an e-mail address, so it was left out.", "Correct the address."];
    findings.warning(file, row.line, column, message, fix);
    return { email: "", isEmailShared: false };
  }
  const first = emails.get(email.toLowerCase());
  if (first === undefined) {
    emails.set(email.toLowerCase(), row.line);
    return { email, isEmailShared: false };
  }
  findings.warning(
    file,
    row.line,
    column,
    `The person on line ${first} has the same e-mail address. Both were imported; only one of them can sign in by it.`,
    "Give everyone an address of their own.",
  );
  return { email, isEmailShared: true };
}

function hiredOf({ file, findings, mapping }: Reading, row: Row): Pick<ParsedPerson, "hiredOn"> {
  const text = row.get("hiredOn");
  if (text === "") return {};
  const read = dateIn(text);
  if (!read)
    findings.warning(file, row.line, mapping.columns.hiredOn, "This is not a date, so it was left out.", "Write dates as 2026-08-17.");
  return read ? { hiredOn: read.date } : {};
}

function withOnePrimary(roles: ParsedPerson["roles"]): ParsedPerson["roles"] {
  return roles.map((role, i) => ({ ...role, isPrimary: i === 0 }));
}
