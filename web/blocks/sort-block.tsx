import { useState } from "react";
import { blocks } from "../strings/en-blocks.ts";
import { Button } from "../ui/button.tsx";
import { useOwnLang } from "../ui/content-context.ts";
import { RadioGroup } from "../ui/field.tsx";
import type { BlockProps } from "../ui/lazy-block.tsx";
import { ExerciseFrame, Outcome } from "./exercise-frame.tsx";
import type { SortExercise } from "./exercises.ts";
import { type Exercise, useExercise } from "./use-exercise.ts";

const say = blocks.sort;

/** Cards, each put into a group; checked one by one or all at once, each with its reason. */
export function SortBlock({ sort, title, render }: Pick<BlockProps, "title" | "render"> & { sort: SortExercise }) {
  const exercise = useExercise({ kind: "sort", title, items: sort.items });
  return (
    <ExerciseFrame exercise={exercise} intro={render(sort.before)}>
      <ul className="exercise-cards">
        {sort.cards.map((card) => (
          <li key={card.key} className="exercise-card">
            <Card card={card} sort={sort} exercise={exercise} render={render} />
          </li>
        ))}
      </ul>
    </ExerciseFrame>
  );
}

type CardProps = Pick<BlockProps, "render"> & { card: SortExercise["cards"][number]; sort: SortExercise; exercise: Exercise };

function Card({ card, sort, exercise, render }: CardProps) {
  const { progress, outcome, choose, checkOne } = exercise;
  const [isCheckedHere, setCheckedHere] = useState(false);
  const lang = useOwnLang();
  const { key, group } = card;
  const item = { key, right: group, options: sort.groups };
  const isRight = outcome(item);
  const isChosen = progress.answers[key] !== undefined;
  return (
    <>
      <RadioGroup
        legend={render(card.nodes)}
        isInline
        options={sort.groups.map((value) => ({ value, label: value }))}
        value={progress.answers[key]}
        onChange={(value) => {
          setCheckedHere(false);
          choose(key, value);
        }}
      />
      {isChosen && isRight === undefined && !progress.isShown && (
        <div className="exercise-check-one" lang={lang}>
          <Button
            onClick={() => {
              setCheckedHere(true);
              checkOne(item);
            }}
          >
            {blocks.checkOne}
          </Button>
        </div>
      )}
      {(isRight !== undefined || progress.isShown) && (
        <Outcome
          kind={isRight === undefined ? "shown" : isRight ? "right" : "other"}
          title={isRight === undefined ? say.answer : isRight ? say.right : say.other}
          answer={group}
          takesFocus={isCheckedHere}
        >
          {render(card.why)}
        </Outcome>
      )}
    </>
  );
}
