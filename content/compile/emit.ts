import { createHash } from "node:crypto";
import {
  CatalogModule,
  type Catalog,
  type ModuleAnswers,
  type ModuleContent,
  type PathDefinition,
} from "../../functions/learning/content.ts";
import { canonicalHash } from "./canonical-hash.ts";
import type { ContentSource, ModuleSource } from "./content-source.ts";
import type { CheckYaml, PathYaml } from "./schemas.ts";

/** A module's two halves under one hash: what learners may read, and the keys and feedback they may not. */
interface EmittedModule {
  content: ModuleContent;
  answers: ModuleAnswers;
}

/** Emits a module whose every part was read; undefined for one that is incomplete. */
export function emitModule({ id, module, lessons, task, evidence, check }: ModuleSource): EmittedModule | undefined {
  if (!module || !task || !evidence || !check || lessons.some(({ front }) => !front)) return undefined;
  const { title, summary, minutes, prerequisites, objectives, check: draw, practice, references } = module.value;
  const content = {
    id,
    title,
    summary,
    minutes,
    prerequisites,
    objectives,
    lessons: lessons.flatMap(({ front, body }) => (front ? [{ ...front.value, body: body.nodes }] : [])),
    check: draw,
    practice: { ...practice, task: task.nodes, evidence: evidence.nodes },
    references,
  };
  const answers = { id, items: check.value.items.map(emitItem) };
  const hash = canonicalHash({ content, answers });
  return { content: { hash, ...content }, answers: { hash, ...answers } };
}

/** Choices are named after their text and stand in order of that name, so neither tells where the author put the key. */
function emitItem(item: CheckYaml["items"][number]): ModuleAnswers["items"][number] {
  const choices = item.choices.map((choice) => ({ id: choiceId(item.id, choice.text), ...choice }));
  return { ...item, choices: choices.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

function choiceId(itemId: string, text: string): string {
  return createHash("sha256").update(`${itemId}\n${text}`).digest("hex").slice(0, 8);
}

/** The catalogue of emitted modules and paths, both in order of id. */
export function emitCatalog(modules: readonly EmittedModule[], paths: ContentSource["paths"]): Catalog {
  const entries = {
    // Parsing keeps the keys that the catalogue's schema names and drops the rest.
    modules: modules.map(({ content }) => CatalogModule.parse(content)).toSorted(byId),
    paths: paths.map(({ value }) => emitPath(value)).toSorted(byId),
  };
  return { hash: canonicalHash(entries), ...entries };
}

function emitPath(path: PathYaml): PathDefinition {
  return { hash: canonicalHash(path), ...path };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
