import type { Reason } from "../../functions/assignment/contract.ts";
import { learn } from "../strings/en-learn.ts";
import "./why-me.css";

/** Why a module is assigned and why its date is what it is, from the ledger itself: the reason in force first, then the others. */
export function WhyMe({ reasons, today }: { reasons: readonly Reason[]; today: string }) {
  const [first, ...others] = reasons;
  if (!first) return null;
  const { why } = learn;
  return (
    <details className="why">
      <summary>{why.summary}</summary>
      <div className="why-body">
        <p>{why.assignedBy(first, today)}</p>
        {first.note !== undefined && <p>{why.note(first.note)}</p>}
        <p>
          {why.start(first, today)} {why.due(first, today)}
        </p>
        {others.length > 0 && (
          <>
            <p>{why.others}</p>
            <ul>
              {others.map((reason) => (
                <li key={reason.sourceId}>{why.other(reason, today)}</li>
              ))}
            </ul>
          </>
        )}
        <p className="quiet">{why.wrong}</p>
      </div>
    </details>
  );
}
