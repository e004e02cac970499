import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { applicationWords } from "../strings/en-applications.ts";
import { creditWords } from "../strings/en-credit.ts";
import { outsideQueueQuery } from "./hours-queries.ts";
import { pieceQueueQuery } from "./portfolio-queries.ts";
import { appealsQuery, applicationsQuery } from "./queries.ts";

const say = applicationWords.waiting;

/** The way to the applications that wait for a reviewer, with how many are for the reader. */
export function WaitingApplications() {
  const { data } = useQuery(applicationsQuery);
  const waiting = data?.applications.filter(({ problem }) => problem === undefined).length ?? 0;
  return <Link to="/applications">{waiting > 0 ? <strong>{say.applications(waiting)}</strong> : say.all}</Link>;
}

/** The way to the pieces of work that wait for the reader, with how many. */
export function WaitingPieces() {
  const { data } = useQuery(pieceQueueQuery);
  const waiting = data?.pieces.length ?? 0;
  return <Link to="/portfolio/reviews">{waiting > 0 ? <strong>{say.pieces(waiting)}</strong> : applicationWords.queue.toPieces}</Link>;
}

/** The way to the courses taken elsewhere that wait for the reader, with how many. */
export function WaitingCourses() {
  const { data } = useQuery(outsideQueueQuery);
  const waiting = data?.credits.length ?? 0;
  const { queue } = creditWords;
  return <Link to="/hours/reviews">{waiting > 0 ? <strong>{queue.waiting(waiting)}</strong> : queue.link}</Link>;
}

/** The way to the appeals, while any wait. */
export function WaitingAppeals() {
  const { data } = useQuery(appealsQuery);
  if (!data || data.appeals.length === 0) return null;
  return (
    <Link to="/appeals">
      <strong>{say.appeals(data.appeals.length)}</strong>
    </Link>
  );
}
