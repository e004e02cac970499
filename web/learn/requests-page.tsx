import { useSuspenseQuery } from "@tanstack/react-query";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { peerWords } from "../strings/en-peers.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { requestsQuery } from "./portfolio-queries.ts";
import "./portfolio-page.css";

const say = peerWords.asked;

/** The recommendations that colleagues ask one for, the longest waiting first. */
export function RequestsPage() {
  const { data } = useSuspenseQuery(requestsQuery);
  const { today, district } = useSession();
  return (
    <Page title={say.title} lead={say.lead} width="narrow">
      {data.requests.length === 0 ? (
        <EmptyState title={say.none}>{say.noneHow}</EmptyState>
      ) : (
        <ul className="portfolio-list">
          {data.requests.map(({ id, askedBy, askedAt, note }, index) => (
            <li key={id} className="card row" data-justify="between">
              <div>
                <strong>{askedBy}</strong>
                <p className="quiet small">{say.since(localDateOf(askedAt, district.zone), today)}</p>
                {note !== "" && <p className="portfolio-text">{note}</p>}
              </div>
              <ButtonLink to="/recommendations/$referenceId" params={{ referenceId: id }} kind={index === 0 ? "primary" : "secondary"}>
                {say.open}
                <span className="visually-hidden">: {say.of(askedBy)}</span>
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
