import type { ReminderChoices, ReminderKindId, RemindersPage } from "../../../functions/reminders/contract.ts";

/** What stands in the form: numbers as they were typed. */
export type ReminderDraft = {
  window: { from: string; to: string };
  kinds: Record<ReminderKindId, { isOn: boolean; numbers: Record<string, string> }>;
};

/** The saved choices, to be saved again with something changed. */
export function choicesOf({ isPaused, window, kinds }: RemindersPage): ReminderChoices {
  const settled = kinds.map(({ id, isOn, numbers }) => [
    id,
    { isOn, numbers: Object.fromEntries(numbers.map((one) => [one.id, one.value])) },
  ]);
  return { isPaused, window, kinds: Object.fromEntries(settled) as ReminderChoices["kinds"] };
}

export function draftOf({ window, kinds }: RemindersPage): ReminderDraft {
  const typed = kinds.map(({ id, isOn, numbers }) => [
    id,
    { isOn, numbers: Object.fromEntries(numbers.map((one) => [one.id, String(one.value)])) },
  ]);
  return { window, kinds: Object.fromEntries(typed) as ReminderDraft["kinds"] };
}

/** What the draft asks for, or the names of the fields that do not fit. */
export function readDraft(draft: ReminderDraft, page: RemindersPage): { choices: ReminderChoices; faults: Set<string> } {
  const faults = new Set<string>();
  if (draft.window.from >= draft.window.to) faults.add("window");
  const kinds = page.kinds.map(({ id, numbers }) => {
    const { isOn, numbers: typed } = draft.kinds[id];
    const read = numbers.map(({ id: name, least, most }) => {
      const value = Number(typed[name]);
      if (!/^\d+$/.test((typed[name] ?? "").trim()) || value < least || value > most) faults.add(`${id}.${name}`);
      return [name, value] as const;
    });
    return [id, { isOn, numbers: Object.fromEntries(read) }] as const;
  });
  return {
    choices: { isPaused: page.isPaused, window: draft.window, kinds: Object.fromEntries(kinds) as ReminderChoices["kinds"] },
    faults,
  };
}
