import type { ContentNode, stepScores } from "../../functions/curriculum/content.ts";
import type { StepScore } from "./adherence.ts";
import { type BlockTable, mixed, partsOf } from "./block-nodes.ts";
import type { Item } from "./exercise-state.ts";

// Only the type of the contract's list is imported, so that its schemas stay out of the bundle and the two cannot differ.

/** The scores as they are offered. */
export const scoresInOrder: typeof stepScores = ["done", "partly", "notDone", "notApplicable"];

type Answerable = { before: ContentNode[]; items: Item[] };
type Told = { key: string; nodes: ContentNode[]; why: ContentNode[] };

/** Cards, and the groups they go into. */
export type SortExercise = Answerable & { cards: (Told & { group: string })[]; groups: string[] };

/** A graph, a question and choices of which one holds up. */
export type DecideExercise = Answerable & { graph: BlockTable; question: ContentNode[]; choices: (Told & { isRight: boolean })[] };

/** Parts of a statement, each with words to choose from, one of them precise. */
export type StatementExercise = Answerable & { parts: { name: string; options: (Told & { isPrecise: boolean })[] }[] };

/** Steps of a session, each with the sample's score. */
export type ScoreExercise = Answerable & { steps: (Told & { score: StepScore })[] };

/** The cards of a `sort` block; `undefined` where its table is not what the compiler emits. */
export function sortFrom(nodes: readonly ContentNode[], title: string): SortExercise | undefined {
  const { before, tables } = partsOf(nodes);
  const cards = (tables.at(-1)?.rows ?? []).flatMap(([card, group, why]) =>
    card && group?.value !== undefined && why ? [{ key: card.text, nodes: card.nodes, group: group.value, why: why.nodes }] : [],
  );
  const groups = [...new Set(cards.map(({ group }) => group))];
  if (groups.length < 2) return undefined;
  const items = cards.map(({ key, group }) => ({ key, right: group, options: groups }));
  return { before, items, cards: mixed(cards, ({ key }) => key, title), groups };
}

/** The one thing that a `decide` block asks. */
export const decision = "decision";

/** The graph and the choices of a `decide` block. */
export function decideFrom(nodes: readonly ContentNode[], title: string): DecideExercise | undefined {
  const { before, between, tables } = partsOf(nodes);
  const [graph, answers] = tables;
  const choices = (answers?.rows ?? []).flatMap(([choice, right, why]) =>
    choice && why ? [{ key: choice.text, nodes: choice.nodes, why: why.nodes, isRight: right?.value === "yes" }] : [],
  );
  const best = choices.find(({ isRight }) => isRight);
  if (!graph || !best) return undefined;
  const items = [{ key: decision, right: best.key, options: choices.map(({ key }) => key) }];
  return { before, items, graph, question: between, choices: mixed(choices, ({ key }) => key, title) };
}

/** The parts of a `statement` block, in the order they are written. */
export function statementFrom(nodes: readonly ContentNode[], title: string): StatementExercise | undefined {
  const { before, tables } = partsOf(nodes);
  const rows = (tables.at(-1)?.rows ?? []).flatMap(([part, words, precise, why]) =>
    part && words && why
      ? [{ part: part.text, key: words.text, nodes: words.nodes, why: why.nodes, isPrecise: precise?.value === "yes" }]
      : [],
  );
  const parts = [...Map.groupBy(rows, ({ part }) => part)].map(([name, options]) => ({
    name,
    options: mixed(options, ({ key }) => key, `${title} ${name}`),
  }));
  const items = parts.flatMap(({ name, options }) => {
    const precise = options.find(({ isPrecise }) => isPrecise);
    return precise ? [{ key: name, right: precise.key, options: options.map(({ key }) => key) }] : [];
  });
  return parts.length > 0 && items.length === parts.length ? { before, items, parts } : undefined;
}

/** The steps of a `score` block, in the order of the session. */
export function scoreFrom(nodes: readonly ContentNode[]): ScoreExercise | undefined {
  const { before, tables } = partsOf(nodes);
  const steps = (tables.at(-1)?.rows ?? []).flatMap(([step, score, why]) =>
    step && isScore(score?.value) && why ? [{ key: step.text, nodes: step.nodes, score: score.value, why: why.nodes }] : [],
  );
  const items = steps.map(({ key, score }) => ({ key, right: score, options: scoresInOrder }));
  return steps.length > 0 ? { before, items, steps } : undefined;
}

/** Whether a kept answer is one of the scores there are. */
export function isScore(value: string | undefined): value is StepScore {
  return (scoresInOrder as readonly (string | undefined)[]).includes(value);
}
