import type { CompiledContent } from "./compile.ts";
import type { Diagnostic } from "./diagnostic.ts";

interface Counts {
  lessons: number;
  items: number;
  errors: number;
  warnings: number;
}

/** The figures of a compilation, in all and per module. */
interface ContentSummary extends Counts {
  modules: number;
  paths: number;
  byModule: (Counts & { id: string })[];
}

/** Counts what a compilation holds; a module that could not be read is counted with its diagnostics and nothing else. */
export function summarizeContent({ catalog, modules, answers, diagnostics }: CompiledContent): ContentSummary {
  const moduleOf = ({ file }: Diagnostic): string | undefined => /^modules\/(m\d{2})-/.exec(file)?.[1];
  const ids = new Set([...modules.map(({ id }) => id), ...diagnostics.flatMap((found) => moduleOf(found) ?? [])]);
  const byModule = [...ids].toSorted().map((id) => ({
    id,
    lessons: modules.find((module) => module.id === id)?.lessons.length ?? 0,
    items: answers.find((module) => module.id === id)?.items.length ?? 0,
    ...severities(diagnostics.filter((found) => moduleOf(found) === id)),
  }));
  return {
    modules: modules.length,
    lessons: byModule.reduce((total, { lessons }) => total + lessons, 0),
    paths: catalog.paths.length,
    items: byModule.reduce((total, { items }) => total + items, 0),
    ...severities(diagnostics),
    byModule,
  };
}

function severities(diagnostics: readonly Diagnostic[]): Pick<Counts, "errors" | "warnings"> {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return { errors, warnings: diagnostics.length - errors };
}
