import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** Path from the project's root → text. A test may make one up. */
export type SourceTree = ReadonlyMap<string, string>;

/** One import or re-export of a file. `names` are the names taken, without their local aliases; `*` for all of them. */
export type Import = { specifier: string; line: number; isType: boolean; isReexport: boolean; names: string[] };

/** The project's own sources under the given folders. */
export function readSources(root: string, folders: readonly string[]): SourceTree {
  const files = new Map<string, string>();
  for (const folder of folders)
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const path = posix.join(entry.parentPath.slice(root.length + 1), entry.name);
      files.set(path, readFileSync(join(root, path), "utf8"));
    }
  return files;
}

const statement = /^(?<verb>import|export)\s+(?<kind>type\s+)?(?<clause>[\w*{}\s,$]*?)\s*from\s*"(?<specifier>[^"]+)"/gm;
const bare = /^import\s+"(?<specifier>[^"]+)"/gm;
const dynamic = /(?<before>typeof\s+)?\bimport\(\s*"(?<specifier>[^"]+)"\s*\)/g;

/** What a file imports. Statements begin their line, as the formatter writes them. */
export function importsOf(source: string): Import[] {
  const lineOf = (index: number): number => source.slice(0, index).split("\n").length;
  const found: Import[] = [];
  for (const { groups = {}, index } of source.matchAll(statement)) {
    const names = namesIn(groups.clause ?? "");
    found.push({
      specifier: groups.specifier ?? "",
      line: lineOf(index),
      isType: groups.kind !== undefined || (names.length > 0 && names.every(({ isType }) => isType)),
      isReexport: groups.verb === "export",
      names: names.filter(({ isType }) => !isType || groups.kind !== undefined).map(({ name }) => name),
    });
  }
  for (const { groups = {}, index } of source.matchAll(bare))
    found.push({ specifier: groups.specifier ?? "", line: lineOf(index), isType: false, isReexport: false, names: [] });
  for (const { groups = {}, index } of source.matchAll(dynamic))
    found.push({
      specifier: groups.specifier ?? "",
      line: lineOf(index),
      isType: groups.before !== undefined,
      isReexport: false,
      names: ["*"],
    });
  return found;
}

function namesIn(clause: string): { name: string; isType: boolean }[] {
  const [outside = "", inside = ""] = clause.replace("}", "").split("{");
  const whole = outside.replaceAll(",", "").trim();
  const parts = inside
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  return [
    ...(whole === "" ? [] : [{ name: whole.startsWith("*") ? "*" : "default", isType: false }]),
    ...parts.map((part) => ({ name: part.replace(/^type\s+/, "").split(/\s+as\s+/)[0] ?? part, isType: part.startsWith("type ") })),
  ];
}

/** The project path that a relative import names; undefined for a package. */
export function targetOf(path: string, specifier: string): string | undefined {
  return specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : undefined;
}

/** The source without comments, line for line, so that a rule about code is not about what is said of it. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(),])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, " "));
}
