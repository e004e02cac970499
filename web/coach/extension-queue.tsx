import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ExtensionQueue as Queue } from "../../functions/assignment/decision-contract.ts";
import { ask, client } from "../app/api.ts";
import { decisionWords as say } from "../strings/en-decisions.ts";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/page.tsx";
import { DecisionDialog } from "./decision-dialog.tsx";
import "./coach.css";

type Request = Queue["requests"][number];

const extensionsQuery = queryOptions({ queryKey: ["extensions"], queryFn: () => ask(client.api.extensions.$get()) });
/** As many as one sees at a glance; the others are one press away. */
const shownAtFirst = 5;

/** The requests for more time that are the reader's to answer, each with its answer one press away; nothing while there is none. */
export function ExtensionQueue() {
  const { data } = useQuery(extensionsQuery);
  const [isAll, setAll] = useState(false);
  const [answering, setAnswering] = useState<Request>();
  if (!data || data.requests.length === 0) return null;
  const requests = data.requests.slice(0, isAll ? data.requests.length : shownAtFirst);
  return (
    <Section title={say.queue(data.total)}>
      <ul className="coach-asks">
        {requests.map((request) => (
          <Line key={request.id} request={request} today={data.today} onAnswer={() => setAnswering(request)} />
        ))}
      </ul>
      {requests.length < data.requests.length && (
        <div className="row">
          <Button onClick={() => setAll(true)}>{say.queueAll(data.requests.length)}</Button>
        </div>
      )}
      {answering && (
        <DecisionDialog
          kind="time"
          step={{ moduleId: answering.moduleId, title: answering.moduleTitle, request: answering }}
          person={{ id: answering.staffId, name: answering.personName }}
          onClose={() => setAnswering(undefined)}
        />
      )}
    </Section>
  );
}

function Line({ request, today, onAnswer }: { request: Request; today: string; onAnswer: () => void }) {
  const { staffId, personName, schoolName, moduleTitle, wishedOn = "", isOwn, nearer, waitedDays } = request;
  return (
    <li className="coach-ask">
      <div>
        <Link to="/people/$staffId" params={{ staffId }} className="coach-queue-name">
          {personName}
        </Link>
        <p>{say.queueLine(moduleTitle, wishedOn, today)}</p>
        <p className="quiet small">
          {[...(isOwn || schoolName === undefined ? [] : [schoolName]), say.queueWhy(nearer, waitedDays, isOwn)].join(" · ")}
        </p>
      </div>
      <Button onClick={onAnswer}>
        {say.answerShort}
        <span className="visually-hidden"> {say.answerOf(personName, moduleTitle)}</span>
      </Button>
    </li>
  );
}
