import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { kindOf } from "../../functions/check/kinds.ts";
import { levelAndGap, rounded } from "../../functions/engagement/count-on-it.ts";
import { metricIds } from "../../functions/engagement/metrics/all.ts";
import { benchDepthDefinition } from "../../functions/engagement/metrics/bench-depth.ts";
import { roleGapDefinition } from "../../functions/engagement/metrics/role-gap.ts";
import { errorCodes } from "../../functions/platform/errors.ts";
import { filesOf, headingsOf, root, textOf } from "./documents.ts";

/** The rows of a document's tables under a heading, cell by cell. */
function tableUnder(document: string, heading: string): string[][] {
  const [, after = ""] = textOf(document).split(`\n## ${heading}\n`);
  const [section = ""] = after.split("\n## ");
  return section
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const yamlOf = (path: string) => parse(readFileSync(join(root, path), "utf8"));
const modules = filesOf("content/modules/*/module.yaml").map(yamlOf);
const paths = filesOf("content/paths/*.yaml").map(yamlOf);

test("every error code has a heading in docs/errors.md with its status, and nothing else has", () => {
  expect(headingsOf("docs/errors.md").slice(1)).toEqual(Object.keys(errorCodes));
  for (const [code, { status }] of Object.entries(errorCodes)) expect(textOf("docs/errors.md")).toContain(`## ${code}\n\nStatus ${status}`);
});

test("every kind of row is in docs/data-model.md, and every kind there is in the code", () => {
  const types = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, type = ""]) => type);
  const inOrder = (all: string[]): string[] => all.toSorted((a, b) => a.localeCompare(b));
  const declared = filesOf("functions/**/*.ts").flatMap((file) => types(textOf(file), /record\(\{\s*type: "([\w-]+)"/g));
  const documented = types(textOf("docs/data-model.md"), /^\| `([\w-]+)` \|/gm);
  expect(inOrder(documented)).toEqual(inOrder(declared));
});

test("the module catalogue of docs/domain.md marks the modules that exist, with their minutes and prerequisites", () => {
  const marked = tableUnder("docs/domain.md", "Module catalogue").filter(([, , , , exists]) => exists === "yes");
  expect(
    marked.map(([id, , minutes, needs]) => ({ id: id?.toLowerCase(), minutes: Number(minutes), needs: needs?.toLowerCase() })),
  ).toEqual(modules.map(({ id, minutes, prerequisites }) => ({ id, minutes, needs: prerequisites.join(", ") })));
});

test("the role paths of docs/domain.md have the minutes of their modules", () => {
  const minutesOf = new Map(modules.map(({ id, minutes }) => [id, minutes]));
  const sums = paths.map((path) => path.modules.reduce((sum: number, { id }: { id: string }) => sum + minutesOf.get(id), 0));
  const stated = tableUnder("docs/domain.md", "Role paths").map(([, , minutes]) => Number(minutes));
  expect(stated.toSorted((a, b) => a - b)).toEqual(sums.toSorted((a, b) => a - b));
});

test("the metrics of docs/domain.md are those there are, in the order in which they are shown", () => {
  expect(tableUnder("docs/domain.md", "Metrics").map(([id]) => id)).toEqual([...metricIds, roleGapDefinition.id, benchDepthDefinition.id]);
});

test("the examples of the count-on-it score in docs/domain.md are what the code computes", () => {
  const examples = tableUnder("docs/domain.md", "Count-on-it score").map(([schools = "", ...figures]) => ({
    schools: schools.split(" ").map(Number),
    figures: figures.map(Number),
  }));
  expect(examples.length).toBeGreaterThan(3);
  for (const { schools, figures } of examples) {
    const { level, gap, score } = levelAndGap(schools) ?? { level: 0, gap: 0, score: 0 };
    expect(figures).toEqual([level, gap, score].map(rounded));
  }
});

test("every file that declares a kind of row is among those the self-check knows (functions/check/kinds.ts)", () => {
  const declared = filesOf("functions/**/*.ts").flatMap((file) =>
    [...textOf(file).matchAll(/record\(\{\s*type: "([\w-]+)"/g)].map(([, type = ""]) => type),
  );
  expect(declared.filter((type) => kindOf(type) === undefined)).toEqual([]);
});

test("every test that docs/reliability.md quotes is there, in the words of its guarantee", () => {
  const quoted = [...textOf("docs/reliability.md").matchAll(/`(test\/[\w./-]+)`((?:,? "[^"]+")+)/g)].flatMap(([, file = "", names = ""]) =>
    [...names.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => ({ file, name })),
  );
  expect(quoted.length).toBeGreaterThan(30);
  expect(quoted.filter(({ file, name }) => !textOf(file).includes(name))).toEqual([]);
});
