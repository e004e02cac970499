import { type ReactNode, useState } from "react";
import type { AssignmentInForce, PathPage } from "../../functions/assignment/contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { decisionWords as say } from "../strings/en-decisions.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { DecisionDialog, type DecisionKind } from "./decision-dialog.tsx";
import { mayExempt, maySupport } from "./may.ts";

type Person = { id: string; name: string };

const staff = client.api.staff[":staffId"];

/** What one may decide about one step of someone: more time, an exemption, prior learning. Nobody decides about themselves. */
export function Decisions({ assignment, person, today }: { assignment: AssignmentInForce; person: Person; today: string }) {
  const { access, staffId } = useSession();
  const [open, setOpen] = useState<DecisionKind>();
  const { request, state, equivalency } = assignment;
  const isOpen = state !== "completed" && person.id !== staffId;
  return (
    <>
      {equivalency && <p>{say.equivalent(equivalency)}</p>}
      {request && <p>{request.state === "waiting" ? say.waiting(request, today) : say.declined(request)}</p>}
      {isOpen && (maySupport(access) || mayExempt(access)) && (
        <div className="row">
          {maySupport(access) && (
            <Action title={assignment.title} onClick={() => setOpen("time")}>
              {request?.state === "waiting" ? say.answer : say.time}
            </Action>
          )}
          {mayExempt(access) && (
            <>
              <Action title={assignment.title} onClick={() => setOpen("waive")}>
                {say.waive}
              </Action>
              <Action title={assignment.title} onClick={() => setOpen("equivalency")}>
                {say.equivalency}
              </Action>
            </>
          )}
        </div>
      )}
      {open && <DecisionDialog kind={open} step={assignment} person={person} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function Action({ title, onClick, children }: { title: string; onClick: () => void; children: ReactNode }) {
  return (
    <Button kind="quiet" onClick={onClick}>
      {children}
      <span className="visually-hidden"> {title}</span>
    </Button>
  );
}

/** What a person is exempt from, and prior learning that counts, each with a way to take it back. */
export function StandingDecisions({ path }: { path: PathPage }) {
  const { waivers, equivalencies, person, today } = path;
  const { access, staffId } = useSession();
  const { send, isSending, error } = useSend({
    send: (decisionId: string, options) =>
      ask(staff.decisions[":decisionId"].$delete({ param: { staffId: person.id, decisionId } }, options)),
    refreshes: [["person", person.id], ["caseload"]],
    onDone: () => toast(say.takenBack),
  });
  const lines = [
    ...waivers.map((one) => ({ id: one.id, title: one.title, text: say.exempt(one, today) })),
    ...equivalencies.map((one) => ({ id: one.id, title: one.title, text: `${one.title}: ${say.equivalent(one)}` })),
  ];
  if (lines.length === 0) return null;
  return (
    <div className="stack">
      <ul className="stack">
        {lines.map(({ id, title, text }) => (
          <li key={id}>
            <p>{text}</p>
            {mayExempt(access) && person.id !== staffId && (
              <Button kind="quiet" isBusy={isSending} busyLabel={say.sending} onClick={() => send(id)}>
                {say.takeBack}
                <span className="visually-hidden"> {title}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error && <ProblemNotice error={error} />}
    </div>
  );
}
