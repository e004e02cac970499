import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compileContent, type CompiledContent } from "../../content/compile/compile.ts";
import { renderDiagnostic } from "../../content/compile/render-diagnostic.ts";
import { summarizeContent } from "../../content/compile/summary.ts";
import { Catalog, ModuleAnswers, ModuleContent } from "../../functions/curriculum/content.ts";
import { compileFiles, edit, validContent, validPair } from "./valid-content.ts";

const realContent = join(import.meta.dirname, "../../content");

/** Every key at any depth of a JSON value. */
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

describe("the real content", () => {
  const real = compileContent(realContent);

  it("has no error", () => {
    const errors = real.diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map((found) => renderDiagnostic(found, found.file, undefined))).toEqual([]);
  });

  it("meets the schemas that the application reads it with, to the last key", () => {
    expect(Catalog.parse(real.catalog)).toEqual(real.catalog);
    for (const module of real.modules) expect(ModuleContent.parse(module)).toEqual(module);
    for (const answers of real.answers) expect(ModuleAnswers.parse(answers)).toEqual(answers);
  });

  it("gives learners no key, no feedback and no item before they answer", () => {
    for (const module of [...real.modules, real.catalog]) {
      expect(keysOf(module)).not.toContain("correct");
      expect(keysOf(module)).not.toContain("feedback");
    }
    const open = JSON.stringify([real.modules, real.catalog]);
    for (const item of real.answers.flatMap(({ items }) => items)) {
      expect(open).not.toContain(JSON.stringify(item.scenario).slice(1, -1));
      for (const { feedback } of item.choices) expect(open).not.toContain(JSON.stringify(feedback).slice(1, -1));
    }
  });
});

describe("the output", () => {
  it("is the same for the same files, in whatever order they are read", () => {
    const files = validPair();
    const reversed = Object.fromEntries(Object.entries(files).toReversed());
    const outcome = ({ source: _, sources, ...rest }: CompiledContent) => ({ ...rest, sources: Object.fromEntries(sources) });
    expect(outcome(compileFiles(reversed))).toEqual(outcome(compileFiles(files)));
    expect(JSON.stringify(compileFiles(reversed).modules)).toBe(JSON.stringify(compileFiles(files).modules));
  });

  it("lists modules and paths in order of id", () => {
    expect(compileFiles(validPair()).catalog.modules.map(({ id }) => id)).toEqual(["m01", "m02"]);
  });

  it("names a version by 12 hex digits that its answers share", () => {
    const { modules, answers, catalog } = compileFiles(validContent());
    expect(modules[0]?.hash).toMatch(/^[0-9a-f]{12}$/);
    expect(answers[0]?.hash).toBe(modules[0]?.hash);
    expect(catalog.modules[0]?.hash).toBe(modules[0]?.hash);
  });

  it.each([
    ["a word of a lesson", "1-why.md", "Closing words", "Last words"],
    ["the feedback of an item", "check.yaml", "This is right", "This is it"],
    ["which choice is correct", "check.yaml", "correct: true", "correct: false"],
    ["a level of the rubric", "module.yaml", "Very clear", "Quite clear"],
  ])("changes the module's and the catalogue's hash, and no other, with %s", (_, file, from, to) => {
    const files = validPair();
    const [before, after] = [compileFiles(files), compileFiles(edit(files, `m01-first/${file}`, from, to))];
    expect(after.modules[0]?.hash).not.toBe(before.modules[0]?.hash);
    expect(after.catalog.hash).not.toBe(before.catalog.hash);
    expect(after.modules[1]?.hash).toBe(before.modules[1]?.hash);
    expect(after.catalog.paths).toEqual(before.catalog.paths);
  });

  it("changes no hash with a comment, the order of keys or the wrapping of plain text", () => {
    const files = validContent();
    const rewritten = edit(
      edit(
        files,
        "module.yaml",
        "summary: It shows the shape.\nminutes: 14\n",
        "minutes: 14 # in all\nsummary: |\n  It shows\n  the shape.\n",
      ),
      "check.yaml",
      "It has a question.",
      "It has\n      a question.",
    );
    expect(compileFiles(rewritten).catalog.hash).toBe(compileFiles(files).catalog.hash);
  });

  it("does not tell by a choice's id or place where the author put the key", () => {
    const files = validContent();
    const key = "      - text: The right step 1\n        correct: true\n        feedback: This is right.\n";
    const last = "        feedback: This comes last.\n";
    const moved = edit(edit(files, "check.yaml", key, ""), "check.yaml", last, last + key);
    expect(compileFiles(moved).answers).toEqual(compileFiles(files).answers);
    const places = compileFiles(files).answers[0]?.items.map(({ choices }) => choices.findIndex(({ correct }) => correct));
    expect(new Set(places).size).toBeGreaterThan(1);
  });

  it("leaves out a module that could not be read whole, and keeps the others", () => {
    const { modules, answers } = compileFiles(edit(validPair(), "m01-first/module.yaml", "title:", "titel:"));
    expect(modules.map(({ id }) => id)).toEqual(["m02"]);
    expect(answers.map(({ id }) => id)).toEqual(["m02"]);
  });
});

it("the summary counts what there is and what is wrong, in all and per module", () => {
  expect(summarizeContent(compileFiles(validPair()))).toEqual({
    modules: 2,
    lessons: 6,
    paths: 1,
    items: 24,
    terms: 0,
    elements: 0,
    inventoryItems: 0,
    resources: 0,
    jobAids: 2,
    sources: 3,
    translated: { es: 0 },
    errors: 0,
    warnings: 0,
    byModule: ["m01", "m02"].map((id) => ({ id, lessons: 3, items: 12, jobAids: 1, sources: 3, errors: 0, warnings: 0 })),
  });
  const broken = summarizeContent(compileFiles(edit(validPair(), "m02-second/check.yaml", "correct:", "corect:")));
  expect(broken).toMatchObject({
    modules: 1,
    errors: 1,
    byModule: [{ id: "m01" }, { id: "m02", items: 0, errors: 1 }],
  });
});

it("a diagnostic is shown with its line, a caret under the column and the fix", () => {
  const found = {
    file: "a.yaml",
    line: 3,
    column: 5,
    severity: "error",
    message: "it is wrong",
    fix: "Mend it.",
  } as const;
  expect(renderDiagnostic(found, "content/a.yaml", "  - bad")).toBe(
    "content/a.yaml:3:5 error: it is wrong\n  |   - bad\n  |     ^\n  fix: Mend it.",
  );
});

it("the example of content/README.md for a module file is one that the compiler reads", () => {
  const readme = readFileSync(join(realContent, "README.md"), "utf8");
  const example = /```yaml\n(id: m04[^]*?)```/.exec(readme)?.[1] ?? "";
  const { diagnostics } = compileFiles({ "modules/m04-four-questions/module.yaml": example });
  // It shows one entry where a module has several; every key and value is as the schema wants it.
  expect(diagnostics.filter(({ message }) => /not a known key|is missing$|, not /.test(message)).map(({ file }) => file)).toEqual([
    "modules/m04-four-questions/check.yaml",
    "modules/m04-four-questions/job-aid.md",
  ]);
});
