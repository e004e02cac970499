import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { ReviewDecision, ReviewPage } from "../../functions/learning/contract.ts";
import { announce, toast } from "../app/announce.ts";
import { ApiProblem } from "../app/api.ts";
import { focusFirstInvalid } from "../app/focus.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { reviewWords } from "../strings/en-review.ts";
import { Button } from "../ui/button.tsx";
import { RadioGroup, TextArea } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { review as sendReview } from "./changes.ts";
import { caseloadQuery, reviewQuery } from "./queries.ts";
import { problemsOf, type ReviewProblems, rubricLevels, useReviewDraft } from "./review-draft.ts";

const say = reviewWords;

/** The rubric line by line, a comment, and the two decisions. What is rated or written stays on this device until it is sent. */
export function ReviewForm({ page }: { page: ReviewPage }) {
  const { evidence, rubric, version } = page;
  const { staffId, staffName, moduleId, submission } = evidence;
  const queries = useQueryClient();
  const goOn = useNextReview(evidence.id);
  const draft = useReviewDraft(evidence.id);
  const [problems, setProblems] = useState<ReviewProblems>();
  const form = useRef<HTMLDivElement>(null);
  const { send, isSending, error } = useSend({
    send: sendReview,
    refreshes: [["person", staffId, "path"], ["school"], ["district"]],
    onDone: (_, { decision }) => {
      draft.clear();
      void goOn(decision === "accept" ? say.accepted(staffName) : say.returned(staffName), () =>
        queries.invalidateQueries({ queryKey: ["person", staffId] }),
      );
    },
  });
  const decide = (decision: ReviewDecision["decision"]) => {
    const found = problemsOf(decision, rubric, draft);
    const isComplete = found.unrated.length + found.notYet.length === 0 && !found.isCommentMissing;
    setProblems(isComplete ? undefined : found);
    if (isComplete) return send({ staffId, moduleId, submission, decision, levels: draft.levels, comment: draft.comment.trim(), version });
    announce(found.isCommentMissing ? say.commentNeeded : say.notComplete, "urgent");
    focusFirstInvalid(form.current);
  };
  const problemOf = (id: string) => {
    if (problems?.unrated.includes(id)) return say.levelNeeded;
    return problems?.notYet.includes(id) ? say.levelNotYet : undefined;
  };
  const rated = rubric.filter(({ id }) => draft.levels[id] !== undefined).length;
  return (
    <div className="review-form" ref={form}>
      <p className="quiet">{say.rubricHint}</p>
      <ol className="review-rubric">
        {rubric.map((criterion) => (
          <li key={criterion.id}>
            <RadioGroup
              legend={criterion.criterion}
              value={draft.levels[criterion.id]}
              onChange={(level) => draft.change({ levels: { ...draft.levels, [criterion.id]: level } })}
              options={rubricLevels.map((level) => ({ value: level, label: reviewWords.levels[level], hint: criterion[level] }))}
              error={problemOf(criterion.id)}
            />
          </li>
        ))}
      </ol>
      <TextArea
        label={say.comment}
        hint={say.commentHint}
        rows={5}
        maxLength={5000}
        value={draft.comment}
        onChange={(event) => draft.change({ comment: event.target.value })}
        error={problems?.isCommentMissing ? say.commentNeeded : undefined}
      />
      <div className="review-decide">
        {error && <Failure error={error} onReload={() => void queries.invalidateQueries(reviewQuery(staffId, moduleId, submission))} />}
        <p className="quiet small" role="status">
          {say.progress(rated, rubric.length)}
        </p>
        <div className="row">
          <Button kind="primary" icon="check" isBusy={isSending} busyLabel={say.sending} onClick={() => decide("accept")}>
            {say.accept}
          </Button>
          <Button onClick={() => !isSending && decide("return")}>{say.return}</Button>
        </div>
      </div>
    </div>
  );
}

/** Someone else being first is no failure of the reader's: it says so, and leads to what they decided. */
function Failure({ error, onReload }: { error: Error; onReload: () => void }) {
  if (!(error instanceof ApiProblem) || error.code !== "conflict") return <ProblemNotice error={error} />;
  return (
    <Notice kind="warn" title={say.conflictTitle} isAlert>
      {error.detail !== undefined && <p>{error.detail}</p>}
      <Button onClick={onReload}>{say.conflictReload}</Button>
    </Notice>
  );
}

/** On to what has waited longest, or back to where one came from when nothing waits. */
function useNextReview(doneId: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { access } = useSession();
  return async (outcome: string, refresh: () => Promise<void>) => {
    const waiting = access.includes("coach")
      ? await queries.fetchQuery({ ...caseloadQuery, staleTime: 0 }).then(
          ({ reviews }) =>
            reviews.filter(({ evidenceId }) => evidenceId !== doneId).toSorted((a, b) => a.submittedAt.localeCompare(b.submittedAt)),
          () => [],
        )
      : [];
    const [next] = waiting;
    if (next) await navigate({ to: "/review/$staffId/$moduleId", params: { staffId: next.staffId, moduleId: next.moduleId } });
    else await navigate({ to: access.includes("coach") ? "/coach" : "/school" });
    await refresh();
    toast(`${outcome} ${next ? say.nextUp : say.lastOne}`);
  };
}
