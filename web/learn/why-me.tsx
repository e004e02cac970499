import { type ComponentType, useState } from "react";
import type { AssignmentInForce } from "../../functions/assignment/contract.ts";
import { t } from "../strings/en.ts";
import { learn } from "../strings/en-learn.ts";
import "./why-me.css";

type WhyProps = { assignment: AssignmentInForce; today: string };

/**
 * Why a module is assigned and why its date is what it is, from the ledger itself. Its words are fetched when someone asks:
 * nearly every visit begins on a page that offers it, and few open it.
 */
export function WhyMe(props: WhyProps) {
  const [Body, setBody] = useState<ComponentType<WhyProps>>();
  const [isOutOfReach, setOutOfReach] = useState(false);
  if (props.assignment.reasons.length === 0) return null;
  const load = () =>
    void import("./why-body.tsx").then(
      ({ WhyBody }) => setBody(() => WhyBody),
      () => setOutOfReach(true),
    );
  return (
    <details className="why" onToggle={({ currentTarget }) => currentTarget.open && !Body && load()}>
      <summary>{learn.why.summary}</summary>
      <div className="why-body">{Body ? <Body {...props} /> : <p>{isOutOfReach ? t.errors.offlineTitle : t.loading}</p>}</div>
    </details>
  );
}
