import { expect, it } from "vitest";
import { diagnosticLines, edit, validContent, validPair, type ContentFiles, type Mistake } from "./valid-content.ts";

const valid = validContent();
const pair = validPair();
const inModule = (from: string, to: string): ContentFiles => edit(valid, "module.yaml", from, to);
const inCheck = (from: string, to: string): ContentFiles => edit(valid, "check.yaml", from, to);
const inLesson = (text: string): ContentFiles => edit(valid, "1-why.md", "Closing words.", text);
const without = (files: ContentFiles, ...names: string[]): ContentFiles =>
  Object.fromEntries(Object.entries(files).filter(([file]) => !names.some((name) => file.endsWith(name))));
const first = "modules/m01-first";
const second = "modules/m02-second";
const lastItem = /  - id: m01-i12[^]*/.exec(valid[`${first}/check.yaml`] ?? "")?.[0] ?? "?";

const mistakes: Mistake[] = [
  [
    "an item id used in another module",
    edit(pair, "m02-second/check.yaml", "m02-i01", "m01-i01"),
    `${second}/check.yaml:2:5 error: the item id \`m01-i01\` is already used at ${first}/check.yaml:2:5 | Give this item an id of its own.`,
    `${second}/check.yaml:2:5 error: the item's id \`m01-i01\` does not start with the module's, \`m02\` | Write \`m02-i01\`.`,
  ],
  [
    "a module id used twice",
    Object.fromEntries(
      Object.entries({ ...valid, ...pair }).map(([file, text]) => [
        file.replace("m02-", "m01-"),
        text
          .replaceAll("m02", "m01")
          .replace("[m01]", "[]")
          .replaceAll("m01-i", file.includes("m02") ? "m01-i1" : "m01-i"),
      ]),
    ),
    `${first.replace("first", "second")}/module.yaml:1:1 error: the module id \`m01\` is already used at ${first}/module.yaml:1:1 | Give this module an id of its own.`,
  ],
  [
    "a lesson id used twice in a module",
    edit(valid, "2-how.md", "lesson-2", "lesson-1"),
    `${first}/2-how.md:2:1 error: the lesson id \`lesson-1\` is already used at ${first}/1-why.md:2:1 | Give this lesson an id of its own.`,
  ],
  [
    "a module id that is not its folder's",
    inModule("id: m01", "id: m02"),
    `${first}/module.yaml:1:1 error: the id is \`m02\` but the folder's name starts with \`m01\` | Write \`id: m01\`, or rename the folder.`,
  ],
  [
    "a path that names a module that does not exist",
    edit(valid, "teacher.yaml", "id: m01", "id: m09"),
    "paths/teacher.yaml:6:7 error: the module `m09` does not exist | Write the module, or remove it from the path.",
  ],
  [
    "a prerequisite that does not exist",
    inModule("prerequisites: []", "prerequisites: [m09]"),
    `${first}/module.yaml:5:17 error: the prerequisite \`m09\` does not exist | Write the module, or name one of those that exist.`,
    "paths/teacher.yaml:6:7 warning: `m01` needs `m09`, which this path does not include | Add `m09` above it, or name it under `leavesOut` if the path means to do without.",
  ],
  [
    "prerequisites that go in a circle",
    without(edit(pair, "m01-first/module.yaml", "prerequisites: []", "prerequisites: [m02]"), "teacher.yaml"),
    `${first}/module.yaml:5:17 error: prerequisites go in a circle: m01 → m02 → m01 | Remove the prerequisite that is not needed to start.`,
  ],
  [
    "a prerequisite after its dependent in a path",
    edit(pair, "teacher.yaml", "  - { id: m01", "  - { id: m02, dueDays: 10 }\n  - { id: m01"),
    "paths/teacher.yaml:6:7 error: `m02` comes before its prerequisite `m01` | Move `m01` above `m02`.",
  ],
  [
    "a module that is due before the one above it",
    edit(pair, "teacher.yaml", "dueDays: 15 }", "dueDays: 15 }\n  - { id: m02, dueDays: 10 }"),
    "paths/teacher.yaml:7:16 warning: `m02` is due after 10 days, sooner than the module before it (15) | Order the modules by due day.",
  ],
  [
    "a lesson objective that the module does not have",
    edit(valid, "3-both.md", "[say-why, say-how]", "[say-why, say-when]"),
    `${first}/3-both.md:5:23 error: the objective \`say-when\` is not one of the module's | Name one of say-why, say-how.`,
  ],
  [
    "an objective that no lesson teaches and no item assesses",
    inModule("check:\n", "  - id: say-when\n    text: Say when.\ncheck:\n"),
    `${first}/module.yaml:11:5 error: no item assesses the objective \`say-when\` | Write an item for it in check.yaml, or remove it.`,
    `${first}/module.yaml:11:5 error: no lesson teaches the objective \`say-when\` | Name it under \`objectives\` of the lesson that teaches it, or remove it.`,
  ],
  [
    "a bank of fewer than twelve items",
    inCheck(lastItem, ""),
    `${first}/check.yaml:1:1 error: the bank holds 11 items; it needs 12 | Write 1 more (at least 12).`,
  ],
  [
    "a bank that is too small for a second draw",
    edit(inModule("draw: 2", "draw: 7"), "module.yaml", "minutes: 14", "minutes: 21"),
    `${first}/check.yaml:1:1 error: the bank holds 12 items; it needs 14 | Write 2 more (twice the draw of 7).`,
  ],
  [
    "an item without a correct choice",
    inCheck("        correct: true\n", ""),
    `${first}/check.yaml:7:5 error: the item has no correct choice | Add \`correct: true\` to the one best choice.`,
  ],
  [
    "an item with two correct choices",
    inCheck("        feedback: This comes later.", "        correct: true\n        feedback: This comes later."),
    `${first}/check.yaml:12:9 error: the item has 2 correct choices | Keep \`correct: true\` on the one best choice.`,
  ],
  [
    "a choice that leans on the others",
    inCheck("Another step that people often take", "All of the above"),
    `${first}/check.yaml:13:9 error: the choice says "All of the above" | Write a choice that stands alone: choices are shuffled.`,
  ],
  [
    "a choice twice in an item",
    inCheck("Another step that people often take", "A step that people often take"),
    `${first}/check.yaml:13:9 error: the item has this choice twice | Write a different choice.`,
  ],
  [
    "markup in text that is shown as typed",
    inCheck("A step that people", "A **step** that people"),
    `${first}/check.yaml:11:17 error: Markdown (\`**\`) is not read in this text | Write plain words: this text is shown as it is typed.`,
  ],
  [
    "a list in text that is shown as typed",
    inCheck("A team meets. It has a question.", "A team asks:\n      - Who?\n      - When?"),
    `${first}/check.yaml:4:5 error: \`scenario\` is \`A team asks: - Who? - When?\` | Write sentences; a list is not shown as one here.`,
  ],
  [
    "fewer than three lessons",
    without(valid, "3-both.md"),
    `${first}/module.yaml:1:1 error: the module has 2 lessons; three to five are the rule | Write at least three.`,
  ],
  [
    "more than five lessons",
    {
      ...valid,
      ...Object.fromEntries(
        [4, 5, 6].map((n) => [`${first}/${n}-more.md`, (valid[`${first}/1-why.md`] ?? "").replaceAll("esson-1", `esson-${n}`)]),
      ),
    },
    `${first}/module.yaml:1:1 error: the module has 6 lessons; three to five are the rule | Merge them into five, or split the module.`,
  ],
  [
    "a gap in the lessons' numbers",
    Object.fromEntries(Object.entries(valid).map(([file, text]) => [file.replace("3-both", "4-both"), text])),
    `${first}/4-both.md:1:1 error: the file's number is 4 but it is lesson 3 | Number the lessons 1, 2, 3 … with no gap and none twice.`,
  ],
  [
    "a file that is missing",
    without(valid, "check.yaml"),
    `${first}/check.yaml:1:1 error: the file is missing | Write \`check.yaml\` as content/README.md shows.`,
  ],
  [
    "a file that is not a part of a module",
    { ...valid, [`${first}/notes.txt`]: "Notes." },
    `${first}/notes.txt:1:1 error: this file is not a part of a module | Name a lesson \`1-short-name.md\`; keep other files outside \`content/modules\`.`,
  ],
  [
    "minutes that no reader could keep",
    inModule("minutes: 14", "minutes: 30"),
    `${first}/module.yaml:4:1 error: the module says 30 minutes but takes about 13: 27 words 0, things to do 0, 2 items 3, practice 10 | Write \`minutes: 13\`, or bring the text within 25 % of 30.`,
  ],
  [
    "keys that stand out by their length",
    Object.fromEntries(
      Object.entries(valid).map(([file, text]) => [file, text.replaceAll("The right step", "The one step that is right by far, namely")]),
    ),
    `${first}/check.yaml:1:1 warning: the key is the longest choice in 12 of 12 items | Shorten the key or say more in the other choices, for example in m01-i01, m01-i02, m01-i03.`,
  ],
  [
    "words that label children",
    inLesson('We say "Tier 2 kids" no more.\n\nOur Tier 2 kids are here.'),
    `${first}/1-why.md:14:5 warning: "Tier 2 kids" labels children | Name the support: "students who receive Tier 2 support". Put what not to say in quotation marks.`,
  ],
  [
    "a sentence that runs on",
    inLesson(`Short words. ${"They go on and ".repeat(8)}end.`),
    `${first}/1-why.md:12:14 warning: the sentence has 33 words | Split it; keep to 30 words.`,
  ],
  [
    "words that are too hard",
    inLesson("Institutional accountability necessitates comprehensive, multidimensional conceptualization. ".repeat(3)),
    `${first}/1-why.md:3:1 warning: the lesson reads at grade 38.5; the aim is 8 to 10 | Use shorter sentences and plainer words.`,
  ],
];

for (const [name, files, ...lines] of mistakes) {
  it(`${name} is reported where it stands, with its fix`, () => {
    expect(diagnosticLines(files)).toEqual(lines);
  });
}
