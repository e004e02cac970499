import type { Catalog, ModuleAnswers, ModuleContent } from "../../functions/learning/content.ts";
import { checkChoices } from "./checks/choices.ts";
import { checkIdentity } from "./checks/identity.ts";
import { checkItemBank } from "./checks/item-bank.ts";
import { checkLabels } from "./checks/labels.ts";
import { checkLessons } from "./checks/lessons.ts";
import { checkMinutes } from "./checks/minutes.ts";
import { checkObjectives } from "./checks/objectives.ts";
import { checkPaths } from "./checks/paths.ts";
import { checkPlainText } from "./checks/plain-text.ts";
import { checkPrerequisites } from "./checks/prerequisites.ts";
import { checkReadability } from "./checks/readability.ts";
import type { ContentSource } from "./content-source.ts";
import { inReadingOrder, type Diagnostic, type Report } from "./diagnostic.ts";
import { emitCatalog, emitModule } from "./emit.ts";
import { readContent } from "./read-content.ts";
import { readSourceTree } from "./source-tree.ts";
import type { Source } from "./source.ts";

/** Everything one compilation gives; use `modules` and `answers` only when no diagnostic is an error. */
export interface CompiledContent {
  catalog: Catalog;
  /** What learners may read, in catalogue order. */
  modules: ModuleContent[];
  /** Keys and feedback in the same order; these stay on the server. */
  answers: ModuleAnswers[];
  /** In order of file, line and column; file paths are relative to the content folder. */
  diagnostics: Diagnostic[];
}

const checks: readonly ((content: ContentSource, report: Report) => void)[] = [
  checkIdentity,
  checkPrerequisites,
  checkPaths,
  checkObjectives,
  checkLessons,
  checkMinutes,
  checkItemBank,
  checkChoices,
  checkPlainText,
  checkLabels,
  checkReadability,
];

/** Compiles a content folder; the same files always give the same result, and wrong ones diagnostics, never an exception. */
export function compileContent(folder: string): CompiledContent {
  return compileSources(readSourceTree(folder));
}

/** Compiles content that is already in memory. */
export function compileSources(sources: readonly Source[]): CompiledContent {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const content = readContent(sources, report);
  for (const check of checks) check(content, report);
  const emitted = content.modules.flatMap((module) => emitModule(module) ?? []).toSorted((a, b) => (a.content.id < b.content.id ? -1 : 1));
  return {
    catalog: emitCatalog(emitted, content.paths),
    modules: emitted.map((module) => module.content),
    answers: emitted.map((module) => module.answers),
    diagnostics: inReadingOrder(diagnostics),
  };
}
