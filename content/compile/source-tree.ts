import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { translations } from "./languages.ts";
import { Source } from "./source.ts";

/** Every authored file of a content folder, in path order; the only place where the compiler reads files. */
export function readSourceTree(folder: string): Source[] {
  const parts = ["modules", "paths", "inventories", ...translations];
  const shared = ["glossary.yaml", "model.yaml", "library.yaml", "published-ids.txt"].map((name) => join(folder, name)).filter(existsSync);
  return parts
    .map((part) => join(folder, part))
    .flatMap((part) => (existsSync(part) ? filesUnder(part) : []))
    .concat(shared)
    .map((path) => new Source(relative(folder, path).replaceAll(sep, "/"), readFileSync(path, "utf8")));
}

function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
