import { toContentNodes } from "../../content/compile/content-nodes.ts";
import type { Diagnostic } from "../../content/compile/diagnostic.ts";
import { parseMarkdown } from "../../content/compile/markdown.ts";
import { Source } from "../../content/compile/source.ts";
import { type ContentNode, diagramNames } from "../../functions/curriculum/content.ts";

/** What the compiler makes of a lesson's text; throws what it has to complain about. */
export function compiled(text: string): ContentNode[] {
  const complaints: Diagnostic[] = [];
  const nodes = toContentNodes(parseMarkdown(new Source("lesson.md", text), text), (found) => complaints.push(found));
  if (complaints.length > 0) throw new Error(complaints.map(({ line, message }) => `${line}: ${message}`).join("\n"));
  return nodes;
}

/** A graph's table with a gap. */
const graphTable = `| Week | Words correct | Goal line |
|---|---|---|
| 1 | 20 | 20 |
| 2 |  | 22 |
| 3 | 23 | 24 |
| 4 | 22.5 | 26 |`;

export const graph = `:::graph{title="Words in a minute"}
${graphTable}

The last point lies below the line.
:::`;

export const sort = `:::sort{title="Which kind?"}
Put each with what it is for.

| Card | Group | Why |
|---|---|---|
| A check of everyone in September | Screening | Everyone, briefly. |
| The same short measure each week | Progress monitoring | Often, for those with support. |
| A check of everyone in January | Screening | Everyone again. |
| A graph of eight weeks | Progress monitoring | It shows change. |
:::`;

export const decide = `:::decide{title="Four weeks"}
A group of four, four weeks.

${graphTable}

What should the team do first?

| Choice | Right | Why |
|---|---|---|
| Ask whether it was delivered | yes | Delivery comes first. |
| Buy another program | no | Nobody knows yet what was tried. |
| Wait for spring | no | A year is long. |
:::`;

export const statement = `:::statement{title="After lunch"}
"Behavior is bad after lunch." Choose the words for each part.

| Part | Words | Precise | Why |
|---|---|---|---|
| What | Pushing in the line | yes | Two adults would count the same. |
| What | Disrespect | no | It names a judgment. |
| Who | Grade 6, all homerooms | yes | It names nobody. |
| Who | The usual students | no | It points at children. |
| Where | In the hallway by the gym | yes | Someone can stand there. |
| Where | Around the building | no | It was one hallway. |
| When | Between 12:20 and 12:30 | yes | Ten minutes can be watched. |
| When | Most days | no | It hides the ten minutes. |
:::`;

export const score = `:::score{title="A Thursday session"}
Everyone was there, and the timer was started. Two of three errors were corrected. There was no check.

| Step | Score | Why |
|---|---|---|
| Timed warm-up | Done | The timer ran. |
| Caught up who was absent | Does not apply | Nobody was. |
| Corrected each error | Partly | Two of three. |
| Gave the final check | Not done | It was left out. |
:::`;

const drawings = diagramNames.map((name) => `:::diagram{name="${name}" title="The drawing ${name}"}\nWhat ${name} shows, in words.\n:::`);

/** Every drawing, graph and exercise there is, compiled as a lesson's text is. */
export const allBlocks = (): ContentNode[] => compiled([...drawings, graph, sort, decide, statement, score].join("\n\n"));
