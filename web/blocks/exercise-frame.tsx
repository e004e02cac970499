import { type ReactNode, useEffect, useRef } from "react";
import { blocks } from "../strings/en-blocks.ts";
import { Button } from "../ui/button.tsx";
import { useOwnLang } from "../ui/content-context.ts";
import { Icon } from "../ui/icon.tsx";
import type { Exercise } from "./use-exercise.ts";
import "./exercise.css";

/** What stands around the items of a block: what to do above, and below the buttons and what they brought. */
export function ExerciseFrame({
  exercise,
  intro,
  summary,
  children,
}: {
  exercise: Exercise;
  intro: ReactNode;
  summary?: ReactNode;
  children: ReactNode;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const lang = useOwnLang();
  const startOver = () => {
    exercise.startOver();
    // The button is about to go; the block begins again at its first choice.
    frame.current?.querySelector("input")?.focus();
  };
  return (
    <div className="exercise" ref={frame}>
      {intro}
      {children}
      <div className="exercise-foot" lang={lang}>
        <p className="exercise-result" role="status">
          {exercise.message}
        </p>
        {summary}
        <div className="row">
          <Button icon="check" onClick={exercise.checkAll}>
            {blocks.check}
          </Button>
          <Button kind="quiet" onClick={exercise.toggleShown}>
            {exercise.progress.isShown ? blocks.hide : blocks.show}
          </Button>
          {exercise.isTouched && (
            <Button kind="quiet" onClick={startOver}>
              {blocks.startOver}
            </Button>
          )}
        </div>
        <p className="quiet small">{blocks.kept}</p>
      </div>
    </div>
  );
}

type OutcomeProps = {
  /** `right`, another would be better, or an answer that is shown without having been asked for. */
  kind: "right" | "other" | "shown";
  title: string;
  /** The answer in the lesson's own words, where the title leads up to it. */
  answer?: ReactNode;
  /** Whether it takes the focus as it appears, in place of the button that brought it. */
  takesFocus?: boolean;
  children: ReactNode;
};

const icons = { right: "check", other: "arrowRight", shown: "info" } as const;

/** What an answer is worth, in a drawing and in words, and why. */
export function Outcome({ kind, title, answer, takesFocus = false, children }: OutcomeProps) {
  const box = useRef<HTMLDivElement>(null);
  const lang = useOwnLang();
  useEffect(() => {
    if (takesFocus) box.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div className="exercise-outcome" data-kind={kind} tabIndex={-1} ref={box}>
      <Icon name={icons[kind]} />
      <div className="exercise-why">
        <p className="exercise-outcome-title">
          <span lang={lang}>{title}</span> {answer}
        </p>
        <div>{children}</div>
      </div>
    </div>
  );
}
