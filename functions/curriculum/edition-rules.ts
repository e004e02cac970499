import type { LocalDate } from "../platform/dates.ts";
import type { CatalogModule } from "./content.ts";
import type { SourceFiles } from "./contract.ts";
import type { EditionIndex, IndexEntry } from "./records.ts";

/** The edition in force on a day: of those whose day has come, the one of the latest day, and of that day the newest. */
export function editionInForce(entries: readonly IndexEntry[], today: LocalDate): IndexEntry | undefined {
  return entries
    .filter(({ publishOn }) => publishOn <= today)
    .toSorted((a, b) => (a.publishOn === b.publishOn ? b.number - a.number : a.publishOn < b.publishOn ? 1 : -1))[0];
}

/** Whether a module is the district's own from the first word. */
export function isLocalModule(moduleId: string): boolean {
  return moduleId.startsWith("l");
}

/** Since when each lesson counts as changed, by all editions whose day has come: the latest time that anyone asked for it. */
export function changedLessons(entries: readonly IndexEntry[], today: LocalDate): Map<string, string> {
  const changed = new Map<string, string>();
  for (const { publishOn, again, againAt } of entries) {
    if (publishOn > today) continue;
    for (const lessonId of again) if (againAt > (changed.get(lessonId) ?? "")) changed.set(lessonId, againAt);
  }
  return changed;
}

/**
 * The shipped catalogue's modules as the district has them on a day: its own editions in place of what they replace, its
 * local modules at the end, and on each lesson when it last changed.
 */
export function modulesOfDistrict(shipped: readonly CatalogModule[], index: EditionIndex, today: LocalDate): CatalogModule[] {
  const local = Object.keys(index.modules).filter(isLocalModule).toSorted();
  const own = (moduleId: string, fallback: CatalogModule | undefined): CatalogModule | undefined => {
    const entries = index.modules[moduleId]?.editions;
    if (!entries) return fallback;
    const entry = editionInForce(entries, today);
    // An edition that does not say what the module is about leaves it as it was shipped.
    const { topics, standards } = fallback ?? {};
    const filed = { ...(topics && { topics }), ...(standards && { standards }) };
    const module = entry?.module ? { ...filed, ...entry.module, edition: entry.number } : fallback;
    return module && withChanges(module, changedLessons(entries, today));
  };
  return [...shipped.map((module) => own(module.id, module) ?? module), ...local.flatMap((id) => own(id, undefined) ?? [])];
}

/** A module whose lessons say when they last changed. */
export function withChanges<T extends Pick<CatalogModule, "lessons">>(module: T, changed: ReadonlyMap<string, string>): T {
  if (changed.size === 0) return module;
  const lessons = module.lessons.map((lesson) => {
    const changedAt = changed.get(lesson.id);
    return changedAt === undefined ? lesson : { ...lesson, changedAt };
  });
  return { ...module, lessons };
}

/** The files that differ from the shipped ones: what an edition keeps, so that a mended shipped file still reaches everyone. */
export function changedFiles(files: SourceFiles, shipped: SourceFiles): SourceFiles {
  return Object.fromEntries(Object.entries(files).filter(([name, text]) => shipped[name] !== text));
}

/** The next free id of a local module: `l01`, `l02` …; an id is never used twice. */
export function nextLocalId(index: EditionIndex): string {
  const numbers = Object.keys(index.modules)
    .filter(isLocalModule)
    .map((id) => Number(id.slice(1)));
  return `l${String(Math.max(0, ...numbers) + 1).padStart(2, "0")}`;
}
