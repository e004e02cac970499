import type MiniSearch from "minisearch";
import type { CatalogView, LibraryView } from "../../functions/curriculum/contract.ts";
import { type SearchEntry, searchOptions } from "../../functions/curriculum/search.ts";

/** What kind of thing was found. */
export type HitKind = "lesson" | "module" | "job-aid" | "term" | "resource" | "element";

export type Hit = { id: string; kind: HitKind; title: string; place: string; excerpt: string };
export type Found = { hits: Hit[]; isLoose: boolean };
export type SearchEngine = (text: string) => Found;

const most = 40;

/**
 * Makes the search from the index that was built with the content, and what only this district has. Every word must be
 * found; where nothing holds them all, what holds some is offered, and said to be loose. Lessons that the district's
 * edition no longer has are left out.
 */
export function searchEngine(index: MiniSearch<SearchEntry>, { modules }: CatalogView, { resources }: LibraryView): SearchEngine {
  for (const entry of [...localModules(modules), ...localResources(resources)]) if (!index.has(entry.id)) index.add(entry);
  const lessons = new Set(modules.flatMap(({ id, lessons: own }) => own.map((lesson) => `lesson/${id}/${lesson.id}`)));
  const isThere = (id: string): boolean => !id.startsWith("lesson/") || lessons.has(id);
  return (text) => {
    const strict = index.search(text);
    const found = strict.length > 0 ? strict : index.search(text, { ...searchOptions.searchOptions, combineWith: "OR" });
    const hits = found.filter(({ id }) => isThere(String(id))).slice(0, most);
    return { hits: hits.map(hitOf), isLoose: strict.length === 0 && hits.length > 0 };
  };
}

function hitOf({ id, title, place, excerpt }: { id: unknown; [field: string]: unknown }): Hit {
  const name = String(id);
  return { id: name, kind: name.split("/")[0] as HitKind, title: String(title), place: String(place), excerpt: String(excerpt) };
}

function localModules(modules: CatalogView["modules"]): SearchEntry[] {
  return modules
    .filter(({ id }) => id.startsWith("l"))
    .flatMap(({ id, title, summary, lessons }) => [
      { id: `module/${id}`, title, place: "", words: summary, excerpt: summary },
      ...lessons.map((lesson) => ({ id: `lesson/${id}/${lesson.id}`, title: lesson.title, place: title, words: "", excerpt: "" })),
    ]);
}

function localResources(resources: LibraryView["resources"]): SearchEntry[] {
  return resources
    .filter(({ isLocal }) => isLocal)
    .map(({ id, title, publisher, about }) => ({ id: `resource/${id}`, title, place: publisher, words: about, excerpt: about }));
}

/** Where a hit leads: the page's address and, on a page of many, the entry's own. */
export function addressOf(id: string): { to: string; hash?: string } {
  const [kind = "", first = "", second = ""] = id.split("/");
  if (kind === "lesson") return { to: `/learn/${first}/lesson/${second}` };
  if (kind === "job-aid") return { to: `/learn/${first}/job-aid` };
  if (kind === "term") return { to: "/glossary", hash: first };
  if (kind === "resource") return { to: "/library", hash: first };
  if (kind === "element") return { to: "/model", hash: first };
  return { to: `/learn/${first}` };
}
