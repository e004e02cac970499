import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { lessonTemplate, moduleTemplate } from "../../functions/curriculum/module-template.ts";

/** What `npm run content -- new …` can begin. */
export const scaffolds = ["module", "lesson", "path"] as const;
export type Scaffold = (typeof scaffolds)[number];

/** A mistake in the command, worded for whoever typed it. */
export class ScaffoldError extends Error {}

/**
 * Begins a module, a lesson or a path with every key that content/README.md asks for, and returns the files written.
 * What must be thought of stands as `…`, so that the check names each place that is still to be written. Never overwrites.
 */
export function scaffold(folder: string, what: Scaffold, args: readonly string[]): string[] {
  const files = what === "module" ? newModule(folder, args) : what === "lesson" ? newLesson(folder, args) : newPath(args);
  for (const name of Object.keys(files)) {
    if (existsSync(join(folder, name))) throw new ScaffoldError(`content/${name} is already there; nothing was written.`);
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return Object.keys(files);
}

function newModule(folder: string, [name]: readonly string[]): Record<string, string> {
  const id = /^([ml]\d{2})-[a-z0-9-]+$/.exec(name ?? "")?.[1];
  if (!id) throw new ScaffoldError("Name the module: npm run content -- new module m25-short-name");
  const taken = moduleFolders(folder).find((other) => other.startsWith(`${id}-`));
  if (taken) throw new ScaffoldError(`${id} is taken by ${taken}; ids are never reused.`);
  return Object.fromEntries(Object.entries(moduleTemplate(id, "…")).map(([file, text]) => [`modules/${name}/${file}`, text]));
}

function newLesson(folder: string, [moduleId, name]: readonly string[]): Record<string, string> {
  const module = moduleFolders(folder).find((other) => other.startsWith(`${moduleId}-`));
  if (!module || !/^[a-z0-9-]+$/.test(name ?? ""))
    throw new ScaffoldError("Name a module and the lesson: npm run content -- new lesson m04 short-name");
  const count = readdirSync(join(folder, "modules", module)).filter((file) => /^\d+-.*\.md$/.test(file)).length;
  return { [`modules/${module}/${count + 1}-${name}.md`]: lessonTemplate(name ?? "") };
}

function newPath([id]: readonly string[]): Record<string, string> {
  if (!/^[a-z0-9-]+$/.test(id ?? "")) throw new ScaffoldError("Name the path: npm run content -- new path librarian");
  return { [`paths/${id}.yaml`]: `id: ${id}\ntitle: …\nrole: …\nsummary: …\nmodules:\n  - { id: m01, dueDays: 10 }\n` };
}

function moduleFolders(folder: string): string[] {
  const modules = join(folder, "modules");
  return existsSync(modules) ? readdirSync(modules) : [];
}
