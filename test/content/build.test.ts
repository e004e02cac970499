import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildContent } from "../../content/compile/build.ts";
import { Catalog, ModuleAnswers, ModuleContent } from "../../functions/curriculum/content.ts";
import { edit, validPair, type ContentFiles } from "./valid-content.ts";

let folder: string;
const source = () => join(folder, "content");
const out = () => join(folder, "dist");
const written = () =>
  readdirSync(out(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out().length + 1))
    .toSorted();
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(out(), name), "utf8"));

function writeSource(files: ContentFiles): void {
  rmSync(source(), { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(source(), name)), { recursive: true });
    writeFileSync(join(source(), name), text);
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-content-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("buildContent", () => {
  it("writes the catalogue, and each module apart from its answers", () => {
    writeSource(validPair());
    const { changed } = buildContent(source(), out());
    const all = [
      "answers/m01.json",
      "answers/m02.json",
      "catalog.json",
      "es/catalog.json",
      "es/glossary.json",
      "es/search.json",
      "glossary.json",
      "inventories.json",
      "library.json",
      "model.json",
      "modules/m01.json",
      "modules/m02.json",
      "search.json",
      "sources/m01.json",
      "sources/m02.json",
    ];
    expect(written()).toEqual(all);
    expect(changed.toSorted()).toEqual(all);
    expect(Catalog.parse(readJson("catalog.json")).modules).toHaveLength(2);
    expect(ModuleContent.parse(readJson("modules/m01.json")).hash).toBe(ModuleAnswers.parse(readJson("answers/m01.json")).hash);
    expect(readFileSync(join(out(), "modules/m01.json"), "utf8")).not.toMatch(/"correct"|"feedback"/);
  });

  it("writes only what changed", () => {
    writeSource(validPair());
    buildContent(source(), out());
    const before = statSync(join(out(), "modules/m02.json"));
    expect(buildContent(source(), out()).changed).toEqual([]);
    writeSource(edit(validPair(), "m01-first/1-why.md", "Closing words", "Last words"));
    expect(buildContent(source(), out()).changed.toSorted()).toEqual([
      "answers/m01.json",
      "catalog.json",
      "es/catalog.json",
      "es/search.json",
      "modules/m01.json",
      "search.json",
      "sources/m01.json",
    ]);
    expect(statSync(join(out(), "modules/m02.json")).ino).toBe(before.ino);
  });

  it("writes nothing when there is an error, so that the last good build stays whole", () => {
    writeSource(validPair());
    buildContent(source(), out());
    const good = readFileSync(join(out(), "catalog.json"), "utf8");
    writeSource(edit(validPair(), "m01-first/check.yaml", "correct: true", "correct: false"));
    const { changed, diagnostics } = buildContent(source(), out());
    expect(diagnostics.map(({ file, line }) => `${file}:${line}`)).toEqual(["modules/m01-first/check.yaml:7"]);
    expect(changed).toEqual([]);
    expect(readFileSync(join(out(), "catalog.json"), "utf8")).toBe(good);
  });

  it("removes the files of a module that is gone", () => {
    writeSource(validPair());
    buildContent(source(), out());
    writeSource(Object.fromEntries(Object.entries(validPair()).filter(([name]) => !name.includes("m02"))));
    const gone = ["answers/m02.json", "modules/m02.json", "sources/m02.json"];
    expect(buildContent(source(), out()).changed).toEqual(expect.arrayContaining(gone));
    expect(written().filter((name) => name.includes("m02"))).toEqual([]);
  });

  it("builds an empty catalogue from an empty folder", () => {
    mkdirSync(source());
    buildContent(source(), out());
    expect(Catalog.parse(readJson("catalog.json"))).toMatchObject({ modules: [], paths: [] });
  });
});
