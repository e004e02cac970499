import MiniSearch from "minisearch";
import { describe, expect, it } from "vitest";
import { contentFiles } from "../../content/compile/build.ts";
import type { CatalogView, LibraryView, ResourceView } from "../../functions/curriculum/contract.ts";
import { type SearchEntry, searchOptions } from "../../functions/curriculum/search.ts";
import { knownFilter, matches } from "../../web/reference/library-filter.ts";
import { addressOf, searchEngine } from "../../web/reference/search-engine.ts";
import { compileFiles, edit, validPair } from "../content/valid-content.ts";

const compiled = compileFiles(edit(validPair(), "m02-second/2-how.md", "Closing words.", "How families hear of a plan."));
const indexed = JSON.stringify(contentFiles(compiled).get("search.json")?.());
const catalog = { modules: compiled.catalog.modules, paths: [] } as CatalogView;
const resource: ResourceView = {
  id: "lib_1",
  title: "Our request form",
  publisher: "Maple Valley Schools",
  kind: "guide",
  url: "https://maple.example/form",
  minutes: 5,
  about: "How to ask for help.",
  roles: ["teacher"],
  tiers: [2],
  elements: [],
  modules: [],
  hasCaptions: false,
  isLocal: true,
};
const library: LibraryView = { resources: [resource] };
const search = (modules = catalog.modules) =>
  searchEngine(MiniSearch.loadJSON<SearchEntry>(indexed, searchOptions), { ...catalog, modules }, library);
const idsOf = (text: string, modules?: CatalogView["modules"]) => search(modules)(text).hits.map(({ id }) => id);

describe("search", () => {
  it("finds a lesson by a word of its text, also mistyped or begun", () => {
    for (const text of ["families", "famlies", "famil", "FAMILIES hear"]) expect(idsOf(text)[0]).toBe("lesson/m02/lesson-2");
  });

  it("ranks a title above a text", () => {
    expect(idsOf("first module")[0]).toBe("module/m01");
  });

  it("finds what only this district has, and leaves out lessons that its edition no longer has", () => {
    expect(idsOf("request form")).toEqual(["resource/lib_1"]);
    const shorter = catalog.modules.map((module) => ({ ...module, lessons: module.lessons.filter(({ id }) => id !== "lesson-2") }));
    expect(idsOf("families", shorter)).toEqual([]);
  });

  it("says when nothing holds every word, and offers what holds some", () => {
    expect(search()("families spaceship")).toMatchObject({ isLoose: true, hits: [{ id: "lesson/m02/lesson-2", kind: "lesson" }] });
    expect(search()("spaceship")).toEqual({ hits: [], isLoose: false });
  });

  it.each([
    ["lesson/m04/the-order", { to: "/learn/m04/lesson/the-order" }],
    ["module/m04", { to: "/learn/m04" }],
    ["job-aid/m04", { to: "/learn/m04/job-aid" }],
    ["term/dose", { to: "/glossary", hash: "dose" }],
    ["resource/ies", { to: "/library", hash: "ies" }],
    ["element/menu", { to: "/model", hash: "menu" }],
  ])("leads from %s to its page", (id, address) => {
    expect(addressOf(id)).toEqual(address);
  });
});

describe("the library's filter", () => {
  it("takes from an address what the page offers, and nothing else", () => {
    const offered = { roles: ["teacher" as const], kinds: ["guide" as const] };
    expect(knownFilter({ q: "form", role: "teacher", tier: 2, kind: "guide" }, offered)).toEqual({
      q: "form",
      role: "teacher",
      tier: 2,
      kind: "guide",
    });
    expect(knownFilter({ q: "", role: "king", tier: 9, kind: "<script>" }, offered)).toEqual({});
  });

  it("shows what fits every choice; what names no role or tier is for all", () => {
    expect(matches(resource, {})).toBe(true);
    expect(matches(resource, { q: "form help", role: "teacher", tier: 2, kind: "guide" })).toBe(true);
    expect(matches(resource, { role: "coach" })).toBe(false);
    expect(matches({ ...resource, roles: [], tiers: [] }, { role: "coach", tier: 3 })).toBe(true);
    expect(matches(resource, { q: "form banana" })).toBe(false);
  });
});
