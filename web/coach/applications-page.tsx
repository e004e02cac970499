import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ApplicationQueue } from "../../functions/certification/decision-contract.ts";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { applicationWords } from "../strings/en-applications.ts";
import { Badge } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page, Section } from "../ui/page.tsx";
import { reachesDistrict } from "./may.ts";
import { applicationsQuery } from "./queries.ts";
import "./coach.css";

const say = applicationWords.queue;
type Waiting = ApplicationQueue["applications"][number];

/** The applications that wait, the longest wait first; those that are for someone else stand apart and say why. */
export function ApplicationsPage() {
  const { data } = useSuspenseQuery(applicationsQuery);
  const { access } = useSession();
  const yours = data.applications.filter(({ problem }) => problem === undefined);
  const others = data.applications.filter(({ problem }) => problem !== undefined);
  return (
    <Page title={say.title} lead={say.lead}>
      <nav className="row">
        <Link to="/portfolio/reviews">{say.toPieces}</Link>
        {reachesDistrict(access) && <Link to="/appeals">{say.toAppeals}</Link>}
      </nav>
      {data.applications.length === 0 && <EmptyState title={say.emptyTitle}>{say.empty}</EmptyState>}
      <Queue title={say.yours} applications={yours} />
      <Queue title={say.others} applications={others} />
    </Page>
  );
}

function Queue({ title, applications }: { title: string; applications: Waiting[] }) {
  const { today, district } = useSession();
  if (applications.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="coach-queue">
        {applications.map(({ staffId, staffName, certificationId, title: certification, submittedAt, stillNeeded, problem }, index) => (
          <li key={`${staffId} ${certificationId}`} className="coach-queue-item">
            <div>
              <Link to="/people/$staffId" params={{ staffId }} className="coach-queue-name">
                {staffName}
              </Link>
              <p>{certification}</p>
              <p className="quiet small">{say.handedIn(localDateOf(submittedAt, district.zone), today)}</p>
              {problem !== undefined && <p className="small">{problem}</p>}
            </div>
            <Badge tone="neutral">{say.needed(stillNeeded)}</Badge>
            {problem === undefined && (
              <ButtonLink
                to="/applications/$staffId/$certificationId"
                params={{ staffId, certificationId }}
                kind={index === 0 ? "primary" : "secondary"}
              >
                {say.read}
                <span className="visually-hidden">: {say.readOf(staffName, certification)}</span>
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
