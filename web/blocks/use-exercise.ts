import { useContext, useState } from "react";
import type { ExerciseKind } from "../../functions/curriculum/content.ts";
import { deviceStorage } from "../app/device-storage.ts";
import { blocks } from "../strings/en-blocks.ts";
import { ContentContext } from "../ui/content-context.ts";
import {
  isTouched,
  type Item,
  outcomeOf,
  type Progress,
  readProgress,
  tallyOf,
  untouched,
  withAnswer,
  withChecked,
} from "./exercise-state.ts";

type Asked = {
  kind: ExerciseKind;
  title: string;
  items: readonly Item[];
  /** How the block says what was checked; by default how many are right. */
  resultOf?: (progress: Progress) => string;
};

/** A block that is being tried: what was chosen, what is checked or shown, and what to say about it. It outlasts the page, on this device. */
export type Exercise = ReturnType<typeof useExercise>;

/** The engine of every block that is tried. What is chosen is kept on this device for the signed-in person, and sent nowhere. */
export function useExercise({ kind, title, items, resultOf = (progress) => rightOf(progress, items) }: Asked) {
  const { keptAs } = useContext(ContentContext);
  const place = keptAs === undefined ? undefined : `${keptAs}.${kind}.${title}`;
  const [progress, setProgress] = useState(() =>
    readProgress(place === undefined ? undefined : (deviceStorage().getItem(place) ?? undefined), items),
  );
  const [message, setMessage] = useState(() => (progress.checked.length > 0 ? resultOf(progress) : ""));
  const change = (next: Progress, said: string) => {
    setProgress(next);
    setMessage(said);
    if (place === undefined) return;
    if (isTouched(next)) deviceStorage().setItem(place, JSON.stringify(next));
    else deviceStorage().removeItem(place);
  };
  return {
    progress,
    message,
    isTouched: isTouched(progress),
    outcome: (item: Item) => outcomeOf(progress, item),
    choose: (key: string, answer: string) => change(withAnswer(progress, key, answer), ""),
    /** Checks one answer. Nothing is said: what appears beside it takes the focus. */
    checkOne: (item: Item) => change(withChecked(progress, [item]), ""),
    checkAll: () => {
      const next = withChecked(progress, items);
      change(next, next.checked.length === 0 ? blocks.nothingChosen : resultOf(next));
    },
    toggleShown: () => change({ ...progress, isShown: !progress.isShown }, progress.isShown ? blocks.hidden : blocks.shown),
    startOver: () => change(untouched, blocks.cleared),
  };
}

function rightOf(progress: Progress, items: readonly Item[]): string {
  const { right, checked, open } = tallyOf(progress, items);
  return blocks.result(right, checked, open);
}
