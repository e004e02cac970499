import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { portfolioWords } from "../strings/en-portfolio.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { pieceQueueQuery } from "./portfolio-queries.ts";
import "../learn/portfolio-page.css";

const say = portfolioWords.queue;

/** The pieces of work that wait for one's review, the longest waiting first. */
export function PortfolioReviewsPage() {
  const { district, today } = useSession();
  const { data } = useSuspenseQuery(pieceQueueQuery);
  return (
    <Page title={say.title} lead={say.lead} eyebrow={<Link to="/portfolio">{say.mine}</Link>}>
      {data.pieces.length === 0 ? (
        <EmptyState title={say.none}>{say.noneHow}</EmptyState>
      ) : (
        <ul className="portfolio-list">
          {data.pieces.map(({ id, staffId, staffName, kind, title, submittedAt }, index) => (
            <li key={id} className="card row" data-justify="between">
              <div>
                <strong>{staffName}</strong>
                <p className="portfolio-text">{title}</p>
                <p className="quiet small">
                  {portfolioWords.pieceKinds[kind]} · {say.sent(localDateOf(submittedAt, district.zone), today)}
                </p>
              </div>
              <ButtonLink
                to="/portfolio/reviews/$staffId/$pieceId"
                params={{ staffId, pieceId: id }}
                kind={index === 0 ? "primary" : "secondary"}
              >
                {say.review}
                <span className="visually-hidden"> {say.of(staffName, title)}</span>
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
