import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { AttemptResult, AttemptView, ModulePage } from "../../functions/learning/contract.ts";
import { ApiProblem, ask, client } from "../app/api.ts";
import { keep } from "../app/outbox.ts";
import { useSend } from "../app/use-send.ts";
import { study } from "../strings/en-study.ts";
import { Button } from "../ui/button.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { keptOffline } from "./kept-offline.ts";
import { showAttempt } from "./queries.ts";
import { useOpenAttempt } from "./use-open-attempt.ts";

const c = study.check;

/** All answers on one page, each with the way back to it, and the button that hands them in. */
export function CheckReview({ module, attempt, goTo }: { module: ModulePage["module"]; attempt: AttemptView; goTo: (at: number) => void }) {
  const [isMissingShown, setMissingShown] = useState(false);
  const submission = useSubmission(module.id, attempt);
  const reopen = useOpenAttempt(module.id);
  const missing = attempt.items.flatMap(({ id }, index) => (attempt.answers[id] === undefined ? [index + 1] : []));
  const isOutdated = submission.error instanceof ApiProblem && submission.error.code === "not-ready";
  const submit = () => {
    setMissingShown(missing.length > 0);
    if (missing.length === 0) submission.send(attempt.answers);
  };
  return (
    <Page
      title={c.reviewTitle}
      tabTitle={`${c.reviewTitle} · ${module.title}`}
      step="review"
      width="narrow"
      lead={c.reviewLead}
      eyebrow={
        <Link to="/learn/$moduleId/check" params={{ moduleId: module.id }} search={{}}>
          {c.title}: {module.title}
        </Link>
      }
    >
      <ol className="learn-review">
        {attempt.items.map((item, index) => (
          <ReviewLine key={item.id} item={item} number={index + 1} chosen={attempt.answers[item.id]} onChange={() => goTo(index + 1)} />
        ))}
      </ol>
      {isMissingShown && missing.length > 0 && (
        <Notice kind="warn" isAlert>
          {c.missing(missing)}
        </Notice>
      )}
      {submission.error && <ProblemNotice error={submission.error} {...(isOutdated && { onRetry: () => reopen.send(undefined) })} />}
      <div className="row">
        <Button kind="primary" isBusy={submission.isSending} busyLabel={c.submitting} onClick={submit}>
          {c.submit}
        </Button>
      </div>
    </Page>
  );
}

/** Hands in every answer at once, so those still waiting on this device need not have arrived. */
function useSubmission(moduleId: string, attempt: AttemptView) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const param = { moduleId, number: String(attempt.number) };
  return useSend({
    send: (answers: Record<string, string>, options): Promise<AttemptResult | undefined> =>
      keptOffline(ask(client.api.modules[":moduleId"].attempts[":number"].submission.$post({ param, json: { answers } }, options)), () =>
        keep({ kind: "check", slot: `check ${moduleId}`, keep: "last", input: { moduleId, attempt: attempt.number, answers } }),
      ),
    refreshes: [["module", moduleId], ["path"], ["certificates"]],
    onDone: (result) => {
      if (!result) return;
      showAttempt(queries, moduleId, attempt.number, { state: "submitted", result });
      void navigate({ to: "/learn/$moduleId/check", params: { moduleId }, search: { attempt: attempt.number }, replace: true });
    },
  });
}

type ReviewLineProps = { item: AttemptView["items"][number]; number: number; chosen: string | undefined; onChange: () => void };

function ReviewLine({ item, number, chosen, onChange }: ReviewLineProps) {
  const choice = item.choices.find(({ id }) => id === chosen);
  return (
    <li className="learn-review-line">
      <div className="stack" data-gap="small">
        <p className="learn-review-question">{item.question}</p>
        {choice ? <p>{choice.text}</p> : <p className="learn-overdue">{c.noAnswer}</p>}
      </div>
      <Button kind="quiet" onClick={onChange}>
        <span aria-hidden="true">{choice ? c.changeShort : c.answerShort}</span>
        <span className="visually-hidden">{choice ? c.change(number) : c.answer(number)}</span>
      </Button>
    </li>
  );
}
