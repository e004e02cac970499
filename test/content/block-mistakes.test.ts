import { expect, it } from "vitest";
import { diagnosticLines, edit, validContent, type ContentFiles, type Mistake } from "./valid-content.ts";

const valid = validContent();
const inLesson = (text: string): ContentFiles => edit(valid, "1-why.md", "Closing words.", text);
const lesson = "modules/m01-first/1-why.md";

const graph = "| Week | Words | Goal line |\n|---|---|---|\n| 1 | 20 | 20 |\n| 2 |  | 22 |\n| 3 | 23 | 24 |";
const sort = (rows: string): string =>
  `:::sort{title="Sort"}\nPut each card where it belongs.\n\n| Card | Group | Why |\n|---|---|---|\n${rows}\n:::`;
const cards = "| a | One | x |\n| b | Two | x |\n| c | One | x |\n| d | Two | x |";
const decide = (rows: string): string =>
  `:::decide{title="Decide"}\nLook.\n\n${graph}\n\nWhat now?\n\n| Choice | Right | Why |\n|---|---|---|\n${rows}\n:::`;
const score = (rows: string): string => `:::score{title="Score"}\nThe session.\n\n| Step | Score | Why |\n|---|---|---|\n${rows}\n:::`;

const mistakes: Mistake[] = [
  [
    "a drawing that does not exist",
    inLesson(':::diagram{name="tears" title="Tiers"}\nThree layers.\n:::'),
    `${lesson}:12:1 error: there is no drawing \`tears\` | Name one of tiers, four-questions, decision-rule, dose, meeting-loop, coaching-cycle, behavior-chain, stages.`,
  ],
  [
    "a drawing without a name",
    inLesson(':::diagram{title="Tiers"}\nThree layers.\n:::'),
    `${lesson}:12:1 error: \`:::diagram\` has no name | Write \`:::diagram{name="…" title="…"}\`.`,
  ],
  [
    "a graph without numbers",
    inLesson(':::graph{title="Words"}\n| Week | Words |\n|---|---|\n| 1 | few |\n| 2 | 20 |\n| 3 | 21 |\n:::'),
    `${lesson}:15:1 error: \`few\` is not a number | Write numbers alone; leave a cell empty where nothing was measured.`,
  ],
  [
    "cards that all belong together",
    inLesson(sort(cards.replaceAll("Two", "One"))),
    `${lesson}:15:1 error: the cards go into 1 groups | Use 2 to 4 groups, each spelled the same in every row.`,
  ],
  [
    "a card that does not say why",
    inLesson(sort(cards.replace("| a | One | x |", "| a | One |  |"))),
    `${lesson}:17:1 error: column 3 of the row is empty | Write it out: each answer says why.`,
  ],
  [
    "a decision with two right answers",
    inLesson(decide("| a | yes | x |\n| b | yes | x |")),
    `${lesson}:23:1 error: the choices have 2 right answers | Write \`yes\` in exactly one row.`,
  ],
  [
    "an answer that is neither yes nor no",
    inLesson(decide("| a | yes | x |\n| b | maybe | x |")),
    `${lesson}:26:1 error: \`maybe\` is neither yes nor no | Write \`yes\` or \`no\`.`,
  ],
  [
    "a score that nobody can give",
    inLesson(score("| a | Done | x |\n| b | Partly | x |\n| c | Well | x |\n| d | Does not apply | x |")),
    `${lesson}:4:1 warning: the lesson says 1 minutes but takes about 3 | Write \`minutes: 3\`, or change the text.`,
    `${lesson}:19:1 error: \`Well\` is not a score | Write Done, Partly, Not done or Does not apply.`,
  ],
  [
    "a job aid that is no page",
    edit(valid, "job-aid.md", "Write down what you saw and what comes next. ".repeat(8).trim(), "Write."),
    "modules/m01-first/job-aid.md:2:1 error: the job aid has 66 words | Keep to 120 to 360 words: it is one page to print.",
  ],
  [
    "something to try in a job aid",
    edit(valid, "job-aid.md", "## After", ':::try{title="Now"}\nTry.\n:::\n\n## After'),
    "modules/m01-first/job-aid.md:9:1 error: `:::try` cannot be used in a job aid | Use `:::key` or `:::compare`; what is tried belongs into a lesson.",
  ],
  [
    "a child with a name",
    inLesson("A student named Alex reads well."),
    `${lesson}:12:3 warning: "student named Alex" gives a child a name | Write "a student", or speak of the grade or the group.`,
  ],
  [
    "a source named twice",
    edit(valid, "module.yaml", "https://example.org/2", "https://example.org/1"),
    "modules/m01-first/module.yaml:34:39 error: this source is listed twice | Keep one, and say there all that it supports.",
  ],
];

for (const [name, files, ...lines] of mistakes) {
  it(`${name} is reported where it stands, with its fix`, () => {
    expect(diagnosticLines(files)).toEqual(lines);
  });
}

it("blocks that are written as the guide shows raise nothing", () => {
  const statement = ["What", "Who", "Where", "When"]
    .map((part) => `| ${part} | vague | no | x |\n| ${part} | exact | yes | x |`)
    .join("\n");
  const blocks = [
    ':::diagram{name="tiers" title="Tiers"}\nThree layers.\n:::',
    `:::graph{title="Words"}\n${graph}\n\nThe last two points lie below the line.\n:::`,
    sort(cards),
    decide("| a | yes | x |\n| b | no | x |"),
    `:::statement{title="Build"}\nIt is bad.\n\n| Part | Words | Precise | Why |\n|---|---|---|---|\n${statement}\n:::`,
    score("| a | Done | x |\n| b | Partly | x |\n| c | Not done | x |\n| d | Does not apply | x |"),
  ];
  const errors = diagnosticLines(inLesson(blocks.join("\n\n"))).filter(
    (line) => line.includes(" error: ") && !line.includes("the module says"),
  );
  expect(errors).toEqual([]);
});
