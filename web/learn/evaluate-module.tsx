import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { EvaluationAnswers, EvaluationPage } from "../../functions/learning/evaluation-contract.ts";
import { useFocusOnArrival } from "../app/focus.ts";
import { useSession } from "../app/session.ts";
import { evaluationWords as say } from "../strings/en-evaluation.ts";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/page.tsx";
import { EvaluationForm, statements } from "./evaluation-form.tsx";
import { evaluationQuery } from "./evaluation-query.ts";
import "./evaluate-module.css";

/** What somebody who completed a module says of it: asked once, theirs to change until it is counted. Nothing while it is being fetched. */
export function EvaluateModule({ moduleId }: { moduleId: string }) {
  const { data: page } = useQuery(evaluationQuery(moduleId));
  // `back` from the form, on whose place the focus stays.
  const [at, setAt] = useState<"rest" | "form" | "back">("rest");
  if (!page) return null;
  const section = (
    <Section title={say.title}>
      {at === "form" ? <EvaluationForm page={page} onClose={() => setAt("back")} /> : <Standing page={page} onOpen={() => setAt("form")} />}
    </Section>
  );
  return <div className="no-print">{at === "back" ? <Arrival>{section}</Arrival> : section}</div>;
}

/** What stands where the form was, for whoever works by keyboard or listens. */
function Arrival({ children }: { children: ReactNode }) {
  const element = useFocusOnArrival<HTMLDivElement>();
  return (
    <div tabIndex={-1} ref={element}>
      {children}
    </div>
  );
}

function Standing({ page: { given }, onOpen }: { page: EvaluationPage; onOpen: () => void }) {
  const { today } = useSession();
  if (!given)
    return (
      <div className="stack">
        <p>{say.lead}</p>
        <div className="row">
          <Button onClick={onOpen}>{say.begin}</Button>
        </div>
      </div>
    );
  return (
    <div className="stack">
      <Said answers={given.answers} />
      <p className="quiet">{given.isClosed ? say.closed(given.on, today) : say.given(given.on, given.changeableUntil, today)}</p>
      {!given.isClosed && (
        <div className="row">
          <Button onClick={onOpen}>{say.change}</Button>
        </div>
      )}
    </div>
  );
}

function Said({ answers }: { answers: EvaluationAnswers }) {
  return (
    <dl className="learn-said">
      {statements.map((statement) => (
        <div key={statement}>
          <dt>{say.statements[statement]}</dt>
          <dd>{say.levels[answers[statement]]}</dd>
        </div>
      ))}
    </dl>
  );
}
