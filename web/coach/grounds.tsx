import type { Grounds as OfApplication } from "../../functions/certification/decision-contract.ts";
import { useSession } from "../app/session.ts";
import { ObservationCard } from "../learn/observation-card.tsx";
import { PieceText } from "../learn/piece-text.tsx";
import { peerWords } from "../strings/en-peers.ts";
import { portfolioWords } from "../strings/en-portfolio.ts";
import { Section } from "../ui/page.tsx";
import { PurgeRecommendation } from "./purge-recommendation.tsx";

const say = peerWords.review;

/** What an application rests on, for whoever has to decide: work, what was seen of it, and what colleagues said. */
export function Grounds({
  grounds: { observations, pieces, recommendations, calibrations },
  filesAt,
  of,
}: {
  grounds: OfApplication;
  /** The address below which the files of its pieces are for this reader. */
  filesAt: string;
  /** Whose application for what it is. */
  of: { staffId: string; certificationId: string; staffName: string };
}) {
  const { today } = useSession();
  return (
    <>
      {pieces.length > 0 && (
        <Section title={say.pieces}>
          <ul className="stack">
            {pieces.map((piece) => (
              <li key={piece.id} className="card stack" data-gap="small">
                <h3>{piece.title}</h3>
                <p className="quiet small">{portfolioWords.piece.done(portfolioWords.pieceKinds[piece.kind], piece.doneOn, today)}</p>
                <PieceText piece={piece} filesAt={`${filesAt}/pieces/${piece.id}`} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {observations.length > 0 && (
        <Section title={say.observations}>
          <ul className="stack">
            {observations.map((observation) => (
              <li key={observation.id}>
                <ObservationCard observation={observation} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {recommendations.length > 0 && (
        <Section title={say.recommendations}>
          <ul className="stack">
            {recommendations.map(({ id, refereeName, percent, comment, answeredOn, isPurged }) => (
              <li key={id}>
                <p>
                  <strong>{say.by(refereeName, percent, answeredOn, today)}</strong>
                </p>
                {isPurged ? <p className="quiet">{say.purged}</p> : <p className="coach-said">{comment}</p>}
                {!isPurged && <PurgeRecommendation of={of} referenceId={id} />}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {calibrations.length > 0 && (
        <Section title={say.calibrations}>
          <ul className="stack" data-gap="small">
            {calibrations.map(({ id, title, percent, withName }) => (
              <li key={id}>{say.rated(title, percent, withName)}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
