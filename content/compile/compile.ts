import type { Catalog, ModuleAnswers, ModuleContent } from "../../functions/curriculum/content.ts";
import type { Term } from "../../functions/curriculum/reference-content.ts";
import { checkChoices } from "./checks/choices.ts";
import { checkIdentity } from "./checks/identity.ts";
import { checkItemBank } from "./checks/item-bank.ts";
import { checkLabels } from "./checks/labels.ts";
import { checkLessons } from "./checks/lessons.ts";
import { checkMinutes } from "./checks/minutes.ts";
import { checkObjectives } from "./checks/objectives.ts";
import { checkPaths } from "./checks/paths.ts";
import { checkPlainText } from "./checks/plain-text.ts";
import { checkPractice } from "./checks/practice.ts";
import { checkPrerequisites } from "./checks/prerequisites.ts";
import { checkPublishedIds, publishedIdsFile } from "./checks/published-ids.ts";
import { checkReadability } from "./checks/readability.ts";
import { checkReferences } from "./checks/references.ts";
import { checkShared } from "./checks/shared.ts";
import { checkStudentData } from "./checks/student-data.ts";
import { checkTranslation } from "./checks/translations.ts";
import type { ContentSource, ModuleSource } from "./content-source.ts";
import { inReadingOrder, type Diagnostic, type Report } from "./diagnostic.ts";
import { emitShared, emitTerms, type SharedContent } from "./emit-shared.ts";
import { emitCatalog, emitModule, emitTranslatedCatalog, emitTranslation, type EmittedModule } from "./emit.ts";
import { translations, type Translation } from "./languages.ts";
import { readContent } from "./read-content.ts";
import { readSourceTree } from "./source-tree.ts";
import type { Source } from "./source.ts";

/** What one language has of the content; the originals have all of it. */
export interface LanguageContent {
  catalog: Catalog;
  /** What learners may read, in catalogue order. */
  modules: ModuleContent[];
  /** Keys and feedback in the same order; these stay on the server. */
  answers: ModuleAnswers[];
  shared: SharedContent;
}

/** Everything one compilation gives; use it only when no diagnostic is an error. */
export interface CompiledContent extends LanguageContent {
  translations: Record<Translation, LanguageContent>;
  /** Each module's files by name, as they were written: what a district's own edition begins with. */
  sources: Map<string, Record<string, string>>;
  /** The originals as they were read; what the tools beside the build work on. */
  source: ContentSource;
  /** In order of file, line and column; file paths are relative to the content folder. */
  diagnostics: Diagnostic[];
}

type Check = (content: ContentSource, report: Report) => void;

/** What holds in every language. */
export const checksOfAll: readonly Check[] = [checkIdentity, checkLessons, checkChoices, checkPractice, checkPlainText, checkReferences];

/** What is looked at in the originals alone: a translation has their structure, and these rules know English. */
export const checksOfOriginals: readonly Check[] = [
  checkPrerequisites,
  checkPaths,
  checkObjectives,
  checkMinutes,
  checkItemBank,
  checkLabels,
  checkReadability,
  checkStudentData,
  checkShared,
];

/** Compiles a content folder; the same files always give the same result, and wrong ones diagnostics, never an exception. */
export function compileContent(folder: string): CompiledContent {
  return compileSources(readSourceTree(folder));
}

/** Compiles content that is already in memory. */
export function compileSources(sources: readonly Source[]): CompiledContent {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const isTranslated = ({ file }: Source): boolean => translations.some((language) => file.startsWith(`${language}/`));
  const published = sources.find(({ file }) => file === publishedIdsFile);
  const source = readContent(
    sources.filter((one) => one !== published && !isTranslated(one)),
    report,
  );
  for (const check of [...checksOfAll, ...checksOfOriginals]) check(source, report);
  checkPublishedIds(source, published, report);
  const shared = emitShared(source.shared);
  const emitted = inOrder(source.modules.flatMap((module) => emitModule(module, shared.glossary.terms) ?? []));
  const original = { ...languageContent(emitted, shared), catalog: emitCatalog(emitted, source.paths) };
  const translate = (language: Translation): LanguageContent => {
    const own = sources.filter(({ file }) => file.startsWith(`${language}/`));
    return compileTranslation(own, { source, original, language }, report);
  };
  return {
    ...original,
    translations: { es: translate("es") },
    sources: new Map(source.modules.map((module) => [module.id, filesOf(module)])),
    source,
    diagnostics: inReadingOrder(diagnostics),
  };
}

function compileTranslation(
  sources: readonly Source[],
  { source, original, language }: { source: ContentSource; original: LanguageContent; language: Translation },
  report: Report,
): LanguageContent {
  const translated = readContent(sources, report, { root: `${language}/` });
  for (const check of checksOfAll) check(translated, report);
  checkTranslation(source, translated, report);
  const terms = translatedTerms(original.shared.glossary.terms, emitTerms(translated.shared.glossary));
  const emitted = inOrder(
    translated.modules.flatMap((module) => {
      const from = source.modules.find(({ id }) => id === module.id);
      const hash = original.modules.find(({ id }) => id === module.id)?.hash;
      if (!from || hash === undefined) return [];
      return emitTranslation(module, { source: from, hash }, terms, language) ?? [];
    }),
  );
  const shared = { ...original.shared, glossary: { terms } };
  return { ...languageContent(emitted, shared), catalog: emitTranslatedCatalog(original.catalog, emitted, translated.paths) };
}

/** The glossary in another language; a term that is not translated keeps its English words. */
function translatedTerms(originals: readonly Term[], translated: readonly Term[]): Term[] {
  const byId = new Map(translated.map((term) => [term.id, term]));
  return originals.map((term) => byId.get(term.id) ?? term).toSorted((a, b) => a.term.localeCompare(b.term));
}

function languageContent(emitted: readonly EmittedModule[], shared: SharedContent): Omit<LanguageContent, "catalog"> {
  return { modules: emitted.map(({ content }) => content), answers: emitted.map(({ answers }) => answers), shared };
}

function filesOf({ module, check, jobAid, lessons }: ModuleSource): Record<string, string> {
  const sources = [module?.source, check?.source, jobAid?.source, ...lessons.map((lesson) => lesson.source)];
  return Object.fromEntries(sources.flatMap((one) => (one ? [[one.file.split("/").at(-1) ?? "", one.text]] : [])));
}

function inOrder(emitted: EmittedModule[]): EmittedModule[] {
  return emitted.toSorted((a, b) => (a.content.id < b.content.id ? -1 : 1));
}
