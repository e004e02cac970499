import { Link } from "@tanstack/react-router";
import type { AttemptResult, ModulePage } from "../../functions/learning/contract.ts";
import { study } from "../strings/en-study.ts";
import { Badge } from "../ui/badge.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { ProgressRing } from "../ui/progress.tsx";
import { Paragraphs } from "./check-question.tsx";
import { useOpenAttempt } from "./use-open-attempt.ts";

const c = study.check;

/** How it went and what each answer teaches; the next step is practice after a pass, other situations after none. */
export function CheckResult({ page: { module, enrollment }, result }: { page: ModulePage; result: AttemptResult }) {
  const params = { moduleId: module.id };
  const open = useOpenAttempt(module.id);
  const total = result.items.length;
  const right = result.items.filter(({ isCorrect }) => isCorrect).length;
  const hasLessonsLeft = enrollment.lessonsDone.length < module.lessons.length;
  return (
    <Page
      title={result.isPassed ? c.passedTitle(right, total) : c.failedTitle(right, total)}
      tabTitle={`${c.title} · ${module.title}`}
      step="result"
      width="narrow"
      lead={result.isPassed ? c.passedLead : c.failedLead}
      eyebrow={
        <Link to="/learn/$moduleId" params={params}>
          {module.title}
        </Link>
      }
      actions={<ProgressRing label={c.title} value={right} max={total} text={`${result.percent}%`} />}
    >
      {open.error && <ProblemNotice error={open.error} />}
      <div className="row">
        {result.isPassed ? (
          <ButtonLink kind="primary" to="/learn/$moduleId/next" params={params}>
            {hasLessonsLeft ? c.toLessonsLeft : c.toPractice}
          </ButtonLink>
        ) : (
          <>
            <Button kind="primary" isBusy={open.isSending} busyLabel={c.starting} onClick={() => open.send(undefined)}>
              {c.startAgain}
            </Button>
            <ButtonLink to="/learn/$moduleId" params={params}>
              {c.toLessons}
            </ButtonLink>
          </>
        )}
      </div>
      <Section title={c.answers}>
        <ol className="learn-results">
          {result.items.map((item) => (
            <ResultLine key={item.id} item={item} />
          ))}
        </ol>
      </Section>
    </Page>
  );
}

function ResultLine({ item }: { item: AttemptResult["items"][number] }) {
  const { scenario, question, choices, chosen, isCorrect, feedback, correctFeedback } = item;
  return (
    <li className="learn-result card">
      <Badge tone={isCorrect ? "good" : "warn"} icon={isCorrect ? "check" : "arrowRight"}>
        {isCorrect ? c.right : c.wrong}
      </Badge>
      <Paragraphs text={scenario} />
      <p className="learn-review-question">{question}</p>
      <p>
        <span className="quiet">{c.yourAnswer}: </span>
        {choices.find(({ id }) => id === chosen)?.text ?? c.noAnswer}
      </p>
      <div className="learn-feedback" data-right={isCorrect || undefined}>
        <p>{feedback}</p>
        {correctFeedback !== undefined && (
          <p>
            <strong>{c.better}: </strong>
            {correctFeedback}
          </p>
        )}
      </div>
    </li>
  );
}
