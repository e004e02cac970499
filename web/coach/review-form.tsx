import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { ReviewDecision, ReviewPage } from "../../functions/learning/contract.ts";
import { announce, toast } from "../app/announce.ts";
import { ApiProblem } from "../app/api.ts";
import { focusFirstInvalid } from "../app/focus.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { foreignLang } from "../learn/language-notice.tsx";
import { schoolReviewsQuery } from "../lead/queries.ts";
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
  const lang = foreignLang(page.language);
  const rated = rubric.filter(({ id }) => draft.levels[id] !== undefined).length;
  return (
    <div className="review-form" ref={form}>
      <p className="quiet">{say.rubricHint}</p>
      <ol className="review-rubric">
        {rubric.map((criterion) => (
          <li key={criterion.id}>
            <RadioGroup
              legend={<span lang={lang}>{criterion.criterion}</span>}
              value={draft.levels[criterion.id]}
              onChange={(level) => draft.change({ levels: { ...draft.levels, [criterion.id]: level } })}
              options={rubricLevels.map((level) => ({
                value: level,
                label: reviewWords.levels[level],
                hint: <span lang={lang}>{criterion[level]}</span>,
              }))}
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

/** On to what has waited longest, or back to where one's people are when nothing waits. */
function useNextReview(doneId: string) {
  const navigate = useNavigate();
  const { access } = useSession();
  const readWaiting = useWaitingReviews();
  return async (outcome: string, refresh: () => Promise<void>) => {
    const next = (await readWaiting()).find(({ evidenceId }) => evidenceId !== doneId);
    if (next) await navigate({ to: "/review/$staffId/$moduleId", params: { staffId: next.staffId, moduleId: next.moduleId } });
    else await navigate({ to: access.includes("coach") ? "/coach" : "/school" });
    await refresh();
    toast(`${outcome} ${next ? say.nextUp : say.lastOne}`);
  };
}

type Waiting = { evidenceId: string; staffId: string; moduleId: string; submittedAt: string };

/**
 * Reads afresh what waits for whoever reviews, in the order in which their page has it: a coach's people; at a leader's
 * schools those without a coach first. What cannot be read leads nowhere and keeps nobody from going back.
 */
function useWaitingReviews(): () => Promise<Waiting[]> {
  const queries = useQueryClient();
  const { access, schools, staffId } = useSession();
  const longestFirst = (a: Waiting, b: Waiting) => a.submittedAt.localeCompare(b.submittedAt);
  const ofCaseload = async (): Promise<Waiting[]> => {
    if (!access.includes("coach")) return [];
    const { reviews } = await queries.fetchQuery({ ...caseloadQuery, staleTime: 0 });
    return reviews.toSorted(longestFirst);
  };
  const ofSchools = async (): Promise<Waiting[]> => {
    const pages = await Promise.all(schools.map(({ id }) => queries.fetchQuery({ ...schoolReviewsQuery(id), staleTime: 0 })));
    // Whoever coaches as well leaves to other coaches what is theirs.
    const isTheirs = ({ hasCoach }: { hasCoach: boolean }) => !hasCoach || !access.includes("coach");
    const waiting = pages.flatMap(({ reviews }) => reviews).filter((one) => one.staffId !== staffId && isTheirs(one));
    return waiting.toSorted((a, b) => Number(a.hasCoach) - Number(b.hasCoach) || longestFirst(a, b));
  };
  return async () => {
    const parts = await Promise.allSettled([ofCaseload(), ofSchools()]);
    return parts.flatMap((part) => (part.status === "fulfilled" ? part.value : []));
  };
}
