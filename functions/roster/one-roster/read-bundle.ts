import type { RosterDiagnostic } from "../import-contract.ts";
import { type Findings, newFindings } from "./findings.ts";
import { leavingOut } from "./left-out.ts";
import { type Bundle, openBundle } from "./open-bundle.ts";
import { type Manifest, readManifest } from "./read-manifest.ts";
import { type ParsedPerson, readPeople } from "./read-people.ts";
import { type KnownSchool, type ParsedSchool, readSchools } from "./read-schools.ts";

/** A bundle as far as it could be understood. */
export type ParsedBundle = {
  version: "1.1" | "1.2";
  /** Some of it holds changes alone. */
  isDelta: boolean;
  schools: ParsedSchool[];
  /** Ids of schools that the file itself says are gone. */
  closedSchools: string[];
  people: ParsedPerson[];
  /** Ids of people whom the file itself says are gone. */
  gone: string[];
  /** Ids of people whose rows have errors: they are neither changed nor taken for gone. */
  keptBack: ReadonlySet<string>;
  /** Whether whoever is not in it is gone: it lists everyone, and it is known whom every row is about. */
  endsAbsent: boolean;
  /** Whether a role that someone in it holds no more is over. */
  endsRoles: boolean;
  /** Whether a school that is not in it is closed. */
  closesAbsent: boolean;
  /** Rows of students and families, which are not kept. */
  skipped: number;
  /** Rows that the district's own choice of titles leaves out. */
  leftOut: number;
  /** Why nothing of the bundle may be applied, where that is so. */
  notApplied?: string;
  diagnostics: RosterDiagnostic[];
};

/**
 * Reads a OneRoster 1.1 or 1.2 bundle, leniently: good rows are taken, and each thing that is wrong or was guessed is
 * named with file, line, column and what to do. Passwords and students are never read into anything. `known` are the
 * district's schools: rows of a file of changes may be about them. `titlesLeftOut`: whose rows the district wants read over.
 */
export function readBundle(bundle: Bundle, known: readonly KnownSchool[] = [], titlesLeftOut: readonly string[] = []): ParsedBundle {
  const files = openBundle(bundle);
  const findings = newFindings();
  const manifest = readManifest(files, findings);
  const version = manifest.version ?? (files.has("roles.csv") ? "1.2" : "1.1");
  const isDelta = [...manifest.modes].some(([name, mode]) => mode === "delta" && files.has(name));
  const nothing = (notApplied: string): ParsedBundle => ({ ...nothingIn(version, isDelta, findings), notApplied });
  const [orgs, users, roles] = [files.get("orgs.csv"), files.get("users.csv"), files.get("roles.csv")];
  const missing = missingFiles(files, manifest, isDelta);
  for (const name of missing)
    findings.error(name, 1, undefined, `There is no ${name} in the bundle.`, "Export the bundle again with orgs and users.");
  if (missing.length > 0)
    return nothing(
      isDelta
        ? "The bundle has none of orgs.csv, users.csv and roles.csv, so nothing was changed."
        : "The bundle has no orgs.csv or no users.csv, so nothing was changed.",
    );
  const parsed = readSchools(orgs, { isDelta: !orgs || manifest.modes.get("orgs.csv") === "delta", known }, findings);
  const isUsersDelta = !users || manifest.modes.get("users.csv") === "delta";
  const isRolesDelta = manifest.modes.get("roles.csv") === "delta" || (!roles && manifest.modes.get("roles.csv") === "absent");
  const leftOut = leavingOut(titlesLeftOut);
  const people = readPeople({ users, roles }, { isUsersDelta, isRolesDelta, leftOut }, parsed, findings);
  leftOut.say(findings);
  const { schools, closed } = parsed;
  const [broken] = findings.breaks;
  const none = (why: string): ParsedBundle => ({ ...nothing(why), skipped: people.skipped, leftOut: leftOut.count() });
  if (broken) return none(`${broken.file} cannot be read from line ${broken.line} on, so nothing was changed.`);
  if (!isDelta && schools.length === 0) return none("No school in orgs.csv could be used, so nothing was changed.");
  if (!isUsersDelta && people.people.length === 0)
    return none("Nobody in users.csv could be used as staff, so nothing was changed: an empty file never ends everyone.");
  if (schools.length + closed.length + people.people.length + people.gone.length === 0)
    return none("No row of the bundle could be used, so nothing was changed.");
  const isReadable = findings.unreadableFiles.size === 0;
  const isEveryOrgRead = !findings.diagnostics.some(({ severity, file }) => severity === "error" && file === orgs?.name);
  return {
    version,
    isDelta,
    schools,
    closedSchools: closed,
    people: people.people,
    gone: people.gone,
    keptBack: new Set(people.keptBack),
    endsAbsent: !isUsersDelta && isReadable,
    endsRoles: isReadable,
    closesAbsent: orgs !== undefined && manifest.modes.get("orgs.csv") !== "delta" && isEveryOrgRead && isReadable,
    skipped: people.skipped,
    leftOut: leftOut.count(),
    diagnostics: findings.diagnostics,
  };
}

/** A whole roster needs its schools and its people; a file of changes needs anything at all. */
function missingFiles(files: ReadonlyMap<string, unknown>, { modes }: Manifest, isDelta: boolean): string[] {
  if (isDelta) return files.size - Number(files.has("manifest.csv")) > 0 ? [] : ["users.csv"];
  return ["orgs.csv", "users.csv"].filter((name) => !files.has(name) || modes.get(name) === "absent");
}

function nothingIn(version: "1.1" | "1.2", isDelta: boolean, findings: Findings): ParsedBundle {
  return {
    version,
    isDelta,
    schools: [],
    closedSchools: [],
    people: [],
    gone: [],
    keptBack: new Set(),
    endsAbsent: false,
    endsRoles: false,
    closesAbsent: false,
    skipped: 0,
    leftOut: 0,
    diagnostics: findings.diagnostics,
  };
}
