import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ModulePage } from "../../functions/learning/contract.ts";
import { study } from "../strings/en-study.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { attemptAhead } from "./queries.ts";
import { useOpenAttempt } from "./use-open-attempt.ts";

const c = study.check;

/** What the check is, how one stands in it, and the button that starts it or goes on. */
export function CheckIntro({ page: { module, enrollment } }: { page: ModulePage }) {
  const { check } = enrollment;
  const open = useOpenAttempt(module.id);
  const lessonsLeft = module.lessons.length - enrollment.lessonsDone.length;
  const isPassed = check.passedAt !== undefined;
  // An attempt that was only brought onto the device, for a connection that may go, is not one that was begun.
  const ahead = attemptAhead(useQueryClient(), module.id);
  const isBegun = check.openAttempt !== undefined && (ahead === undefined || Object.keys(ahead.answers).length > 0);
  const words = isBegun ? c.resume : check.attempts > 0 ? c.startAgain : c.start;
  return (
    <Page
      title={c.title}
      tabTitle={`${c.title} · ${module.title}`}
      width="narrow"
      eyebrow={
        <Link to="/learn/$moduleId" params={{ moduleId: module.id }}>
          {module.title}
        </Link>
      }
      lead={c.intro(module.check.draw, module.check.minutes)}
    >
      <ul className="learn-check-how">
        {c.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {isPassed ? (
        <Notice kind="good">{c.passed(check.bestPercent)}</Notice>
      ) : (
        check.attempts > 0 && check.bestPercent !== undefined && <Notice kind="info">{c.tried(check.bestPercent)}</Notice>
      )}
      {!isPassed && lessonsLeft > 0 && <Notice kind="info">{c.lessonsFirst(lessonsLeft)}</Notice>}
      {open.error && <ProblemNotice error={open.error} />}
      <div className="row">
        {isPassed && (
          <ButtonLink kind="primary" to="/learn/$moduleId/next" params={{ moduleId: module.id }}>
            {lessonsLeft > 0 ? c.toLessonsLeft : c.toPractice}
          </ButtonLink>
        )}
        <Button
          kind={isPassed ? "secondary" : "primary"}
          isBusy={open.isSending}
          busyLabel={c.starting}
          onClick={() => open.send(undefined)}
        >
          {words}
        </Button>
      </div>
    </Page>
  );
}
