import { Link } from "@tanstack/react-router";
import type { ModulePage } from "../../functions/learning/contract.ts";
import { study } from "../strings/en-study.ts";
import { foreignLang } from "./language-notice.tsx";
import { nextStepOf } from "./next-step.ts";
import { type Knot, Thread, ThreadStep } from "./thread.tsx";

const m = study.module;

/** A module's lessons, check and practice as a thread, each saying where one is. */
export function ModuleSteps({ module, enrollment, kept }: ModulePage & { kept: ReadonlySet<string> }) {
  const params = { moduleId: module.id };
  const next = nextStepOf({ module, enrollment });
  const lang = foreignLang(module.language);
  const { check, practice } = enrollment;
  const isPassed = check.passedAt !== undefined || enrollment.state === "completed";
  const practiceState = practiceStateOf(enrollment);
  const knot = (isDone: boolean, isNow: boolean): Knot => (isDone ? "done" : isNow ? "now" : "open");
  return (
    <Thread label={m.steps}>
      {module.lessons.map(({ id, title, minutes }, index) => {
        const isDone = enrollment.lessonsDone.includes(id);
        return (
          <ThreadStep key={id} knot={knot(isDone, next.kind === "lesson" && next.lessonId === id)}>
            <Link to="/learn/$moduleId/lesson/$lessonId" params={{ ...params, lessonId: id }} className="learn-step-title" lang={lang}>
              {title}
            </Link>
            <p className="quiet small">
              {m.lesson(index + 1)} · {m.minutes(minutes)}
              {isDone && ` · ${kept.has(id) ? m.waitingToSend : m.done}`}
              {enrollment.readAgain.includes(id) && (
                <>
                  {" · "}
                  <strong>{m.changed}</strong>
                </>
              )}
            </p>
          </ThreadStep>
        );
      })}
      <ThreadStep knot={knot(isPassed, next.kind === "check")}>
        <Link to="/learn/$moduleId/check" params={params} className="learn-step-title">
          {m.check}
        </Link>
        <p className="quiet small">{checkLine(module, check, isPassed)}</p>
      </ThreadStep>
      <ThreadStep knot={practiceState === "submitted" ? "wait" : knot(practiceState === "accepted", next.kind === "practice")}>
        <Link to="/learn/$moduleId/practice" params={params} className="learn-step-title" lang={lang}>
          {module.practice.title}
        </Link>
        <p className="quiet small">
          {m.practice} · {practiceState === "none" ? m.practiceStates.none(module.practice.minutes) : m.practiceStates[practiceState]}
          {practice.submissions > 1 && practiceState !== "accepted" && ` (${practice.submissions})`}
        </p>
      </ThreadStep>
    </Thread>
  );
}

function checkLine(module: ModulePage["module"], check: ModulePage["enrollment"]["check"], isPassed: boolean): string {
  if (isPassed) return m.checkPassed(check.bestPercent);
  if (check.attempts > 0 && check.bestPercent !== undefined) return m.checkTried(check.attempts, check.bestPercent);
  return m.checkLine(module.check.draw, module.check.minutes);
}

function practiceStateOf({ state, practice }: ModulePage["enrollment"]): "none" | "submitted" | "returned" | "accepted" {
  if (practice.acceptedAt !== undefined || state === "completed") return "accepted";
  if (state === "practiceSubmitted") return "submitted";
  return state === "practiceReturned" ? "returned" : "none";
}
