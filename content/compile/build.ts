import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileContent, type CompiledContent, type LanguageContent } from "./compile.ts";
import { buildSearchIndex } from "./search-index.ts";

/** What a build compiled, and the files it wrote or removed, relative to the out folder. */
interface BuiltContent extends CompiledContent {
  changed: string[];
}

/**
 * Compiles a content folder into `catalog.json`, `modules/<id>.json`, `answers/<id>.json`, what the modules share and
 * the search index; a translation's files stand in a folder of its language. With an error in the content it writes
 * nothing, so that the last good build stays whole.
 */
export function buildContent(sourceFolder: string, outFolder: string): BuiltContent {
  const compiled = compileContent(sourceFolder);
  if (compiled.diagnostics.some(({ severity }) => severity === "error")) return { ...compiled, changed: [] };
  const parts = contentFiles(compiled);
  // A catalogue comes after what it names and before removals: its reader always finds its modules.
  const inOrder = [...parts].toSorted(([a], [b]) => Number(isCatalog(a)) - Number(isCatalog(b)));
  const changed = inOrder.filter(([name, value]) => writeJson(join(outFolder, name), value())).map(([name]) => name);
  for (const name of jsonFilesIn(outFolder)) {
    if (parts.has(name)) continue;
    rmSync(join(outFolder, name));
    changed.push(name);
  }
  return { ...compiled, changed };
}

/** What a build consists of: each file's name and, made when it is asked for, what it holds. */
export function contentFiles(compiled: CompiledContent): Map<string, () => unknown> {
  const translated = Object.entries(compiled.translations).map(([language, content]) => [`${language}/`, content] as const);
  return new Map([["", compiled] as const, ...translated].flatMap(([folder, content]) => filesOf(folder, content, compiled)));
}

function isCatalog(name: string): boolean {
  return name.endsWith("catalog.json");
}

/** A language's files by name; a value is made when it is written, one at a time. */
function filesOf(folder: string, content: LanguageContent, original: CompiledContent): [string, () => unknown][] {
  const own = new Map(content.modules.map((module) => [module.id, module]));
  return [
    ...content.modules.map((module): [string, () => unknown] => [`${folder}modules/${module.id}.json`, () => module]),
    ...content.answers.map((answers): [string, () => unknown] => [`${folder}answers/${answers.id}.json`, () => answers]),
    [`${folder}glossary.json`, () => content.shared.glossary],
    [
      `${folder}search.json`,
      () =>
        buildSearchIndex(
          original.modules.map((module) => own.get(module.id) ?? module),
          content.shared,
        ),
    ],
    ...(folder === ""
      ? ([
          ["model.json", () => content.shared.model],
          ["inventories.json", () => ({ inventories: content.shared.inventories })],
          ["library.json", () => content.shared.library],
          ...[...original.sources].map(([id, files]): [string, () => unknown] => [`sources/${id}.json`, () => files]),
        ] satisfies [string, () => unknown][])
      : []),
    [`${folder}catalog.json`, () => content.catalog],
  ];
}

/** Writes atomically, and only what differs; says whether it wrote. */
function writeJson(path: string, value: unknown): boolean {
  const text = `${JSON.stringify(value)}\n`;
  if (existsSync(path) && readFileSync(path, "utf8") === text) return false;
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.tmp`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
  return true;
}

function jsonFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".json"));
}
