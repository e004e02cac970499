import { blocks } from "../strings/en-blocks.ts";
import { useOwnLang } from "../ui/content-context.ts";
import { RadioGroup } from "../ui/field.tsx";
import type { BlockProps } from "../ui/lazy-block.tsx";
import { PlainBlock } from "../ui/plain-block.tsx";
import { ExerciseFrame, Outcome } from "./exercise-frame.tsx";
import type { Progress } from "./exercise-state.ts";
import { type DecideExercise, decideFrom, decision } from "./exercises.ts";
import { Graph } from "./graph.tsx";
import { OnPaper } from "./on-paper.tsx";
import { useExercise } from "./use-exercise.ts";

const say = blocks.decide;

/** A graph to read and a question to decide. On paper it is its plain tables. */
export function DecideBlock(props: BlockProps) {
  const { title, nodes, render } = props;
  const decide = decideFrom(nodes, title);
  const plain = <PlainBlock {...props} />;
  return <OnPaper plain={plain}>{decide ? <Decision decide={decide} title={title} render={render} /> : plain}</OnPaper>;
}

/** The graph, the choices and, once checked, why: for the chosen one and the best. */
function Decision({ decide, title, render }: Pick<BlockProps, "title" | "render"> & { decide: DecideExercise }) {
  const resultOf = ({ answers }: Progress) => say.result(decide.items.every(({ key, right }) => answers[key] === right));
  const exercise = useExercise({ kind: "decide", title, items: decide.items, resultOf });
  const lang = useOwnLang();
  const { progress } = exercise;
  const chosen = decide.choices.find(({ key }) => key === progress.answers[decision]);
  const best = decide.choices.find(({ isRight }) => isRight);
  const isChecked = chosen !== undefined && progress.checked.includes(decision);
  const isOpen = isChecked || progress.isShown;
  const others = decide.choices.filter((choice) => choice !== best && !(isChecked && choice === chosen));
  return (
    <ExerciseFrame
      exercise={exercise}
      intro={
        <>
          {render(decide.before)}
          <Graph table={decide.graph} render={render} />
          {render(decide.question)}
        </>
      }
    >
      <RadioGroup
        legend={<span lang={lang}>{say.question}</span>}
        options={decide.choices.map(({ key, nodes }) => ({ value: key, label: render(nodes) }))}
        value={progress.answers[decision]}
        onChange={(value) => exercise.choose(decision, value)}
      />
      {isChecked && (
        <Outcome kind={chosen.isRight ? "right" : "other"} title={chosen.isRight ? say.right : say.other}>
          {render(chosen.why)}
        </Outcome>
      )}
      {isOpen && best && !(isChecked && chosen === best) && (
        <Outcome kind="shown" title={say.best} answer={render(best.nodes)}>
          {render(best.why)}
        </Outcome>
      )}
      {isOpen && others.length > 0 && (
        <details className="exercise-others">
          <summary lang={lang}>{say.others}</summary>
          <dl>
            {others.map(({ key, nodes, why }) => (
              <div key={key}>
                <dt>{render(nodes)}</dt>
                <dd>{render(why)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </ExerciseFrame>
  );
}
