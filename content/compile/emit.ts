import { createHash } from "node:crypto";
import {
  CatalogModule,
  type Catalog,
  type ContentLanguage,
  type ModuleAnswers,
  type ModuleContent,
  type PathDefinition,
} from "../../functions/curriculum/content.ts";
import type { Term } from "../../functions/curriculum/reference-content.ts";
import { canonicalHash } from "./canonical-hash.ts";
import type { ContentSource, ModuleSource } from "./content-source.ts";
import type { CheckYaml, PathYaml } from "./schemas.ts";
import { linkTerms, termFinder } from "./terms.ts";

/** A module's two halves under one hash: what learners may read, and the keys and feedback they may not. */
export interface EmittedModule {
  content: ModuleContent;
  answers: ModuleAnswers;
}

/** Emits a module whose every part was read; undefined for one that is incomplete. */
export function emitModule(source: ModuleSource, terms: readonly Term[]): EmittedModule | undefined {
  const parts = partsOf(source, terms, "en");
  if (!parts || !source.check) return undefined;
  const { id } = source;
  const answers = { id, items: source.check.value.items.map((item) => emitItem(item, item)) };
  // The words that explain a term are the glossary's and not the module's: mending one makes no new version of the module.
  const hash = canonicalHash({ content: { ...parts, terms: [] }, answers });
  // Nor is what it is filed under: whoever completed it completed the same module.
  return { content: { hash, ...parts, ...alignmentOf(source) }, answers: { hash, ...answers } };
}

function alignmentOf({ module }: ModuleSource): Pick<CatalogModule, "topics" | "standards"> {
  const { topics, standards } = module?.value ?? {};
  return { ...(topics && { topics }), ...(standards && { standards }) };
}

/** Emits a module's translation under the original's hash and with its choices' ids: an attempt is the same in every language. */
export function emitTranslation(
  source: ModuleSource,
  original: { source: ModuleSource; hash: string },
  terms: readonly Term[],
  language: ContentLanguage,
): EmittedModule | undefined {
  const parts = partsOf(source, terms, language);
  const items = original.source.check?.value.items;
  if (!parts || !source.check || !items) return undefined;
  const { hash } = original;
  const translated = source.check.value.items.flatMap((item, i) => (items[i] ? [emitItem(item, items[i])] : []));
  return { content: { hash, ...parts, ...alignmentOf(original.source) }, answers: { hash, id: source.id, items: translated } };
}

function partsOf(source: ModuleSource, terms: readonly Term[], language: ContentLanguage): Omit<ModuleContent, "hash"> | undefined {
  const { id, module, lessons, task, evidence, jobAid } = source;
  if (!module || !task || !evidence || !jobAid?.front || lessons.some(({ front }) => !front)) return undefined;
  const { title, summary, minutes, prerequisites, objectives, check, practice, references } = module.value;
  const finder = termFinder(terms);
  const used = new Set<string>();
  return {
    id,
    language,
    title,
    summary,
    minutes,
    prerequisites,
    objectives,
    lessons: lessons.flatMap(({ front, body }) => {
      if (!front) return [];
      const { translates: _, ...lesson } = front.value;
      return [{ ...lesson, body: linkTerms(body.nodes, finder, (term) => used.add(term)) }];
    }),
    check,
    practice: { ...practice, task: task.nodes, evidence: evidence.nodes },
    jobAid: { title: jobAid.front.value.title, body: jobAid.body.nodes },
    terms: terms.filter((term) => used.has(term.id)).map(({ id: termId, term, definition }) => ({ id: termId, term, definition })),
    references,
  };
}

/** Choices are named after their original's text and stand in order of that name, so neither tells where the author put the key. */
function emitItem(item: CheckYaml["items"][number], original: CheckYaml["items"][number]): ModuleAnswers["items"][number] {
  const choices = item.choices.map((choice, i) => ({ id: choiceId(original.id, original.choices[i]?.text ?? choice.text), ...choice }));
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

/** The catalogue in another language: what is translated in it, the rest as the original has it. */
export function emitTranslatedCatalog(original: Catalog, modules: readonly EmittedModule[], paths: ContentSource["paths"]): Catalog {
  const translated = new Map(modules.map(({ content }) => [content.id, CatalogModule.parse(content)]));
  const words = new Map(paths.map(({ value }) => [value.id, { title: value.title, summary: value.summary }]));
  const entries = {
    modules: original.modules.map((module) => translated.get(module.id) ?? module),
    paths: original.paths.map((path) => ({ ...path, ...words.get(path.id) })),
  };
  return { hash: canonicalHash(entries), ...entries };
}

function emitPath({ translates: _, leavesOut: __, ...path }: PathYaml): PathDefinition {
  return { hash: canonicalHash(path), ...path };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
