import MiniSearch from "minisearch";
import type { ContentNode, ModuleContent } from "../../functions/curriculum/content.ts";
import { searchOptions, type SearchEntry } from "../../functions/curriculum/search.ts";
import type { SharedContent } from "./emit-shared.ts";

/** The index of everything staff may look for, as MiniSearch serializes it; built here so that a phone only loads it. */
export function buildSearchIndex(modules: readonly ModuleContent[], shared: SharedContent): object {
  const index = new MiniSearch<SearchEntry>(searchOptions);
  index.addAll([...modules.flatMap(moduleEntries), ...sharedEntries(shared)]);
  return index.toJSON();
}

/** A module's lessons and job aid, and the module itself. */
function moduleEntries({ id, title, summary, objectives, lessons, practice, jobAid }: ModuleContent): SearchEntry[] {
  return [
    {
      id: `module/${id}`,
      title,
      place: "",
      words: [summary, practice.title, ...objectives.map(({ text }) => text)].join(" "),
      excerpt: excerptOf(summary),
    },
    ...lessons.map((lesson) => {
      const text = textOf(lesson.body);
      return { id: `lesson/${id}/${lesson.id}`, title: lesson.title, place: title, words: text, excerpt: excerptOf(text) };
    }),
    { id: `job-aid/${id}`, title: jobAid.title, place: title, words: textOf(jobAid.body), excerpt: excerptOf(textOf(jobAid.body)) },
  ];
}

function sharedEntries({ glossary, library, model }: SharedContent): SearchEntry[] {
  return [
    ...glossary.terms.map(({ id, term, also, definition }) => ({
      id: `term/${id}`,
      title: term,
      place: "",
      words: [...also, definition].join(" "),
      excerpt: excerptOf(definition),
    })),
    ...library.resources.map(({ id, title, publisher, about }) => ({
      id: `resource/${id}`,
      title,
      place: publisher,
      words: about,
      excerpt: excerptOf(about),
    })),
    ...model.elements.map(({ id, name, settles, why }) => ({
      id: `element/${id}`,
      title: name,
      place: "",
      words: `${settles} ${why}`,
      excerpt: excerptOf(settles),
    })),
  ];
}

function textOf(nodes: readonly ContentNode[]): string {
  return nodes
    .map((node) => (typeof node === "string" ? node : textOf(node.slice(2) as ContentNode[])))
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function excerptOf(text: string): string {
  return text.length <= 110 ? text : `${text.slice(0, 110).replace(/\s+\S*$/, "")} …`;
}
