import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { compileContent } from "../../content/compile/compile.ts";
import { scaffold, ScaffoldError } from "../../content/compile/scaffold.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "throughline-scaffold-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const messages = () => compileContent(folder).diagnostics.map(({ file, message }) => `${file}: ${message}`);

it("a new module has every part, and the check asks for what is to be written, never for a key", () => {
  const files = scaffold(folder, "module", ["m25-a-new-one"]);
  expect(files.map((file) => file.split("/").at(-1) ?? "").toSorted()).toEqual([
    "1-first-lesson.md",
    "2-second-lesson.md",
    "3-third-lesson.md",
    "check.yaml",
    "job-aid.md",
    "module.yaml",
  ]);
  expect(messages().join("\n")).not.toMatch(/is not a known key|is missing|YAML|no place/);
  expect(messages().length).toBeGreaterThan(0);
});

it("a new lesson is the module's last", () => {
  scaffold(folder, "module", ["m25-a-new-one"]);
  expect(scaffold(folder, "lesson", ["m25", "one-more"])).toEqual(["modules/m25-a-new-one/4-one-more.md"]);
});

it("a new path names itself and asks for its role", () => {
  scaffold(folder, "path", ["librarian"]);
  expect(readFileSync(join(folder, "paths/librarian.yaml"), "utf8")).toContain("id: librarian");
  expect(messages().join("\n")).toContain("paths/librarian.yaml");
});

it.each([
  ["module", ["twenty-five"], "npm run content -- new module m25-short-name"],
  ["lesson", ["m99", "one-more"], "npm run content -- new lesson m04 short-name"],
  ["path", ["Not A Name"], "npm run content -- new path librarian"],
] as const)("a %s without a proper name is refused with the command to type, and nothing is written", (what, args, command) => {
  expect(() => scaffold(folder, what, args)).toThrow(command);
  expect(readdirSync(folder)).toEqual([]);
});

it("an id that is taken is refused, and nothing is overwritten", () => {
  scaffold(folder, "module", ["m25-a-new-one"]);
  expect(() => scaffold(folder, "module", ["m25-another"])).toThrow(ScaffoldError);
  scaffold(folder, "path", ["librarian"]);
  expect(() => scaffold(folder, "path", ["librarian"])).toThrow("already there");
});
