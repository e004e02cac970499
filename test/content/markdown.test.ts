import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toContentNodes } from "../../content/compile/content-nodes.ts";
import type { Diagnostic } from "../../content/compile/diagnostic.ts";
import { parseMarkdown } from "../../content/compile/markdown.ts";
import { Source } from "../../content/compile/source.ts";
import { asideKinds, contentTags, ContentNode } from "../../functions/curriculum/content.ts";
import { compileFiles, edit, validContent } from "./valid-content.ts";

function nodesOf(text: string): { nodes: ContentNode[]; diagnostics: Diagnostic[] } {
  const source = new Source("lesson.md", text);
  const diagnostics: Diagnostic[] = [];
  return { nodes: toContentNodes(parseMarkdown(source, source.text), (found) => diagnostics.push(found)), diagnostics };
}

const plainTexts = ["We meet at 8:30.", "8:30–9:15, room :4", "a:b ratio 3:1", "Ask: why? :-) x::y :smile", "C:\\notes"];

it.each(plainTexts)("%s stays text", (text) => {
  expect(nodesOf(text)).toEqual({ nodes: [["p", {}, text]], diagnostics: [] });
});

describe("each kind of Markdown compiles to its node", () => {
  it.each<[string, ContentNode[]]>([
    ["One\nline,  \nthen the next", [["p", {}, "One line,", ["br", {}], "then the next"]]],
    [
      "## H\n\n### I",
      [
        ["h2", {}, "H"],
        ["h3", {}, "I"],
      ],
    ],
    ["**a** *b* ~~c~~ `d`", [["p", {}, ["strong", {}, "a"], " ", ["em", {}, "b"], " ", ["del", {}, "c"], " ", ["code", {}, "d"]]]],
    ["[IES](https://ies.ed.gov/x?a=1&b=2)", [["p", {}, ["a", { href: "https://ies.ed.gov/x?a=1&b=2" }, "IES"]]]],
    ["- a\n- b", [["ul", {}, ["li", {}, "a"], ["li", {}, "b"]]]],
    ["- a\n\n- b", [["ul", {}, ["li", {}, ["p", {}, "a"]], ["li", {}, ["p", {}, "b"]]]]],
    ["3. a\n   - b", [["ol", { start: "3" }, ["li", {}, "a", ["ul", {}, ["li", {}, "b"]]]]]],
    ["> a", [["blockquote", {}, ["p", {}, "a"]]]],
    [
      "a\n\n---",
      [
        ["p", {}, "a"],
        ["hr", {}],
      ],
    ],
    [
      "| A | B |\n|---|--:|\n| c | d |",
      [
        [
          "table",
          {},
          ["thead", {}, ["tr", {}, ["th", {}, "A"], ["th", { align: "right" }, "B"]]],
          ["tbody", {}, ["tr", {}, ["td", {}, "c"], ["td", { align: "right" }, "d"]]],
        ],
      ],
    ],
    ["a ~ b ~ c &amp; \\< d", [["p", {}, "a ~ b ~ c & < d"]]],
    [":::key\nKeep *it*.\n:::", [["aside", { kind: "key" }, ["p", {}, "Keep ", ["em", {}, "it"], "."]]]],
    [':::try{title="At 8:30"}\nNow.\n:::', [["aside", { kind: "try", title: "At 8:30" }, ["p", {}, "Now."]]]],
    [
      '::::example{title="X"}\n:::caution\nNo.\n:::\n::::',
      [["aside", { kind: "example", title: "X" }, ["aside", { kind: "caution" }, ["p", {}, "No."]]]],
    ],
  ])("%j", (text, nodes) => {
    expect(nodesOf(text)).toEqual({ nodes, diagnostics: [] });
    expect(nodes.map((node) => ContentNode.parse(node))).toEqual(nodes);
  });
});

/** Markdown-like noise: the marks that parsers trip over, between ordinary words. */
const marks = [
  ":::",
  "::",
  ":key",
  ":::key",
  ':::try{title="',
  "{",
  "}",
  "[",
  "](",
  "](https://a.b)",
  "](javascript:x)",
  "<",
  "<b>",
  "<!--",
  "|",
  "|-|",
  "\n",
  "\n\n",
  "    ",
  "\t",
  "- ",
  "- [ ] ",
  "1. ",
  "> ",
  "#",
  "## ",
  "`",
  "```\n",
  "*",
  "**",
  "_",
  "~~",
  "[^1]",
  "\\",
  "&lt;",
  "&#0;",
  "---\n",
  "word",
  "8:30",
  "é",
  "\u{1F600}",
  "\u0000",
  "www.a.b",
  "![x](y)",
];
const markdownNoise = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.oneof(fc.constantFrom(...marks), fc.string({ maxLength: 4 })), { maxLength: 60 }).map((parts) => parts.join("")),
);

function tagsAndAttributes(node: ContentNode): [string, Record<string, string>][] {
  if (typeof node === "string") return [];
  const [tag, attributes, ...children] = node;
  return [[tag, attributes], ...children.flatMap(tagsAndAttributes)];
}

describe("whatever an author types", () => {
  it("compiles without an exception, to tags and attributes of the closed list", () => {
    const attributes: Record<string, RegExp> = {
      href: /^https:/,
      start: /^\d+$/,
      align: /^(left|right|center)$/,
      kind: new RegExp(`^(${asideKinds.join("|")})$`),
      title: /\S/,
    };
    fc.assert(
      fc.property(markdownNoise, (text) => {
        const { nodes } = nodesOf(text);
        for (const [tag, given] of nodes.flatMap(tagsAndAttributes)) {
          expect(contentTags).toContain(tag);
          for (const [name, value] of Object.entries(given)) expect(value).toMatch(attributes[name] ?? /^never$/);
        }
        for (const node of nodes) ContentNode.parse(node);
      }),
      { numRuns: 500 },
    );
  });

  it("gets its diagnostics inside the file", () => {
    fc.assert(
      fc.property(markdownNoise, fc.constantFrom("1-why.md", "module.yaml", "check.yaml", "teacher.yaml"), (text, name) => {
        const valid = validContent();
        const file = Object.keys(valid).find((path) => path.endsWith(name)) ?? "";
        const whole = valid[file] ?? "";
        const cut = text.length % whole.length;
        const broken = { ...valid, [file]: whole.slice(0, cut) + text + whole.slice(cut) };
        const lines = new Source(file, broken[file] ?? "").text.split("\n");
        for (const found of compileFiles(broken).diagnostics.filter((diagnostic) => diagnostic.file === file)) {
          expect(found.line).toBeLessThanOrEqual(lines.length);
          expect(found.column - 1).toBeLessThanOrEqual(lines[found.line - 1]?.length ?? -1);
          expect(found.message).not.toBe("");
          expect(found.fix).not.toBe("");
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never becomes HTML: a tag in a lesson is an error and leaves no trace in the output", () => {
    const { modules, diagnostics } = compileFiles(edit(validContent(), "1-why.md", "Closing words.", "<img src=x onerror=alert(1)>"));
    expect(JSON.stringify(modules)).not.toContain("onerror");
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["error"]);
  });
});
