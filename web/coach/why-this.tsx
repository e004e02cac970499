import { useState } from "react";
import type { AssignmentInForce, Reason } from "../../functions/assignment/contract.ts";
import { toast } from "../app/announce.ts";
import { useSend } from "../app/use-send.ts";
import { t } from "../strings/en.ts";
import { coach } from "../strings/en-coach.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { takeBack } from "./changes.ts";
import "../learn/why-me.css";

const { why: say, person: sayPerson } = coach;

type Person = { id: string; name: string };

/** Why a person has a module and why its date is what it is; what someone assigned by hand can be taken back here. */
export function WhyThis({
  assignment: { reasons, extension },
  person,
  today,
  canTakeBack,
}: {
  assignment: AssignmentInForce;
  person: Person;
  today: string;
  canTakeBack: boolean;
}) {
  const [asking, setAsking] = useState<Reason>();
  const [first, ...others] = reasons;
  if (!first) return null;
  // What a person gave is taken back by whoever supports them; from what a rule gave one is exempted, with a reason.
  const revocable = canTakeBack ? reasons.filter(({ origin }) => origin.kind === "person") : [];
  return (
    <details className="why">
      <summary>{say.summary}</summary>
      <div className="why-body">
        <p>{say.assignedBy(first, today)}</p>
        {first.note !== undefined && <p>{say.note(first.note)}</p>}
        <p>{say.due(first, today)}</p>
        {extension && <p>{say.extension(extension, today)}</p>}
        {others.length > 0 && (
          <>
            <p>{say.others}</p>
            <ul>
              {others.map((reason) => (
                <li key={reason.sourceId}>{say.other(reason, today)}</li>
              ))}
            </ul>
          </>
        )}
        {revocable.length > 0 && (
          <div className="row">
            {revocable.map((reason) => (
              <Button key={reason.sourceId} onClick={() => setAsking(reason)}>
                {sayPerson.takeBack}
                <span className="visually-hidden"> {sayPerson.takeBackOf(reason.targetTitle)}</span>
              </Button>
            ))}
          </div>
        )}
      </div>
      {asking && <TakeBackDialog reason={asking} person={person} onClose={() => setAsking(undefined)} />}
    </details>
  );
}

function TakeBackDialog({ reason, person, onClose }: { reason: Reason; person: Person; onClose: () => void }) {
  const { send, isSending, error } = useSend({
    send: takeBack,
    refreshes: [["person", person.id], ["caseload"]],
    onDone: () => {
      onClose();
      toast(sayPerson.takenBack);
    },
  });
  return (
    <Dialog
      title={sayPerson.takeBackTitle(reason.targetTitle)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            kind="danger"
            isBusy={isSending}
            busyLabel={sayPerson.takingBack}
            onClick={() => send({ staffId: person.id, sourceId: reason.sourceId })}
          >
            {sayPerson.takeBackDo}
          </Button>
        </>
      }
    >
      <p>{sayPerson.takeBackText(person.name)}</p>
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}
