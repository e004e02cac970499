import type { RosterDiagnostic } from "../contract.ts";
import { type Findings, newFindings } from "./findings.ts";
import { type Bundle, type BundleFile, openBundle } from "./open-bundle.ts";
import { type ParsedPerson, readPeople } from "./read-people.ts";
import { readRows } from "./read-rows.ts";
import { type ParsedSchool, readSchools } from "./read-schools.ts";

/** A bundle as far as it could be understood. */
export type ParsedBundle = {
  version: "1.1" | "1.2";
  schools: ParsedSchool[];
  people: ParsedPerson[];
  /** Ids of people whose rows have errors: they are neither changed nor taken for gone. */
  keptBack: ReadonlySet<string>;
  /** Whether it is known whom every row is about; if not, nobody and no role may be taken for gone. */
  isComplete: boolean;
  /** Whether every school could be read; if not, none may be taken for closed. */
  hasEverySchool: boolean;
  /** Rows of students and families, which are not kept. */
  skipped: number;
  /** Why nothing of the bundle may be applied, where that is so. */
  notApplied?: string;
  diagnostics: RosterDiagnostic[];
};

/**
 * Reads a OneRoster 1.1 or 1.2 bundle, leniently: good rows are taken, and each thing that is wrong or was guessed is
 * named with file, line, column and what to do. Passwords and students are never read into anything.
 */
export function readBundle(bundle: Bundle): ParsedBundle {
  const files = openBundle(bundle);
  const findings = newFindings();
  const manifest = readManifest(files.get("manifest.csv"), findings);
  const roles = files.get("roles.csv");
  const version = manifest.version ?? (roles ? "1.2" : "1.1");
  const nothing = (notApplied: string): ParsedBundle => ({
    version,
    schools: [],
    people: [],
    keptBack: new Set(),
    isComplete: false,
    hasEverySchool: false,
    skipped: 0,
    notApplied,
    diagnostics: findings.diagnostics,
  });
  const [orgs, users] = [files.get("orgs.csv"), files.get("users.csv")];
  if (!orgs || !users) {
    for (const [name, file] of [
      ["orgs.csv", orgs],
      ["users.csv", users],
    ] as const)
      if (!file) findings.error(name, 1, undefined, `There is no ${name} in the bundle.`, "Export the bundle again with orgs and users.");
    return nothing("The bundle has no orgs.csv or no users.csv, so nothing was changed.");
  }
  const delta = ["orgs.csv", "users.csv", "roles.csv"].find((name) => manifest.modes.get(name) === "delta");
  if (delta !== undefined) {
    findings.error(
      manifest.name,
      manifest.lines.get(delta) ?? 1,
      "value",
      "This bundle holds changes only (delta), which cannot be imported yet.",
      "Export the whole roster (bulk).",
    );
    return nothing("The bundle holds changes only, so nothing was changed. Export the whole roster.");
  }
  const parsedSchools = readSchools(orgs, findings);
  const { people, keptBack, skipped } = readPeople({ users, roles }, parsedSchools, findings);
  const { schools } = parsedSchools;
  const [broken] = findings.breaks;
  if (broken) return { ...nothing(`${broken.file} cannot be read from line ${broken.line} on, so nothing was changed.`), skipped };
  if (schools.length === 0) return { ...nothing("No school in orgs.csv could be used, so nothing was changed."), skipped };
  if (people.length === 0)
    return {
      ...nothing("Nobody in users.csv could be used as staff, so nothing was changed: an empty file never ends everyone."),
      skipped,
    };
  const isComplete = findings.unreadableFiles.size === 0;
  const hasEverySchool = !findings.diagnostics.some(({ severity, file }) => severity === "error" && file === orgs.name);
  return { version, schools, people, keptBack: new Set(keptBack), isComplete, hasEverySchool, skipped, diagnostics: findings.diagnostics };
}

type Manifest = { name: string; version: "1.1" | "1.2" | undefined; modes: Map<string, string>; lines: Map<string, number> };

function readManifest(file: BundleFile | undefined, findings: Findings): Manifest {
  const manifest: Manifest = { name: file?.name ?? "manifest.csv", version: undefined, modes: new Map(), lines: new Map() };
  if (!file) {
    findings.warning(
      "manifest.csv",
      1,
      undefined,
      "There is no manifest.csv; the files were taken to be the whole roster.",
      "Export the bundle with its manifest.",
    );
    return manifest;
  }
  for (const { line, cells } of readRows("manifest", file, findings).rows) {
    const property = cells.propertyName.toLowerCase();
    const value = cells.value.toLowerCase();
    if (property === "oneroster.version") manifest.version = value.startsWith("1.2") ? "1.2" : value.startsWith("1.1") ? "1.1" : undefined;
    const [, name] = /^file\.(\w+)$/.exec(property) ?? [];
    if (name === undefined) continue;
    manifest.modes.set(`${name}.csv`, value);
    manifest.lines.set(`${name}.csv`, line);
  }
  return manifest;
}
