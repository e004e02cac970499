import type { CompiledContent } from "./compile.ts";
import type { Diagnostic } from "./diagnostic.ts";

interface Counts {
  lessons: number;
  items: number;
  jobAids: number;
  sources: number;
  errors: number;
  warnings: number;
}

/** The figures of a compilation, in all and per module. `translated` counts the modules of each other language. */
interface ContentSummary extends Counts {
  modules: number;
  paths: number;
  terms: number;
  elements: number;
  inventoryItems: number;
  resources: number;
  translated: Record<string, number>;
  byModule: (Counts & { id: string })[];
}

/** Counts what a compilation holds; a module that could not be read is counted with its diagnostics and nothing else. */
export function summarizeContent({ catalog, modules, answers, shared, translations, diagnostics }: CompiledContent): ContentSummary {
  const moduleOf = ({ file }: Diagnostic): string | undefined => /(?:^|\/)modules\/([ml]\d{2})-/.exec(file)?.[1];
  const ids = new Set([...modules.map(({ id }) => id), ...diagnostics.flatMap((found) => moduleOf(found) ?? [])]);
  const byModule = [...ids].toSorted().map((id) => {
    const module = modules.find((one) => one.id === id);
    return {
      id,
      lessons: module?.lessons.length ?? 0,
      items: answers.find((one) => one.id === id)?.items.length ?? 0,
      jobAids: module ? 1 : 0,
      sources: module?.references.length ?? 0,
      ...severities(diagnostics.filter((found) => moduleOf(found) === id)),
    };
  });
  return {
    modules: modules.length,
    lessons: sum(byModule.map(({ lessons }) => lessons)),
    paths: catalog.paths.length,
    items: sum(byModule.map(({ items }) => items)),
    terms: shared.glossary.terms.length,
    elements: shared.model.elements.length,
    inventoryItems: sum(shared.inventories.flatMap(({ areas }) => areas.map(({ items }) => items.length))),
    resources: shared.library.resources.length,
    jobAids: modules.length,
    sources: new Set(modules.flatMap(({ references }) => references.map(({ url }) => url))).size,
    translated: Object.fromEntries(Object.entries(translations).map(([language, content]) => [language, content.modules.length])),
    ...severities(diagnostics),
    byModule,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function severities(diagnostics: readonly Diagnostic[]): Pick<Counts, "errors" | "warnings"> {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: diagnostics.length - errors };
}
