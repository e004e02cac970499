import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Source } from "./source.ts";

/** Every authored file of a content folder, in path order; the only place where the compiler reads files. */
export function readSourceTree(folder: string): Source[] {
  return ["modules", "paths"]
    .map((part) => join(folder, part))
    .flatMap((part) => (existsSync(part) ? filesUnder(part) : []))
    .map((path) => new Source(relative(folder, path).replaceAll(sep, "/"), readFileSync(path, "utf8")));
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
