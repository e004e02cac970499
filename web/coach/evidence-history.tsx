import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ApiProblem } from "../app/api.ts";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { coach } from "../strings/en-coach.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { evidenceQuery } from "./queries.ts";

const { person: say } = coach;

type Props = { staffId: string; moduleId: string; today: string };

const tones: Record<"submitted" | "returned" | "accepted", Tone> = { submitted: "wait", returned: "neutral", accepted: "good" };

/** What was sent for one practice task and how it was answered; read only when someone opens it. */
export function EvidenceHistory(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="why" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say.evidence}</summary>
      <div className="why-body">{isOpen && <Submissions {...props} />}</div>
    </details>
  );
}

function Submissions({ staffId, moduleId, today }: Props) {
  const { district } = useSession();
  const { data, error, refetch } = useQuery(evidenceQuery(staffId, moduleId));
  if (error instanceof ApiProblem && (error.status === 403 || error.status === 404)) return <p>{say.evidencePrivate}</p>;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={2} />;
  if (data.length === 0) return <p>{say.evidenceNone}</p>;
  const dateOf = (instant: string) => localDateOf(instant, district.zone);
  return (
    <ol className="person-submissions">
      {data.map(({ id, submission, submittedAt, state, review }) => (
        <li key={id}>
          <div className="row">
            <Link to="/review/$staffId/$moduleId/$submission" params={{ staffId, moduleId, submission }}>
              {say.submission(submission, dateOf(submittedAt), today)}
            </Link>
            <Badge tone={tones[state]}>{coach.evidenceStates[state]}</Badge>
          </div>
          {review && (
            <p className="quiet small">
              {say.reviewedBy(review.reviewerName, dateOf(review.reviewedAt), today)}
              {review.comment !== "" && <span className="person-comment">{review.comment}</span>}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
