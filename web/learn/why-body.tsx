import type { AssignmentInForce } from "../../functions/assignment/contract.ts";
import { AskForTime } from "./ask-for-time.tsx";
import { whyWords as why } from "../strings/en-why.ts";

/** The reason in force, then the others, each with its day and what moved it. */
export function WhyBody({ assignment, today }: { assignment: AssignmentInForce; today: string }) {
  const {
    reasons: [first, ...others],
    extension,
    priorLearning,
  } = assignment;
  if (!first) return null;
  return (
    <>
      <p>{why.assignedBy(first, today)}</p>
      {first.note !== undefined && <p>{why.note(first.note)}</p>}
      <p>
        {why.start(first, today)} {why.due(first, today)}
      </p>
      {priorLearning && <p>{why.priorLearning(priorLearning, today)}</p>}
      {extension && <p>{why.extension(extension, today)}</p>}
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
      <AskForTime assignment={assignment} today={today} />
      <p className="quiet">{why.wrong}</p>
    </>
  );
}
