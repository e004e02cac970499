import type { ModuleAnswers, ModuleContent } from "../../functions/curriculum/content.ts";
import type { Term } from "../../functions/curriculum/reference-content.ts";
import { checksOfAll, checksOfOriginals } from "./compile.ts";
import { inReadingOrder, type Diagnostic } from "./diagnostic.ts";
import { emitModule } from "./emit.ts";
import { readContent } from "./read-content.ts";
import { Source } from "./source.ts";

/** The folder that a module's files are read under; what it is called after its id does not matter. */
const folderOf = (files: Readonly<Record<string, string>>): string => {
  const id = /^id:\s*["']?([ml]\d{2})\b/m.exec(files["module.yaml"] ?? "")?.[1] ?? "l00";
  return `modules/${id}-local`;
};

/**
 * Compiles one module's files, named without their folder, with the checks that the build makes. `known` are the modules
 * it may name as prerequisites and the glossary's terms. With an error there is no module.
 */
export function compileOneModule(
  files: Readonly<Record<string, string>>,
  known: { moduleIds: readonly string[]; terms: unknown },
): { content: ModuleContent | undefined; answers: ModuleAnswers | undefined; problems: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const folder = folderOf(files);
  const source = readContent(
    Object.entries(files).map(([name, text]) => new Source(`${folder}/${name}`, text)),
    report,
    { elsewhere: known.moduleIds },
  );
  for (const check of [...checksOfAll, ...checksOfOriginals]) check(source, report);
  const problems = inReadingOrder(diagnostics).map((found) => ({ ...found, file: found.file.slice(folder.length + 1) }));
  const [module] = source.modules;
  const isWhole = module && !problems.some(({ severity }) => severity === "error");
  const emitted = isWhole ? emitModule(module, known.terms as Term[]) : undefined;
  return { content: emitted?.content, answers: emitted?.answers, problems };
}
