import { describe, expect, it } from "vitest";
import { nextPublishedIds } from "../../content/compile/checks/published-ids.ts";
import { compileOneModule } from "../../content/compile/compile-one.ts";
import { versionOf } from "../../content/compile/languages.ts";
import { Source } from "../../content/compile/source.ts";
import { moduleTemplate } from "../../functions/curriculum/module-template.ts";
import type { ContentNode } from "../../functions/curriculum/content.ts";
import { compileFiles, diagnosticLines, edit, validContent, type ContentFiles } from "./valid-content.ts";

const glossary = `terms:
  - id: opening
    term: opening word
    also: [first word]
    definition: What a lesson begins with.
    notToBeConfusedWith:
      - { id: closing, difference: That one comes last. }
    module: m01
  - id: closing
    term: closing word
    definition: What a lesson ends with.
    module: m01
`;
const valid: ContentFiles = { ...validContent(), "glossary.yaml": glossary };

function termsIn(nodes: readonly ContentNode[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    const [tag, { id }, ...children] = node;
    return [...(tag === "term" && id !== undefined ? [`${id}: ${String(children[0])}`] : []), ...termsIn(children)];
  });
}

describe("the glossary", () => {
  it("links each term at its first use in a lesson, whatever its case or number, and nowhere else", () => {
    const files = edit(valid, "1-why.md", "Closing words.", "Closing words. The opening word again, and a first word.");
    const { modules, diagnostics } = compileFiles(files);
    expect(diagnostics).toEqual([]);
    expect(termsIn(modules[0]?.lessons[0]?.body ?? [])).toEqual(["opening: Opening words", "closing: Closing words"]);
  });

  it("travels with the module that uses it, and makes no new version of it", () => {
    const [before, after] = [compileFiles(validContent()), compileFiles(valid)];
    expect(after.modules[0]?.terms.map(({ id }) => id)).toEqual(["closing", "opening"]);
    expect(before.modules[0]?.terms).toEqual([]);
  });

  it.each([
    [
      "a word that stands for two things",
      edit(valid, "glossary.yaml", "also: [first word]", "also: [closing word]"),
      '"closing word" already stands for `opening`',
    ],
    ["a neighbour that does not exist", edit(valid, "glossary.yaml", "{ id: closing,", "{ id: ending,"), "`ending` is not another term"],
    ["a module that does not exist", edit(valid, "glossary.yaml", "module: m01", "module: m09"), "the module `m09` does not exist"],
    [
      "a term that no lesson uses",
      edit(valid, "glossary.yaml", "term: closing word", "term: parting word"),
      "no lesson uses the term `closing`",
    ],
  ])("%s is reported", (_, files, message) => {
    expect(diagnosticLines(files).join("\n")).toContain(message);
  });
});

describe("a translation", () => {
  const translated = (files: ContentFiles): ContentFiles =>
    Object.fromEntries(
      Object.entries(files).map(([file, text]) => {
        const version = versionOf(new Source(file, text));
        const marked = file.endsWith(".md") ? text.replace("---\n", `---\ntranslates: ${version}\n`) : `translates: ${version}\n${text}`;
        return [`es/${file}`, marked.replaceAll("right step", "buen paso").replaceAll("First module", "Primer módulo")];
      }),
    );
  const originals = validContent();
  const both = { ...originals, ...translated(originals) };

  it("that is in step raises nothing, keeps the version and the ids, and says it in its own words", () => {
    const { diagnostics, modules, answers, translations } = compileFiles(both);
    expect(diagnostics).toEqual([]);
    expect(translations.es.modules[0]).toMatchObject({ language: "es", title: "Primer módulo", hash: modules[0]?.hash });
    expect(translations.es.catalog.modules[0]).toMatchObject({ language: "es", title: "Primer módulo" });
    const idsOf = (one: (typeof answers)[number] | undefined) =>
      one?.items.map(({ id, choices }) => [id, ...choices.map((choice) => choice.id)]);
    expect(idsOf(translations.es.answers[0])).toEqual(idsOf(answers[0]));
    expect(translations.es.answers[0]?.items[0]?.choices.find(({ correct }) => correct)?.text).toContain("buen paso");
  });

  it("leaves what is not translated in English, and says so in the catalogue", () => {
    expect(compileFiles(originals).translations.es.catalog.modules[0]).toMatchObject({ language: "en", title: "First module" });
  });

  it.each([
    [
      "is behind its original",
      edit(both, "modules/m01-first/1-why.md", "Closing words.", "Last words."),
      "the original has changed since this was translated",
    ],
    [
      "has its choices in another order",
      edit(both, "es/modules/m01-first/check.yaml", "        correct: true\n", ""),
      "the choices or their key differ from the original's",
    ],
    [
      "has another id",
      edit(both, "es/modules/m01-first/1-why.md", "id: lesson-1", "id: leccion-1"),
      "lesson 1 is `leccion-1`; the original has `lesson-1`",
    ],
    [
      "lacks a block",
      edit(both, "modules/m01-first/2-how.md", "Closing words.", ":::key\nKeep it.\n:::"),
      "the blocks are none, the original's key",
    ],
  ])("that %s is reported", (_, files, message) => {
    expect(diagnosticLines(files).join("\n")).toContain(message);
  });
});

describe("the list of published ids", () => {
  const ids = nextPublishedIds("", compileFiles(valid).source);
  const listed = { ...valid, "published-ids.txt": ids };

  it("holds every id that records may name, and raises nothing while all are there", () => {
    expect(ids.split("\n")).toEqual(expect.arrayContaining(["m01", "m01/lesson-1", "m01-i01", "path/teacher", "term/opening"]));
    expect(diagnosticLines(listed)).toEqual([]);
  });

  it("misses an id that is gone until it is retired, and never lets it be used again", () => {
    const gone = edit(listed, "glossary.yaml", "id: closing\n    term", "id: parting\n    term");
    const mended = edit(gone, "glossary.yaml", "{ id: closing,", "{ id: parting,");
    expect(diagnosticLines(mended).join("\n")).toContain("`term/closing` was published and is no longer there");
    const next = nextPublishedIds(ids, compileFiles(mended).source);
    expect(diagnosticLines({ ...mended, "published-ids.txt": next })).toEqual([]);
    expect(diagnosticLines({ ...listed, "published-ids.txt": next }).join("\n")).toContain("`term/closing` was retired and is used again");
  });
});

describe("one module by itself", () => {
  const files = Object.fromEntries(
    Object.entries(validContent()).flatMap(([file, text]) => (file.startsWith("modules/") ? [[file.split("/").at(-1) ?? "", text]] : [])),
  );

  it("compiles to what the build makes of it", () => {
    const { content, problems } = compileOneModule(files, { moduleIds: [], terms: [] });
    expect(problems).toEqual([]);
    expect(content).toEqual(compileFiles(validContent()).modules[0]);
  });

  it("may name modules that exist elsewhere, and no others", () => {
    const needing = edit(files, "module.yaml", "prerequisites: []", "prerequisites: [m02]");
    expect(compileOneModule(needing, { moduleIds: ["m02"], terms: [] }).problems).toEqual([]);
    const { content, problems } = compileOneModule(needing, { moduleIds: [], terms: [] });
    expect(content).toBeUndefined();
    expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual(["module.yaml: the prerequisite `m02` does not exist"]);
  });

  it("that nobody has written yet names each file that is still to be written, and none that is unknown", () => {
    const { content, problems } = compileOneModule(moduleTemplate("l01", "Our own"), { moduleIds: [], terms: [] });
    expect(content).toBeUndefined();
    expect(new Set(problems.map(({ file }) => file)).size).toBeGreaterThan(1);
    expect(problems.map(({ message }) => message).join("\n")).not.toMatch(/not a known key|is missing|YAML/);
  });
});
