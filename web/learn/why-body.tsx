import type { Reason } from "../../functions/assignment/contract.ts";
import { whyWords as why } from "../strings/en-why.ts";

/** The reason in force, then the others, each with its day and what moved it. */
export function WhyBody({ reasons: [first, ...others], today }: { reasons: readonly Reason[]; today: string }) {
  if (!first) return null;
  return (
    <>
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
    </>
  );
}
