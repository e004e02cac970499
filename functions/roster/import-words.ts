import type { RosterDiagnostic } from "./import-contract.ts";
import type { KeptBundle } from "./import-files.ts";
import type { ParsedPerson } from "./one-roster/read-people.ts";
import type { PinnedField } from "./person-contract.ts";

type Files = Pick<KeptBundle, "peopleFile" | "rolesFile">;
type Place = Pick<ParsedPerson, "line" | "patch">;

/** What an import says about people as it compares their rows with the roster; the person is never named. */
function about({ peopleFile, rolesFile }: Files, { line, patch }: Place): Pick<RosterDiagnostic, "file" | "line"> {
  return { file: patch?.hasDetails === false ? rolesFile : peopleFile, line };
}

export function endedHere(files: Files, person: Place): RosterDiagnostic {
  return {
    severity: "warning",
    ...about(files, person),
    message: "This person's employment was ended in Throughline, so they were not brought back.",
    fix: "Take the row out; or, if they are back, give them a role with the day it began.",
  };
}

const fieldWords: Record<PinnedField, string> = {
  name: "name",
  email: "e-mail address",
  hiredOn: "day of hire",
  roles: "roles and schools",
};

export function keptByHand(files: Files, person: Place, fields: PinnedField[]): RosterDiagnostic {
  return {
    severity: "warning",
    ...about(files, person),
    message: `Kept your edit: this person's ${fields.map((field) => fieldWords[field]).join(", ")} was changed in Throughline and stays so.`,
    fix: "Nothing, if the edit is right. Otherwise choose “Use the roster's value again” on the person's page.",
  };
}

export function notKnown(files: Files, person: Place): RosterDiagnostic {
  return {
    severity: "error",
    ...about(files, person),
    message: "This row changes someone who is not on the roster, so it was left out.",
    fix: "Export the whole roster (bulk) once, or add the person's own row with a role.",
  };
}

export function addressTaken(files: Files, person: Place): RosterDiagnostic {
  return {
    severity: "warning",
    ...about(files, person),
    column: "email",
    message: "Someone else on the roster has this e-mail address. This person was imported, but cannot sign in by it.",
    fix: "Give everyone an address of their own.",
  };
}

export function noAdministrator({ rolesFile }: Files): RosterDiagnostic {
  return {
    severity: "warning",
    file: rolesFile,
    line: 1,
    column: "role",
    message: "Nobody in the bundle administers Throughline. Those who do now keep that access.",
    fix: "Give at least one person the role systemAdministrator.",
  };
}

/** What needs someone most stands first. */
export function byUrgency(a: RosterDiagnostic, b: RosterDiagnostic): number {
  return a.severity.localeCompare(b.severity) || a.file.localeCompare(b.file) || a.line - b.line;
}

/** How many rows need someone. */
export function countOf(diagnostics: readonly RosterDiagnostic[]): { errors: number; warnings: number } {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: diagnostics.length - errors };
}
