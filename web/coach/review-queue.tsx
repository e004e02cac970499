import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { WaitingReview } from "../../functions/engagement/people-contract.ts";
import { coach } from "../strings/en-coach.ts";
import { Button, ButtonLink } from "../ui/button.tsx";

const { caseload: say } = coach;
/** From here on a wait is said louder; a convention of ours. */
const longWaitDays = 7;

/**
 * The evidence that waits, the longest wait first: one line each, the way to the first as the next step. Where something
 * else stands below, the first few are shown and the others are one press away.
 */
export function ReviewQueue({ reviews, shownAtFirst = Infinity }: { reviews: readonly WaitingReview[]; shownAtFirst?: number }) {
  const [isAll, setAll] = useState(false);
  const longestFirst = reviews.toSorted((a, b) => a.submittedAt.localeCompare(b.submittedAt));
  const [first] = longestFirst;
  if (!first) return null;
  const shown = longestFirst.slice(0, isAll ? longestFirst.length : shownAtFirst);
  return (
    <>
      <div className="row">
        <ButtonLink to="/review/$staffId/$moduleId" params={{ staffId: first.staffId, moduleId: first.moduleId }} kind="primary">
          {say.reviewFirst(first.staffName)}
        </ButtonLink>
      </div>
      <ul className="coach-queue">
        {shown.map((review) => (
          <li key={review.evidenceId}>
            <Line review={review} />
          </li>
        ))}
      </ul>
      {shown.length < longestFirst.length && (
        <div className="row">
          <Button onClick={() => setAll(true)}>{say.showAll(longestFirst.length)}</Button>
        </div>
      )}
    </>
  );
}

function Line({ review: { staffId, staffName, moduleId, moduleTitle, waitingDays } }: { review: WaitingReview }) {
  return (
    <Link to="/review/$staffId/$moduleId" params={{ staffId, moduleId }} className="coach-queue-line">
      <span className="visually-hidden">{say.review} </span>
      <strong>{staffName}</strong>
      <span className="coach-queue-module">{moduleTitle}</span>
      <span className="coach-queue-wait" data-long={waitingDays >= longWaitDays || undefined}>
        {say.waiting(waitingDays)}
      </span>
    </Link>
  );
}
