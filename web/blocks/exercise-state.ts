/** Something to answer in a block: by what name it is kept, what can be chosen, and which of that is right. */
export type Item = { key: string; options: readonly string[]; right: string };

/** How far a person is with a block: what they chose for each item, which of that they had checked, and whether the answers are in sight. */
export type Progress = { answers: Record<string, string>; checked: string[]; isShown: boolean };

export const untouched: Progress = { answers: {}, checked: [], isShown: false };

/** Takes an answer. One that was checked before has to be checked again. */
export function withAnswer(progress: Progress, key: string, answer: string): Progress {
  if (progress.answers[key] === answer) return progress;
  return { ...progress, answers: { ...progress.answers, [key]: answer }, checked: progress.checked.filter((one) => one !== key) };
}

/** Has the answers of these items checked; what is not answered stays open. */
export function withChecked(progress: Progress, items: readonly Item[]): Progress {
  const answered = items.map(({ key }) => key).filter((key) => progress.answers[key] !== undefined);
  return { ...progress, checked: [...new Set([...progress.checked, ...answered])] };
}

/** Whether what was chosen for an item is right, once it was checked; `undefined` before. */
export function outcomeOf({ answers, checked }: Progress, { key, right }: Item): boolean | undefined {
  return checked.includes(key) ? answers[key] === right : undefined;
}

/** How many were checked, how many of them are right, and how many items have no answer. */
export function tallyOf(progress: Progress, items: readonly Item[]): { right: number; checked: number; open: number } {
  const outcomes = items.map((item) => outcomeOf(progress, item)).filter((one) => one !== undefined);
  return {
    right: outcomes.filter(Boolean).length,
    checked: outcomes.length,
    open: items.filter(({ key }) => progress.answers[key] === undefined).length,
  };
}

/** What was kept on this device, as far as it still speaks of this block: a lesson may have changed since. */
export function readProgress(text: string | undefined, items: readonly Item[]): Progress {
  const kept = parsed(text);
  const isHere = (key: string, answer: string) => items.some((item) => item.key === key && item.options.includes(answer));
  const answers = Object.entries(kept.answers ?? {}).filter(([key, answer]) => isHere(key, answer));
  const keys = new Set(answers.map(([key]) => key));
  const checked = Array.isArray(kept.checked) ? kept.checked.filter((key) => keys.has(key)) : [];
  return { answers: Object.fromEntries(answers), checked, isShown: kept.isShown === true };
}

function parsed(text: string | undefined): Partial<Progress> {
  try {
    const kept: unknown = JSON.parse(text ?? "{}");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

/** Whether there is anything to keep, or to start over from. */
export function isTouched({ answers, isShown }: Progress): boolean {
  return isShown || Object.keys(answers).length > 0;
}
