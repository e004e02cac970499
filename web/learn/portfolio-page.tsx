import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CertificatesPage } from "../../functions/certification/contract.ts";
import type { PortfolioPage as Portfolio } from "../../functions/portfolio/contract.ts";
import { useSession } from "../app/session.ts";
import { portfolioWords } from "../strings/en-portfolio.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { ObservationCard } from "./observation-card.tsx";
import { PieceCard } from "./piece-card.tsx";
import { PieceForm } from "./piece-form.tsx";
import { portfolioQuery } from "./portfolio-queries.ts";
import { certificatesQuery } from "./queries.ts";
import "./portfolio-page.css";

const say = portfolioWords.mine;
type Open = { id: string; kind: string; title: string; done: number; needed: number; toward: string };

/** What one has shown on the job, what is still missing, and the one next step. */
export function PortfolioPage() {
  const { access } = useSession();
  const { data } = useSuspenseQuery(portfolioQuery);
  const { data: certificates } = useSuspenseQuery(certificatesQuery);
  const [isAdding, setAdding] = useState(false);
  const open = openRequirements(certificates);
  const isReturned = data.pieces.some(({ state }) => state === "returned");
  const reviews = access.includes("coach") || access.includes("districtLeader");
  return (
    <Page
      title={say.title}
      lead={say.lead}
      eyebrow={
        <nav className="row">
          <Link to="/certificates">{say.certificates}</Link>
          {reviews && <Link to="/portfolio/reviews">{say.reviews}</Link>}
        </nav>
      }
    >
      <Notice kind="info" title={say.next}>
        {nextStep(data, open)}
      </Notice>
      <Section title={say.missing}>
        {open.length === 0 ? (
          <p className="quiet">{say.missingNone}</p>
        ) : (
          <ul className="portfolio-list">
            {open.map(({ id, title, done, needed, toward }) => (
              <li key={`${toward} ${id}`}>
                {say.howFar(title, done, needed)} <span className="quiet small">{toward}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={say.pieces}>
        {data.pieces.length === 0 && <EmptyState title={say.noPieces}>{say.noPiecesHow}</EmptyState>}
        <ul className="portfolio-list">
          {data.pieces.map((piece) => (
            <li key={piece.id}>
              <PieceCard piece={piece} />
            </li>
          ))}
        </ul>
        {isAdding ? (
          <PieceForm onClose={() => setAdding(false)} />
        ) : (
          <div className="row">
            <Button kind={isReturned ? "secondary" : "primary"} onClick={() => setAdding(true)}>
              {portfolioWords.piece.handIn}
            </Button>
          </div>
        )}
      </Section>
      <Section title={say.observations}>
        {data.observations.length === 0 ? (
          <EmptyState title={say.noObservations}>{say.noObservationsHow}</EmptyState>
        ) : (
          <ul className="portfolio-list">
            {data.observations.map((observation) => (
              <li key={observation.id}>
                <ObservationCard observation={observation} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}

/** What certificates ask for, is not there yet, and belongs in a portfolio. */
function openRequirements({ progress }: CertificatesPage): Open[] {
  return progress.flatMap(({ title: toward, requirements }) =>
    requirements
      .filter(({ kind, isMet }) => !isMet && (kind === "observations" || kind === "pieces"))
      .map(({ id, kind, title, done, needed }) => ({ id, kind, title, done, needed, toward })),
  );
}

/** What came back first, then what is open, then waiting. */
function nextStep({ pieces }: Portfolio, open: readonly Open[]): string {
  const returned = pieces.find(({ state }) => state === "returned");
  if (returned) return say.nextReturned(returned.title);
  if (pieces.some(({ state }) => state === "submitted")) return say.nextWaits;
  const [first] = open;
  if (!first) return say.nextNothing;
  return first.kind === "pieces" ? say.nextPiece(first.title) : say.nextObserved(first.title);
}
