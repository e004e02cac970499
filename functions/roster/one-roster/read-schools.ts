import type { SchoolLevel } from "../contract.ts";
import { sayIfUndated } from "./delta-rows.ts";
import type { Findings } from "./findings.ts";
import type { BundleFile } from "./open-bundle.ts";
import { readRows, type Row, type Table } from "./read-rows.ts";
import { referencesTo, type References } from "./references.ts";
import { isGone, levelIn, levelOfGrades } from "./values.ts";

/** A school of the bundle; a district's own office is one too, so that its staff have a home. */
export type ParsedSchool = { sourcedId: string; name: string; level: SchoolLevel };

/** A school the district has already. */
export type KnownSchool = { sourcedId: string };

/** The schools, those that are said to be gone, and how any organization a row names leads to one. */
export type ParsedSchools = { schools: ParsedSchool[]; closed: string[]; schoolOf: References<string> };

/**
 * Reads orgs.csv: schools and district offices. A department leads to the school or office above it. In a file of changes
 * the schools that are known already are there, too.
 */
export function readSchools(
  file: BundleFile | undefined,
  { isDelta, known }: { isDelta: boolean; known: readonly KnownSchool[] },
  findings: Findings,
): ParsedSchools {
  const others = isDelta ? known.map(({ sourcedId }) => [sourcedId, sourcedId] as const) : [];
  if (!file) return { schools: [], closed: [], schoolOf: referencesTo(others) };
  const table = readRows("orgs", file, findings);
  if (isDelta) sayIfUndated(table, file, findings);
  const rows = uniqueRows(table, file, findings);
  const closed = table.rows.flatMap(({ cells }) => (isGone(cells.status) && cells.sourcedId !== "" ? [cells.sourcedId] : []));
  const parents = new Map(rows.map(({ cells }) => [cells.sourcedId, cells.parentSourcedId]));
  const schools: ParsedSchool[] = [];
  for (const { line, cells } of rows) {
    const { sourcedId, name, parentSourcedId } = cells;
    if (parentSourcedId !== "" && !parents.has(parentSourcedId) && !isDelta)
      findings.warning(
        file.name,
        line,
        table.header("parentSourcedId"),
        "The organization above this one is not in the file.",
        "Add it to the file, or leave the cell empty. The school was imported without it.",
      );
    if (!isPlace(cells.type)) {
      if (!otherTypes.has(cells.type.toLowerCase()))
        findings.warning(
          file.name,
          line,
          table.header("type"),
          `"${cells.type.slice(0, 40)}" is not a type of organization we know, so it was not imported as a school.`,
          "Write school or district, or one of the standard's other types: department, local, state, national.",
        );
      continue;
    }
    if (name === "")
      findings.error(
        file.name,
        line,
        table.header("name"),
        "This organization has no name, so it was not imported.",
        "Give it the name that people know it by.",
      );
    else schools.push({ sourcedId, name, level: levelOf(table, file, { line, cells }, findings) });
  }
  const places = new Set([...others.map(([sourcedId]) => sourcedId), ...schools.map(({ sourcedId }) => sourcedId)]);
  const schoolFrom = (sourcedId: string): string | undefined => {
    const seen = new Set<string>();
    for (let at = sourcedId; at !== "" && !seen.has(at); at = parents.get(at) ?? "") {
      if (places.has(at)) return at;
      seen.add(at);
    }
    return undefined;
  };
  const named = [...parents.keys()].map((id) => [id, schoolFrom(id)] as const);
  return { schools, closed, schoolOf: referencesTo([...others, ...named]) };
}

function uniqueRows(table: Table<"orgs">, file: BundleFile, findings: Findings): Row<"orgs">[] {
  const lines = new Map<string, number>();
  return table.rows.filter(({ line, cells: { sourcedId, status } }) => {
    if (isGone(status)) return false;
    const column = table.header("sourcedId");
    if (sourcedId === "")
      findings.error(
        file.name,
        line,
        column,
        "This organization has no sourcedId, so it was not imported.",
        "Give every organization a sourcedId of its own.",
      );
    else if (lines.has(sourcedId))
      findings.error(
        file.name,
        line,
        column,
        `This sourcedId stands on line ${lines.get(sourcedId)} already; this row was not imported.`,
        "Give every organization a sourcedId of its own.",
      );
    else {
      lines.set(sourcedId, line);
      return true;
    }
    return false;
  });
}

/** The standard's types of organization at which nobody works as at a school. */
const otherTypes = new Set(["department", "local", "state", "national"]);

/** A school or a district's office; an organization without a type is taken for a school. */
function isPlace(type: string): boolean {
  return ["school", "district", ""].includes(type.toLowerCase());
}

function levelOf(table: Table<"orgs">, file: BundleFile, { line, cells }: Row<"orgs">, findings: Findings): SchoolLevel {
  if (cells.type.toLowerCase() === "district") return "district";
  const level = levelIn(cells.level) ?? levelOfGrades(cells.grades) ?? levelIn(cells.name);
  if (level) return level;
  const column = cells.level === "" ? table.header("name") : table.header("level");
  findings.warning(
    file.name,
    line,
    column,
    "The school's level is not known, so it was taken for an elementary school.",
    'Add a column "metadata.level" with elementary, middle or high.',
  );
  return "elementary";
}
