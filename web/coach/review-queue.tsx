import { Link } from "@tanstack/react-router";
import type { WaitingReview } from "../../functions/engagement/people-contract.ts";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { coach } from "../strings/en-coach.ts";
import { Badge } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";

const { caseload: say } = coach;
/** From here on a wait is said louder; a convention of ours. */
const longWaitDays = 7;

/** The evidence that waits, the longest wait first. */
export function ReviewQueue({ reviews }: { reviews: readonly WaitingReview[] }) {
  const { district, today } = useSession();
  const longestFirst = reviews.toSorted((a, b) => a.submittedAt.localeCompare(b.submittedAt));
  return (
    <ul className="coach-queue">
      {longestFirst.map(({ staffId, staffName, moduleId, moduleTitle, evidenceId, submittedAt, waitingDays }, index) => (
        <li key={evidenceId} className="coach-queue-item">
          <div>
            <Link to="/people/$staffId" params={{ staffId }} className="coach-queue-name">
              {staffName}
            </Link>
            <p>{moduleTitle}</p>
            <p className="quiet small">{say.sentOn(localDateOf(submittedAt, district.zone), today)}</p>
          </div>
          <Badge tone={waitingDays >= longWaitDays ? "now" : "neutral"} icon="clock">
            {say.waiting(waitingDays)}
          </Badge>
          <ButtonLink to="/review/$staffId/$moduleId" params={{ staffId, moduleId }} kind={index === 0 ? "primary" : "secondary"}>
            {say.review}
            <span className="visually-hidden"> {say.reviewOf(staffName, moduleTitle)}</span>
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
