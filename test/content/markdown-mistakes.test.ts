import { expect, it } from "vitest";
import { diagnosticLines, edit, validContent, type ContentFiles, type Mistake } from "./valid-content.ts";

const known =
  "Use one of :::example, :::key, :::try, :::caution, :::compare, :::diagram, :::graph, :::sort, :::decide, :::statement, :::score.";
const valid = validContent();
const inLesson = (text: string): ContentFiles => edit(valid, "1-why.md", "Closing words.", text);
const inTask = (text: string): ContentFiles => edit(valid, "module.yaml", "2. Write down what you saw.", text);
const lesson = "modules/m01-first/1-why.md";
const module = "modules/m01-first/module.yaml";

const html = 'error: HTML cannot be used here | Write it in Markdown. For a `<` in the text, write `\\<` or "under".';
const stray =
  "error: `:::` closes nothing | Remove it, or open a block above it; an outer block needs more colons (`::::`) than the one inside it.";
const block = 'Write three colons, the name and at most a title, alone on the line: `:::try{title="…"}`.';

const mistakes: Mistake[] = [
  ["raw HTML in a line", inLesson("Some <b>bold words."), `${lesson}:12:6 ${html}`],
  ["raw HTML as a block", inLesson("<div>\n\nText.\n"), `${lesson}:12:1 ${html}`],
  ["a comment", inLesson("Text.\n\n<!-- to do -->"), `${lesson}:14:1 ${html}`],
  ["raw HTML in the practice task", inTask("2. Some <b>bold words."), `${module}:19:13 ${html}`],
  [
    "an unknown directive",
    inLesson("Text.\n\n:::keys\nText.\n:::"),
    `${lesson}:14:1 error: \`:::keys\` is not a known directive | ${known}`,
  ],
  [
    "an unknown directive in an entry of the practice task",
    inTask("2. Write.\n\n       :::keys\n       Text.\n       :::"),
    `${module}:21:8 error: \`:::keys\` is not a known directive | ${known}`,
  ],
  [
    "a directive named like something every object has",
    inLesson(":::constructor\nText.\n:::"),
    `${lesson}:12:1 error: \`:::constructor\` is not a known directive | ${known}`,
  ],
  [
    "a directive that is never closed",
    inLesson(":::key\nText.\n"),
    `${lesson}:12:1 error: \`:::key\` is never closed | Put \`:::\` alone on a line where the block ends.`,
  ],
  ["a fence that closes nothing", inLesson("Text.\n\n:::"), `${lesson}:14:1 ${stray}`],
  [
    "a block inside a block with as many colons",
    inLesson(":::key\nText.\n:::caution\nText.\n:::\n:::"),
    `${lesson}:14:1 error: \`:::caution\` is never closed | Put \`:::\` alone on a line where the block ends.`,
    `${lesson}:17:1 ${stray}`,
  ],
  [
    "text on a directive's own line",
    inLesson(":::key The one idea.\n:::"),
    `${lesson}:12:1 error: \`:::key The one idea.\` is not a block directive and would be shown as typed | ${block}`,
    `${lesson}:13:1 ${stray}`,
  ],
  [
    "a leaf directive",
    inLesson("Text.\n::video"),
    `${lesson}:13:1 error: \`::video\` is not a block directive and would be shown as typed | ${block}`,
  ],
  [
    "a text directive",
    inLesson("The *new* term :abbr[MTSS] here."),
    `${lesson}:12:16 error: \`:abbr[…\` looks like a directive inside text and would be shown as typed | Use a block directive, or put a space after the colon.`,
  ],
  [
    "an example without a title",
    inLesson(":::example\nText.\n:::"),
    `${lesson}:12:1 error: \`:::example\` has no title | Write \`:::example{title="…"}\`.`,
  ],
  [
    "a title where none is shown",
    inLesson(':::key{title="Keep"}\nText.\n:::'),
    `${lesson}:12:1 error: \`:::key\` takes no \`title\` | Write \`:::key\`.`,
  ],
  [
    "a comparison without its table",
    inLesson(":::compare\nText.\n:::"),
    `${lesson}:12:1 error: \`:::compare\` does not hold exactly one table of two columns | Write one table: \`| It looks like | It does not look like |\`, and any other text outside the block.`,
  ],
  [
    "a heading of level 1",
    inLesson("# Title"),
    `${lesson}:12:1 error: a heading of level 1 cannot be used here | Use \`##\`, or \`###\` below it; the title is level 1.`,
  ],
  [
    "a heading of level 4",
    inLesson("### Third\n\n#### Fourth"),
    `${lesson}:14:1 error: a heading of level 4 cannot be used here | Use \`##\`, or \`###\` below it; the title is level 1.`,
  ],
  [
    "a heading that skips a level",
    edit(valid, "1-why.md", "## A heading", "### A heading"),
    `${lesson}:10:1 error: the heading skips from level 1 to level 3 | Write \`##\`.`,
  ],
  [
    "a link that is not https",
    inLesson("See [this](http://example.org)."),
    `${lesson}:12:5 error: the link \`http://example.org\` is not https | Link to a full \`https://\` address.`,
  ],
  [
    "a link that runs code",
    inLesson("See [this](javascript:alert)."),
    `${lesson}:12:5 error: the link \`javascript:alert\` is not https | Link to a full \`https://\` address.`,
  ],
  [
    "an image",
    inLesson("![A chart](https://example.org/a.png)"),
    `${lesson}:12:1 error: an image cannot be used here | Describe it in words or show it as a table.`,
  ],
  [
    "text that its indentation makes code",
    inLesson("Text.\n\n    Indented."),
    `${lesson}:14:1 error: a code block cannot be used here | Remove the indentation or the fence; for something to copy, use a quotation (\`> \`).`,
  ],
];

for (const [name, files, ...lines] of mistakes) {
  it(`${name} is reported where it stands, with its fix`, () => {
    expect(diagnosticLines(files)).toEqual(lines);
  });
}
