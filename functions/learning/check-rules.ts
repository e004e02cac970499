import { AppError } from "../platform/errors.ts";
import { sha256 } from "../platform/ids.ts";
import type { ModuleAnswers } from "../curriculum/content.ts";
import type { AttemptResult, AttemptView } from "./contract.ts";
import type { Attempt } from "./records.ts";

type Item = ModuleAnswers["items"][number];
type Drawn = Attempt["drawn"][number];

/**
 * Draws items for an attempt, the same for the same seed: those never seen first, then those seen longest ago, spread
 * over the objectives; the order of items and of their choices is shuffled.
 */
export function drawItems(items: readonly Item[], options: { draw: number; seen: readonly string[]; seed: string }): Drawn[] {
  const chance = (...parts: string[]): string => sha256([options.seed, ...parts].join("#"));
  const perObjective = new Map<string, number>();
  const rank = (item: Item) => [options.seen.indexOf(item.id) + 1, perObjective.get(item.objective) ?? 0] as const;
  const left = items.toSorted(byText(({ id }) => chance("draw", id)));
  const drawn: Item[] = [];
  while (drawn.length < options.draw) {
    const next = left.reduce<Item | undefined>((best, item) => (best && !isBefore(rank(item), rank(best)) ? best : item), undefined);
    if (!next) break;
    left.splice(left.indexOf(next), 1);
    perObjective.set(next.objective, (perObjective.get(next.objective) ?? 0) + 1);
    drawn.push(next);
  }
  return drawn.toSorted(byText(({ id }) => chance("order", id))).map(({ id, choices }) => ({
    itemId: id,
    choiceIds: choices.map((choice) => choice.id).toSorted(byText((choiceId) => chance("choice", id, choiceId))),
  }));
}

function isBefore(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

function byText<T>(text: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => (text(a) < text(b) ? -1 : 1);
}

/** The seed of an attempt: whoever knows the person, the module and the number can draw it again. */
export function attemptSeed({ staffId, moduleId, number }: Pick<Attempt, "staffId" | "moduleId" | "number">): string {
  return `${staffId}#${moduleId}#${number}`;
}

/** Whether a drawn item is still in the bank with the very choices that were shown. */
export function isWhole(bank: ModuleAnswers, { itemId, choiceIds }: Drawn): boolean {
  const item = bank.items.find(({ id }) => id === itemId);
  return item !== undefined && item.choices.length === choiceIds.length && item.choices.every(({ id }) => choiceIds.includes(id));
}

/**
 * An open attempt whose questions were edited meanwhile, made whole again: what is still in the bank stays with its
 * answer, the rest is drawn anew.
 */
export function renewedAttempt(attempt: Attempt, bank: ModuleAnswers, options: { draw: number; seen: readonly string[] }): Attempt {
  const kept = attempt.drawn.filter((one) => isWhole(bank, one));
  const others = bank.items.filter(({ id }) => kept.every(({ itemId }) => itemId !== id));
  const seed = `${attemptSeed(attempt)}#${bank.hash}`;
  const drawn = [...kept, ...drawItems(others, { ...options, draw: Math.max(0, options.draw - kept.length), seed })];
  const answers = Object.entries(attempt.answers).filter(([itemId]) => kept.some((one) => one.itemId === itemId));
  return { ...attempt, hash: bank.hash, drawn, answers: Object.fromEntries(answers) };
}

/** Whole percent of the drawn items answered correctly, rounded down so that no rounding makes a pass; none is 0. */
export function scorePercent(drawn: readonly Drawn[], answers: Attempt["answers"], bank: ModuleAnswers): number {
  if (drawn.length === 0) return 0;
  const isCorrect = ({ itemId }: Drawn) => choiceOf(bank, itemId, answers[itemId])?.correct === true;
  return Math.floor((100 * drawn.filter(isCorrect).length) / drawn.length);
}

function choiceOf(bank: ModuleAnswers, itemId: string, choiceId: string | undefined) {
  return bank.items.find(({ id }) => id === itemId)?.choices.find(({ id }) => id === choiceId);
}

function* shownItems(attempt: Attempt, bank: ModuleAnswers) {
  for (const { itemId, choiceIds } of attempt.drawn) {
    const item = bank.items.find(({ id }) => id === itemId);
    if (!item) continue;
    const choices = choiceIds.flatMap((choiceId) => {
      const choice = item.choices.find(({ id }) => id === choiceId);
      return choice ? [{ id: choice.id, text: choice.text }] : [];
    });
    yield { item, shown: { id: item.id, scenario: item.scenario, question: item.question, choices } };
  }
}

/** An attempt as the browser may see it before it is submitted: no key, no feedback. */
export function attemptView(attempt: Attempt, bank: ModuleAnswers): AttemptView {
  const { moduleId, number, startedAt, answers, submittedAt } = attempt;
  return { moduleId, number, startedAt, items: [...shownItems(attempt, bank)].map(({ shown }) => shown), answers, submittedAt };
}

/** What a submitted attempt teaches: the feedback on each answer and, where it was wrong, why the best one is best. */
export function attemptItems(attempt: Attempt, bank: ModuleAnswers): AttemptResult["items"] {
  return [...shownItems(attempt, bank)].map(({ item, shown }) => {
    const chosen = item.choices.find(({ id }) => id === attempt.answers[item.id]);
    const key = item.choices.find(({ correct }) => correct);
    const isCorrect = chosen?.correct === true;
    return {
      ...shown,
      chosen: attempt.answers[item.id] ?? "",
      isCorrect,
      feedback: chosen?.feedback ?? "",
      ...(!isCorrect && key && { correctFeedback: key.feedback }),
    };
  });
}

/**
 * The answers of an attempt with these added; `invalid-input` for a question that was not drawn or a choice it does
 * not offer.
 */
export function withAnswers(attempt: Attempt, added: Record<string, string>): Record<string, string> {
  const fields = Object.entries(added).flatMap(([itemId, choiceId]) => {
    const drawn = attempt.drawn.find((one) => one.itemId === itemId);
    const path = `json.answers.${itemId}`;
    if (!drawn) return [{ path, message: "This question is not part of the attempt. Open the check again to see its questions." }];
    return drawn.choiceIds.includes(choiceId) ? [] : [{ path, message: "Choose one of the answers shown." }];
  });
  if (fields.length > 0) throw new AppError("invalid-input", "Some answers do not belong to this attempt. Nothing was saved.", { fields });
  return { ...attempt.answers, ...added };
}

/** Refuses to score an attempt with gaps, and names the questions by their place on the page. */
export function requireAllAnswered({ drawn }: Attempt, answers: Record<string, string>): void {
  const open = drawn.flatMap(({ itemId }, i) => (answers[itemId] === undefined ? [{ itemId, place: i + 1 }] : []));
  if (open.length === 0) return;
  const places = open.map(({ place }) => place).join(", ");
  const detail = `${open.length === 1 ? `Question ${places} has` : `Questions ${places} have`} no answer yet. Your other answers are kept on this page.`;
  const fields = open.map(({ itemId, place }) => ({ path: `json.answers.${itemId}`, message: `Question ${place} has no answer yet.` }));
  throw new AppError("invalid-input", detail, { fields });
}
