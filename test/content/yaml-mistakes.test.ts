import { expect, it } from "vitest";
import { diagnosticLines, edit, validContent, validPair, type ContentFiles, type Mistake } from "./valid-content.ts";

const valid = validContent();
const inModule = (from: string, to: string): ContentFiles => edit(valid, "module.yaml", from, to);
const inCheck = (from: string, to: string): ContentFiles => edit(valid, "check.yaml", from, to);
const module = "modules/m01-first/module.yaml";
const check = "modules/m01-first/check.yaml";
const lesson = "modules/m01-first/1-why.md";
const path = "paths/teacher.yaml";

const mistakes: Mistake[] = [
  [
    "a colon inside plain text",
    inModule("summary: It shows", "summary: Note: it shows"),
    `${module}:3:10 error: YAML: Nested mappings are not allowed in compact mappings | If a text holds \`: \`, put the whole text in double quotes or write it under \`|\`.`,
  ],
  [
    "a tab as indentation",
    inModule("  draw: 2", "\tdraw: 2"),
    `${module}:12:1 error: YAML: Tabs are not allowed as indentation | Indent with spaces.`,
  ],
  [
    "a quote that is never closed",
    inModule("supports: The third.", 'supports: "The third.'),
    `${module}:35:81 error: YAML: Missing closing "quote | Close the quote or bracket that this line opens.`,
  ],
  [
    "a key twice",
    inModule("minutes: 14", "minutes: 14\nminutes: 15"),
    `${module}:5:1 error: YAML: Map keys must be unique | Keep one of the two keys.`,
  ],
  [
    "text that YAML takes for an alias",
    inModule("title: First module", "title: *First"),
    `${module}:2:8 error: YAML: \`*First\` is read as an alias, not as text | Put the text in double quotes.`,
  ],
  [
    "text that YAML cuts off as a comment",
    inModule("title: First module", "title: The #1 module"),
    `${module}:2:12 error: \`#1 module\` is read as a comment and cut from the text | Put the text in double quotes; start a real comment with \`# \` and a space.`,
  ],
  [
    "an unknown key",
    inModule("  draw: 2", "  draw: 2\n  colour: blue"),
    `${module}:13:3 error: \`colour\` is not a known key | Remove it; the keys here are draw, minutes.`,
  ],
  [
    "a misspelt key",
    inModule("prerequisites: []", "prerequisites: []\nsumary: Again"),
    `${module}:6:1 error: \`sumary\` is not a known key | Write \`summary\`, or remove the key.`,
  ],
  ["a missing key", inModule("  title: Do it once\n", ""), `${module}:14:1 error: \`title\` is missing | Add \`title: …\` here.`],
  [
    "a key without a value",
    inModule("summary: It shows the shape.", "summary:"),
    `${module}:3:1 error: \`summary\` is missing | Add \`summary: …\` here.`,
  ],
  [
    "text where a number belongs",
    inModule("minutes: 14", "minutes: about 14"),
    `${module}:4:1 error: \`minutes\` is text, not a number | Write a whole number, without quotes or units.`,
  ],
  [
    "a number where text belongs",
    inModule("title: First module", "title: 2009"),
    `${module}:2:1 error: \`title\` is a number, not text | Put it in double quotes.`,
  ],
  [
    "text where a list belongs",
    inModule("accepts: [text]", "accepts: text"),
    `${module}:22:3 error: \`accepts\` is text, not a list | Write a list: \`[a, b]\`, or one \`- \` line per entry.`,
  ],
  [
    "a value that is not on the list",
    inModule("accepts: [text]", "accepts: [video]"),
    `${module}:22:13 error: entry 1 of \`accepts\` is \`video\` | Write \`text\` or \`file\`.`,
  ],
  ["a missing rubric level", inModule(" meets: Clear,", ""), `${module}:24:7 error: \`meets\` is missing | Add \`meets: …\` here.`],
  [
    "fewer than three references",
    inModule(/.*The second.*\n/.exec(valid[module] ?? "")?.[0] ?? "?", ""),
    `${module}:32:1 error: \`references\` has 2 entries | Write at least 3.`,
  ],
  [
    "a reference that is not https",
    inModule("https://example.org/1", "http://example.org/1"),
    `${module}:33:39 error: \`url\` is \`http://example.org/1\` | Use the source's full \`https://\` address.`,
  ],
  [
    "missing feedback",
    inCheck("        feedback: This is right.\n", ""),
    `${check}:8:9 error: \`feedback\` is missing | Add \`feedback: …\` here.`,
  ],
  [
    "an id that is not kebab-case",
    edit(valid, "1-why.md", "id: lesson-1", "id: Lesson 1"),
    `${lesson}:2:1 error: \`id\` is \`Lesson 1\` | Use lower-case words joined by hyphens, such as \`ask-in-order\`.`,
  ],
  [
    "a lesson without front matter",
    edit(valid, "1-why.md", "---\nid", "id"),
    `${lesson}:1:1 error: the file has no front matter | Start the file with \`---\`, then id, title, minutes and objectives, then \`---\`.`,
  ],
  [
    "an empty file",
    { ...valid, [path]: "" },
    ...["id", "modules", "role", "summary", "title"].map((key) => `${path}:1:1 error: \`${key}\` is missing | Add \`${key}: …\` here.`),
  ],
];

for (const [name, files, ...lines] of mistakes) {
  it(`${name} is reported where it stands, with its fix`, () => {
    expect(diagnosticLines(files)).toEqual(lines);
  });
}

it("valid content has no diagnostic", () => {
  expect(diagnosticLines(valid)).toEqual([]);
  expect(diagnosticLines(validPair())).toEqual([]);
});

it("a byte order mark and Windows line ends move no diagnostic", () => {
  const [, files, ...lines] = mistakes.find(([name]) => name === "an unknown key") ?? [];
  const windows = Object.entries(files ?? {}).map(([name, text]) => [name, `\uFEFF${text.replaceAll("\n", "\r\n")}`]);
  expect(diagnosticLines(Object.fromEntries(windows) as ContentFiles)).toEqual(lines);
});
