import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileContent, type CompiledContent } from "./compile.ts";

/** What a build compiled, and the files it wrote or removed, relative to the out folder. */
interface BuiltContent extends CompiledContent {
  changed: string[];
}

/**
 * Compiles a content folder into `catalog.json`, `modules/<id>.json` and `answers/<id>.json`.
 * With an error in the content it writes nothing, so that the last good build stays whole.
 */
export function buildContent(sourceFolder: string, outFolder: string): BuiltContent {
  const compiled = compileContent(sourceFolder);
  if (compiled.diagnostics.some(({ severity }) => severity === "error")) return { ...compiled, changed: [] };
  const parts = new Map<string, unknown>([
    ...compiled.modules.map((module) => [`modules/${module.id}.json`, module] as const),
    ...compiled.answers.map((answers) => [`answers/${answers.id}.json`, answers] as const),
  ]);
  // The catalogue comes after what it names and before removals: its reader always finds its modules.
  const changed = [...parts].filter(([name, value]) => writeJson(join(outFolder, name), value)).map(([name]) => name);
  if (writeJson(join(outFolder, "catalog.json"), compiled.catalog)) changed.push("catalog.json");
  for (const name of ["modules", "answers"].flatMap((part) => filesIn(outFolder, part))) {
    if (parts.has(name)) continue;
    rmSync(join(outFolder, name));
    changed.push(name);
  }
  return { ...compiled, changed };
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

function filesIn(outFolder: string, part: string): string[] {
  const folder = join(outFolder, part);
  return (existsSync(folder) ? readdirSync(folder) : []).map((name) => `${part}/${name}`).filter((name) => name.endsWith(".json"));
}
