import { compileSources, type CompiledContent } from "../../content/compile/compile.ts";
import { Source } from "../../content/compile/source.ts";

/** Source files by path relative to the content folder. */
export type ContentFiles = Record<string, string>;

const folder = "modules/m01-first";

const evidence = (end: string): string =>
  `We tried the new routine on Monday and on Wednesday. It took ten minutes each time, and in the end ${end}.`;

const moduleYaml = `id: m01
title: First module
summary: It shows the shape.
minutes: 14
prerequisites: []
objectives:
  - id: say-why
    text: Say why.
  - id: say-how
    text: Say how.
check:
  draw: 2
  minutes: 3
practice:
  title: Do it once
  minutes: 10
  task: |
    1. Do it.
    2. Write down what you saw.
  evidence: |
    Send what you wrote.
  accepts: [text]
  rubric:
    - { id: clear, criterion: Clear, notYet: Not clear, developing: Partly, meets: Clear, exemplary: Very clear }
    - { id: exact, criterion: Exact, notYet: Not exact, developing: Partly, meets: Exact, exemplary: Very exact }
    - { id: useful, criterion: Useful, notYet: No use, developing: Partly, meets: Useful, exemplary: Very useful }
  examples:
    notYet: ${evidence("nobody could say what was done")}
    developing: ${evidence("a part of it was done and seen")}
    meets: ${evidence("it was done and somebody saw it")}
    exemplary: ${evidence("it was done, seen and improved")}
references:
  - { title: One, publisher: Someone, url: "https://example.org/1", supports: The first. }
  - { title: Two, publisher: Someone, url: "https://example.org/2", supports: The second. }
  - { title: Three, publisher: Someone, url: "https://example.org/3", supports: The third. }
`;

const lesson = (number: number, objective: string) => `---
id: lesson-${number}
title: Lesson ${number}
minutes: 1
objectives: [${objective}]
---

Opening words of lesson ${number}.

## A heading

Closing words.
`;

const item = (number: number) => `  - id: m01-i${String(number).padStart(2, "0")}
    objective: ${number % 2 ? "say-why" : "say-how"}
    scenario: |
      A team meets. It has a question.
    question: What comes first?
    choices:
      - text: The right step ${number}
        correct: true
        feedback: This is right.
      - text: A step that people often take
        feedback: This comes later.
      - text: Another step that people often take
        feedback: This comes last.
`;

const jobAid = `---
title: The first module on one page
---

## Before

${"Say what you will do, with whom and when. ".repeat(7).trim()}

## After

${"Write down what you saw and what comes next. ".repeat(8).trim()}
`;

const pathYaml = `id: teacher
title: Teacher path
role: teacher
summary: It begins.
modules:
  - { id: m01, dueDays: 15 }
`;

/** Content of one small module and one path without a single diagnostic. */
export function validContent(): ContentFiles {
  return {
    [`${folder}/module.yaml`]: moduleYaml,
    [`${folder}/1-why.md`]: lesson(1, "say-why"),
    [`${folder}/2-how.md`]: lesson(2, "say-how"),
    [`${folder}/3-both.md`]: lesson(3, "say-why, say-how"),
    [`${folder}/check.yaml`]: `items:\n${Array.from({ length: 12 }, (_, i) => item(i + 1)).join("")}`,
    [`${folder}/job-aid.md`]: jobAid,
    "paths/teacher.yaml": pathYaml,
  };
}

/** The same content with a second module, `m02`, that requires the first. */
export function validPair(): ContentFiles {
  const first = Object.entries(validContent());
  const second = first
    .filter(([file]) => file.startsWith(folder))
    .map(([file, text]) => [
      file.replace(folder, "modules/m02-second"),
      text.replace("prerequisites: []", "prerequisites: [m01]").replaceAll("m01-i", "m02-i").replace("id: m01\n", "id: m02\n"),
    ]);
  return Object.fromEntries([...first, ...second]);
}

/** Replaces the first `from` of the one file whose path ends with `file`; throws when there is none, so that no test passes by accident. */
export function edit(files: ContentFiles, file: string, from: string, to: string): ContentFiles {
  const path = Object.keys(files).find((name) => name.endsWith(file));
  const text = files[path ?? ""];
  if (path === undefined || !text?.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}`);
  return { ...files, [path]: text.replace(from, () => to) };
}

/** Compiles files held in memory. */
export function compileFiles(files: ContentFiles): CompiledContent {
  return compileSources(Object.entries(files).map(([file, text]) => new Source(file, text)));
}

/** Each diagnostic in one line: `file:line:column severity: message | fix`. */
export function diagnosticLines(files: ContentFiles): string[] {
  return compileFiles(files).diagnostics.map(
    ({ file, line, column, severity, message, fix }) => `${file}:${line}:${column} ${severity}: ${message} | ${fix}`,
  );
}

/** A mistake by name, the files that make it, and all that the author then reads. */
export type Mistake = readonly [name: string, files: ContentFiles, ...lines: string[]];
