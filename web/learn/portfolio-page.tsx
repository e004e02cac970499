import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { CertificationProgress, Requirement } from "../../functions/certification/contract.ts";
import type { PieceView } from "../../functions/portfolio/contract.ts";
import { useSession } from "../app/session.ts";
import { portfolioWords } from "../strings/en-portfolio.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { SelectField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { waysOf } from "./ladder.ts";
import { ObservationCard } from "./observation-card.tsx";
import { PieceCard } from "./piece-card.tsx";
import { PieceForm } from "./piece-form.tsx";
import { portfolioQuery } from "./portfolio-queries.ts";
import { certificatesQuery } from "./queries.ts";
import { wayId, wayTitle } from "./way-names.ts";
import { WhatToDo } from "./what-to-do.tsx";
import "./portfolio-page.css";

const say = portfolioWords.mine;
const pieceKinds = Object.keys(portfolioWords.pieceKinds) as PieceView["kind"][];

/** What one has shown on the job, what the certificate one works toward still asks for, and the one next step. */
export function PortfolioPage() {
  const { access } = useSession();
  const { add, toward } = useSearch({ from: "/signed-in/portfolio" });
  const { data } = useSuspenseQuery(portfolioQuery);
  const {
    data: { progress },
  } = useSuspenseQuery(certificatesQuery);
  const asked = pieceKinds.find((kind) => kind === add);
  const [isAdding, setAdding] = useState(asked !== undefined);
  const { waiting, next } = waysOf(progress);
  const chosen = progress.find(({ certificationId }) => certificationId === toward) ?? next ?? waiting[0];
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
        {nextStep(data.pieces, chosen, progress)}
      </Notice>
      {chosen && <Toward chosen={chosen} progress={progress} />}
      <Section title={say.pieces}>
        <div id="portfolio-pieces" className="portfolio-list" tabIndex={-1}>
          {data.pieces.length === 0 && <EmptyState title={say.noPieces}>{say.noPiecesHow}</EmptyState>}
          <ul className="portfolio-list">
            {data.pieces.map((piece) => (
              <li key={piece.id}>
                <PieceCard piece={piece} />
              </li>
            ))}
          </ul>
          {isAdding ? (
            <PieceForm key={asked} {...(asked !== undefined && { asked })} onClose={() => setAdding(false)} />
          ) : (
            <div className="row">
              <Button kind={isReturned ? "secondary" : "primary"} onClick={() => setAdding(true)}>
                {portfolioWords.piece.handIn}
              </Button>
            </div>
          )}
        </div>
      </Section>
      <Section title={say.others}>
        <ul className="portfolio-list">
          <li>
            <Link to="/portfolio/recommendations">{say.recommendations}</Link>
          </li>
          <li>
            <Link to="/portfolio/calibration">{say.samples}</Link>
          </li>
          <li>
            <Link to="/recommendations">{say.requests}</Link>
          </li>
        </ul>
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

/** The certificate one works toward, and each thing it still asks for with the page on which it is done. */
function Toward({ chosen, progress }: { chosen: CertificationProgress; progress: CertificationProgress[] }) {
  const navigate = useNavigate();
  const missing = missingOf(chosen);
  return (
    <Section title={say.missing}>
      <SelectField
        label={say.toward}
        value={chosen.certificationId}
        onChange={({ target }) => void navigate({ to: "/portfolio", search: { toward: target.value }, replace: true })}
        options={progress.map((way) => ({ value: way.certificationId, label: wayTitle(way) }))}
      />
      <p className="quiet">{say.met(chosen.requirements.length - missing.length, chosen.requirements.length)}</p>
      {missing.length === 0 ? (
        <p>
          {say.missingNone}{" "}
          <Link to="/certificates" hash={wayId(chosen.certificationId)}>
            {say.toCertificates}
          </Link>
        </p>
      ) : (
        <ul className="portfolio-list">
          {missing.map((requirement) => (
            <li key={requirement.id} className="card stack" data-gap="small">
              <p>{requirement.needed > 1 ? say.howFar(requirement.title, requirement.done, requirement.needed) : requirement.title}</p>
              <WhatToDo requirement={requirement} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const missingOf = ({ requirements }: CertificationProgress): Requirement[] => requirements.filter(({ isMet }) => !isMet);

/** What came back first, then what is open and one's own to do, then waiting. */
function nextStep(
  pieces: readonly PieceView[],
  chosen: CertificationProgress | undefined,
  progress: readonly CertificationProgress[],
): string {
  const returned = pieces.find(({ state }) => state === "returned");
  if (returned) return say.nextReturned(returned.title);
  if (!chosen) return say.nextNothing;
  const missing = missingOf(chosen);
  const isWaiting = ({ kind, piece, done, needed, certificationIds }: Requirement): boolean =>
    kind === "pieces"
      ? pieces.filter((one) => one.kind === piece && one.state === "submitted").length >= needed - done
      : progress.some((way) => certificationIds?.includes(way.certificationId) === true && way.application?.state === "underReview");
  const first = missing.find((one) => !isWaiting(one));
  if (missing.length === 0) {
    const isHandedIn = chosen.application?.state === "underReview" || chosen.application?.state === "accepted";
    return isHandedIn ? say.nextWaits : chosen.reviewers === 0 ? say.nextNothing : say.nextReady(chosen.title);
  }
  if (!first) return say.nextWaits;
  switch (first.kind) {
    case "observations":
      return say.nextObserved(first.title);
    case "pieces":
      return say.nextPiece(first.title);
    case "references":
      return say.nextRecommended;
    case "calibration":
      return say.nextRated;
    case "holds":
    case "module":
    case "practice":
      return say.nextOther(first.title);
  }
}
