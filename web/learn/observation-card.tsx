import type { ReactNode } from "react";
import type { ObservationView } from "../../functions/portfolio/contract.ts";
import { useSession } from "../app/session.ts";
import { portfolioWords } from "../strings/en-portfolio.ts";
import "./portfolio-page.css";

const say = portfolioWords.observed;

/** One observation: each part in percent, what the observer wrote, and whether it still counts. */
export function ObservationCard({ observation, children }: { observation: ObservationView; children?: ReactNode }) {
  const { today } = useSession();
  const { kind, observerName, observedOn, parts, comment, takenBack } = observation;
  return (
    <div className="card stack" data-gap="small">
      <h3>{portfolioWords.observationKinds[kind]}</h3>
      <p className="quiet small">{say.by(observerName, observedOn, today)}</p>
      <ul className="portfolio-list">
        {parts.map(({ id, title, percent }) => (
          <li key={id}>{say.part(title, percent)}</li>
        ))}
      </ul>
      <p className="portfolio-text">{comment === "" ? say.noComment : comment}</p>
      {takenBack && (
        <p className="quiet">
          {say.takenBack(takenBack.on, today)} {takenBack.reason}
        </p>
      )}
      {children}
    </div>
  );
}
