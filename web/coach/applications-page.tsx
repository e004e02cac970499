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
      <ul className="stack">
        {applications.map(({ staffId, staffName, certificationId, title: certification, submittedAt, stillNeeded, problem }, index) => (
          <li key={`${staffId} ${certificationId}`} className="card row" data-justify="between">
            <div>
              <strong>{staffName}</strong>
              <p>{certification}</p>
              <p className="quiet small">{say.handedIn(localDateOf(submittedAt, district.zone), today)}</p>
              <Badge tone="neutral">{say.needed(stillNeeded)}</Badge>
              {problem !== undefined && <p className="small">{problem}</p>}
            </div>
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
