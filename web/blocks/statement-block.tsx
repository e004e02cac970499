import { blocks } from "../strings/en-blocks.ts";
import { useOwnLang } from "../ui/content-context.ts";
import { RadioGroup } from "../ui/field.tsx";
import type { BlockProps } from "../ui/lazy-block.tsx";
import { ExerciseFrame, Outcome } from "./exercise-frame.tsx";
import { type Progress, tallyOf } from "./exercise-state.ts";
import type { StatementExercise } from "./exercises.ts";
import { type Exercise, useExercise } from "./use-exercise.ts";

const say = blocks.statement;
type Shared = Pick<BlockProps, "render"> & { exercise: Exercise };
type Part = StatementExercise["parts"][number];

/** A vague problem, made precise part by part; the statement grows above as one chooses. */
export function StatementBlock({ statement, title, render }: Pick<BlockProps, "title" | "render"> & { statement: StatementExercise }) {
  const { items, parts } = statement;
  const resultOf = (progress: Progress) => {
    const { right, checked, open } = tallyOf(progress, items);
    return right === items.length ? say.complete : blocks.result(right, checked, open);
  };
  const exercise = useExercise({ kind: "statement", title, items, resultOf });
  return (
    <ExerciseFrame
      exercise={exercise}
      intro={
        <>
          {render(statement.before)}
          <SoFar parts={parts} exercise={exercise} render={render} />
        </>
      }
    >
      {parts.map((part) => (
        <PartChoice key={part.name} part={part} exercise={exercise} render={render} />
      ))}
    </ExerciseFrame>
  );
}

function SoFar({ parts, exercise, render }: Shared & { parts: Part[] }) {
  const lang = useOwnLang();
  return (
    <div className="exercise-statement">
      <p className="exercise-statement-label" lang={lang}>
        {say.soFar}
      </p>
      <p className="exercise-statement-words" aria-live="polite" aria-atomic="true">
        {parts.map(({ name, options }) => {
          const chosen = options.find(({ key }) => key === exercise.progress.answers[name]);
          return chosen ? (
            <span key={name} className="exercise-slot" data-filled>
              {render(chosen.nodes)}{" "}
            </span>
          ) : (
            <span key={name} className="exercise-slot">
              {name}
              <span className="visually-hidden" lang={lang}>
                {" "}
                {say.blank}
              </span>{" "}
            </span>
          );
        })}
      </p>
    </div>
  );
}

function PartChoice({ part: { name, options }, exercise, render }: Shared & { part: Part }) {
  const { progress, choose } = exercise;
  const chosen = options.find(({ key }) => key === progress.answers[name]);
  const precise = options.find(({ isPrecise }) => isPrecise);
  const isChecked = chosen !== undefined && progress.checked.includes(name);
  return (
    <div className="exercise-part">
      <RadioGroup
        legend={name}
        options={options.map(({ key, nodes }) => ({ value: key, label: render(nodes) }))}
        value={progress.answers[name]}
        onChange={(value) => choose(name, value)}
      />
      {isChecked && (
        <Outcome kind={chosen.isPrecise ? "right" : "other"} title={chosen.isPrecise ? say.right : say.other}>
          {render(chosen.why)}
        </Outcome>
      )}
      {precise && !(isChecked && chosen === precise) && (isChecked || progress.isShown) && (
        <Outcome kind="shown" title={say.precise} answer={render(precise.nodes)}>
          {render(precise.why)}
        </Outcome>
      )}
    </div>
  );
}
