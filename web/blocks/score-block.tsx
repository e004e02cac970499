import { blocks } from "../strings/en-blocks.ts";
import { useOwnLang } from "../ui/content-context.ts";
import { RadioGroup } from "../ui/field.tsx";
import type { BlockProps } from "../ui/lazy-block.tsx";
import { type Adherence, adherenceOf, agreementOf, type StepScore } from "./adherence.ts";
import { ExerciseFrame, Outcome } from "./exercise-frame.tsx";
import type { Progress } from "./exercise-state.ts";
import { isScore, type ScoreExercise, scoresInOrder } from "./exercises.ts";
import { type Exercise, useExercise } from "./use-exercise.ts";

const say = blocks.score;
type Step = ScoreExercise["steps"][number];

/** A session told in words, scored step by step, then laid beside the sample's scores. */
export function ScoreBlock({ score, title, render }: Pick<BlockProps, "title" | "render"> & { score: ScoreExercise }) {
  const { steps, items } = score;
  const resultOf = (progress: Progress) => {
    const { same, scored } = agreementOf(pairsOf(steps, progress));
    return say.result(same, scored, steps.length);
  };
  const exercise = useExercise({ kind: "score", title, items, resultOf });
  const isCompared = exercise.progress.checked.length > 0;
  return (
    <ExerciseFrame
      exercise={exercise}
      intro={render(score.before)}
      summary={(isCompared || exercise.progress.isShown) && <Comparison steps={steps} progress={exercise.progress} />}
    >
      <ol className="exercise-steps">
        {steps.map((step) => (
          <li key={step.key}>
            <StepRow step={step} exercise={exercise} render={render} />
          </li>
        ))}
      </ol>
    </ExerciseFrame>
  );
}

function StepRow({ step, exercise, render }: Pick<BlockProps, "render"> & { step: Step; exercise: Exercise }) {
  const lang = useOwnLang();
  const { progress, choose } = exercise;
  const answer = progress.answers[step.key];
  const isChecked = progress.checked.includes(step.key);
  const isSame = answer === step.score;
  const theirs = say.scores[step.score];
  return (
    <>
      <RadioGroup
        legend={render(step.nodes)}
        isInline
        options={scoresInOrder.map((value) => ({ value, label: <span lang={lang}>{say.scores[value]}</span> }))}
        value={isScore(answer) ? answer : undefined}
        onChange={(value) => choose(step.key, value)}
      />
      {(isChecked || progress.isShown) && (
        <Outcome
          kind={!isChecked ? "shown" : isSame ? "right" : "other"}
          title={isChecked && isSame ? say.same(theirs) : say.other(theirs)}
        >
          {render(step.why)}
        </Outcome>
      )}
    </>
  );
}

/** How much of the session was delivered, by both scores, with the rule that the figures follow. */
function Comparison({ steps, progress }: { steps: Step[]; progress: Progress }) {
  const yours = pairsOf(steps, progress).flatMap(([score]) => (score === undefined ? [] : [score]));
  return (
    <div className="exercise-comparison">
      <dl>
        <div>
          <dt>{say.byYou}</dt>
          <dd>{yours.length < steps.length ? say.unknown : shareOf(adherenceOf(yours))}</dd>
        </div>
        <div>
          <dt>{say.bySample}</dt>
          <dd>{shareOf(adherenceOf(steps.map(({ score }) => score)))}</dd>
        </div>
      </dl>
      <p className="quiet small">{say.rule}</p>
    </div>
  );
}

const shareOf = ({ done, applicable, percent }: Adherence): string =>
  percent === undefined ? say.noneApplies : say.share(done, applicable, percent);

function pairsOf(steps: readonly Step[], { answers }: Progress): [StepScore | undefined, StepScore][] {
  return steps.map(({ key, score }) => {
    const yours = answers[key];
    return [isScore(yours) ? yours : undefined, score];
  });
}
