import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { OutsideBadgeView, OutsideState } from "../../functions/badges/outside-contract.ts";
import { catalogQuery } from "../app/directory.ts";
import { badgeCheck } from "../strings/en-badge-check.ts";
import { outsideBadgeWords as say } from "../strings/en-outside-badges.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Notice } from "../ui/notice.tsx";

const tones: Record<OutsideState, Tone> = { waiting: "now", accepted: "good", declined: "neutral", withdrawn: "bad" };
const steps = ["signature", "dates", "status"] as const;
const dayOf = (instant: string | undefined): string | undefined => /^\d{4}-\d{2}-\d{2}/.exec(instant ?? "")?.[0];

/** A badge of another issuer: what it says, whom it names, what was checked and what it counts for. */
export function OutsideBadge({ badge, children }: { badge: OutsideBadgeView; children?: ReactNode }) {
  const { title, issuer, issuerHost, holder, holderMatch, staffName, check, state } = badge;
  return (
    <article className="card stack" aria-label={title}>
      <div className="row" data-justify="between">
        <h3>{title}</h3>
        <Badge tone={tones[state]}>{say.state[state]}</Badge>
      </div>
      <p>{say.by(issuer, issuerHost)}</p>
      <p className="quiet small">{say.dates(dayOf(badge.validFrom), dayOf(badge.validUntil))}</p>
      {holderMatch === "different" ? (
        <Notice kind="warn">{say.match.different(holder, staffName)}</Notice>
      ) : (
        <p>{say.match[holderMatch](holder, staffName)}</p>
      )}
      <Decided badge={badge} />
      <details className="learn-fold">
        <summary>
          {say.details}: {badgeCheck.verdict[check.verdict].title}
        </summary>
        <div className="learn-fold-body">
          <ul>
            {steps.map((name) => {
              const { outcome, because } = check[name];
              return (
                <li key={name}>
                  {badgeCheck.steps[name]}: {badgeCheck.outcome[name][outcome]} {because !== undefined && badgeCheck.because[because]}
                </li>
              );
            })}
          </ul>
          <p className="quiet small">
            {say.checkedOn(dayOf(check.at) ?? "")} · {say.addedBy(badge.addedByName, badge.addedOn)}
          </p>
        </div>
      </details>
      {children}
    </article>
  );
}

function Decided({ badge: { state, decision } }: { badge: OutsideBadgeView }) {
  const { data: catalog } = useQuery(catalogQuery);
  if (!decision) return null;
  const titles = decision.moduleIds.map((id) => catalog?.modules.find((one) => one.id === id)?.title ?? id);
  if (state === "accepted") return <p>{say.counts(decision, titles)}</p>;
  return <p>{state === "withdrawn" ? say.counted(decision, titles) : say.declined(decision)}</p>;
}
