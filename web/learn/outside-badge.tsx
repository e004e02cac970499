import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { OutsideBadgeView, OutsideState } from "../../functions/badges/outside-contract.ts";
import { localDateOf } from "../app/dates.ts";
import { catalogQuery } from "../app/directory.ts";
import { useSession } from "../app/session.ts";
import { badgeCheck } from "../strings/en-badge-check.ts";
import { outsideBadgeWords as say } from "../strings/en-outside-badges.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Notice } from "../ui/notice.tsx";

const tones: Record<OutsideState, Tone> = { waiting: "now", accepted: "good", declined: "neutral", withdrawn: "bad" };
const steps = ["signature", "dates", "status"] as const;

/** A badge of another issuer: what it says, whom it names, what was checked and what it counts for. */
export function OutsideBadge({ badge, children }: { badge: OutsideBadgeView; children?: ReactNode }) {
  const { title, issuer, issuerHost, holder, holderMatch, staffName, check, state } = badge;
  const { today, district } = useSession();
  return (
    <article className="card stack" aria-label={title} tabIndex={-1}>
      <div className="row" data-justify="between">
        <h3>{title}</h3>
        <Badge tone={tones[state]}>{say.state[state]}</Badge>
      </div>
      <p>{say.by(issuer, issuerHost)}</p>
      {issuerHost === undefined && <Notice kind="warn">{say.noHost}</Notice>}
      <p className="quiet small">{say.dates(badge.firstDay, badge.lastDay)}</p>
      {holderMatch === "different" ? (
        <Notice kind="warn">{say.match.different(holder, staffName)}</Notice>
      ) : (
        <p>{say.match[holderMatch](holder, staffName)}</p>
      )}
      <Decided badge={badge} today={today} />
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
            {say.checkedOn(localDateOf(check.at, district.zone))} · {say.addedBy(badge.addedByName, badge.addedOn)}
          </p>
        </div>
      </details>
      {children}
    </article>
  );
}

function Decided({ badge: { state, decision, countsAs, lastDay, check }, today }: { badge: OutsideBadgeView; today: string }) {
  const { data: catalog } = useQuery(catalogQuery);
  // What was decided before its issuer held it back is decided anew.
  if (!decision || state === "waiting") return null;
  if (state === "declined") return <p>{say.declined(decision)}</p>;
  const titles = decision.moduleIds.map((id) => catalog?.modules.find((one) => one.id === id)?.title ?? id);
  const counted = check.verdict === "forged" ? say.countedForged : say.counted;
  if (state === "withdrawn") return <p>{counted(decision, [...titles, ...countsAs])}</p>;
  const isOver = decision.until !== undefined && decision.until < today;
  return (
    <>
      {titles.length > 0 && <p>{isOver ? say.countedUntil(decision, titles) : say.counts(decision, titles)}</p>}
      {countsAs.length > 0 && (
        <p>{say.countsAs(countsAs, [decision.until, lastDay].filter((day) => day !== undefined).toSorted()[0], today)}</p>
      )}
      {decision.reason !== "" && <p className="quiet">{say.reason(decision)}</p>}
    </>
  );
}
