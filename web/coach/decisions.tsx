import { type ReactNode, useState } from "react";
import type { AssignmentInForce, PathPage } from "../../functions/assignment/contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { decisionWords as say } from "../strings/en-decisions.ts";
import { t } from "../strings/en.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextArea, TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

type Person = { id: string; name: string };
type Kind = "time" | "waive" | "equivalency";
type Draft = { on: string; text: string };

const staff = client.api.staff[":staffId"];

/** What one may decide about one step of someone: more time, an exemption, prior learning. Nobody decides about themselves. */
export function Decisions({ assignment, person, today }: { assignment: AssignmentInForce; person: Person; today: string }) {
  const { access, staffId } = useSession();
  const [open, setOpen] = useState<Kind>();
  const { request, state, equivalency } = assignment;
  const isSupporter = access.some((one) => one === "coach" || one === "schoolLeader" || one === "districtLeader");
  const mayExempt = access.some((one) => one === "schoolLeader" || one === "districtLeader" || one === "districtAdministrator");
  const isOpen = state !== "completed" && person.id !== staffId;
  return (
    <>
      {equivalency && <p>{say.equivalent(equivalency)}</p>}
      {request && <p>{request.state === "waiting" ? say.waiting(request, today) : say.declined(request)}</p>}
      {isOpen && (isSupporter || mayExempt) && (
        <div className="row">
          {isSupporter && (
            <Action title={assignment.title} onClick={() => setOpen("time")}>
              {request?.state === "waiting" ? say.answer : say.time}
            </Action>
          )}
          {mayExempt && (
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
      {open && <DecisionDialog kind={open} assignment={assignment} person={person} onClose={() => setOpen(undefined)} />}
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

type Sent = { decline: boolean; draft: Draft };

function useDecision(kind: Kind, { moduleId, request }: AssignmentInForce, staffId: string, onClose: () => void) {
  return useSend({
    send: ({ decline, draft: { on, text } }: Sent, options) => {
      if (kind === "waive")
        return ask(
          staff.waivers.$post(
            { param: { staffId }, json: { target: { kind: "module", id: moduleId }, reason: text, ...(on !== "" && { until: on }) } },
            options,
          ),
        );
      if (kind === "equivalency")
        return ask(staff.equivalencies.$post({ param: { staffId }, json: { moduleId, evidence: text, learnedOn: on } }, options));
      if (request?.state !== "waiting")
        return ask(staff.extensions.$post({ param: { staffId }, json: { moduleId, dueOn: on, words: text } }, options));
      const json = decline ? { decision: "declined" as const, words: text } : { decision: "granted" as const, dueOn: on, words: text };
      return ask(staff.extensions[":extensionId"].decision.$post({ param: { staffId, extensionId: request.id }, json }, options));
    },
    refreshes: [["person", staffId], ["caseload"], ["extensions"], ["school"], ["district"]],
    onDone: (_, { decline }) => {
      onClose();
      toast({ time: decline ? say.declinedDone : say.granted, waive: say.waived, equivalency: say.recorded }[kind]);
    },
  });
}

function DecisionDialog({
  kind,
  assignment,
  person,
  onClose,
}: {
  kind: Kind;
  assignment: AssignmentInForce;
  person: Person;
  onClose: () => void;
}) {
  const { request, title } = assignment;
  const isAnswer = kind === "time" && request?.state === "waiting";
  const [draft, setDraft] = useState<Draft>({ on: isAnswer ? (request.wishedOn ?? "") : "", text: "" });
  const { send, isSending, error } = useDecision(kind, assignment, person.id, onClose);
  const words = {
    time: { title: say.timeTitle(person.name, title), on: say.dueOn, text: say.say, hint: say.sayHint, act: say.grant },
    waive: { title: say.waiveTitle(person.name, title), on: say.until, text: say.reason, hint: say.waiveText, act: say.waive },
    equivalency: {
      title: say.equivalencyTitle(person.name, title),
      on: say.learnedOn,
      text: say.evidence,
      hint: say.equivalencyText,
      act: say.equivalency,
    },
  }[kind];
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          {isAnswer && (
            <Button isBusy={isSending} busyLabel={say.sending} onClick={() => send({ decline: true, draft })}>
              {say.decline}
            </Button>
          )}
          <Button kind="primary" isBusy={isSending} busyLabel={say.sending} onClick={() => send({ decline: false, draft })}>
            {words.act}
          </Button>
        </>
      }
    >
      {isAnswer && request.reason !== undefined && <p>{say.theirReason(request.reason)}</p>}
      <TextArea
        label={words.text}
        hint={words.hint}
        rows={3}
        maxLength={500}
        value={draft.text}
        onChange={({ target }) => setDraft({ ...draft, text: target.value })}
      />
      <TextField
        label={words.on}
        isOptional={kind === "waive"}
        type="date"
        value={draft.on}
        onChange={({ target }) => setDraft({ ...draft, on: target.value })}
      />
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}

/** What a person is exempt from, and prior learning that counts, each with a way to take it back. */
export function StandingDecisions({ path: { waivers, equivalencies, person } }: { path: PathPage }) {
  const { access, staffId } = useSession();
  const mayExempt = access.some((one) => one === "schoolLeader" || one === "districtLeader" || one === "districtAdministrator");
  const { send, isSending, error } = useSend({
    send: (decisionId: string, options) =>
      ask(staff.decisions[":decisionId"].$delete({ param: { staffId: person.id, decisionId } }, options)),
    refreshes: [["person", person.id], ["caseload"]],
    onDone: () => toast(say.takenBack),
  });
  const lines = [
    ...waivers.map(({ id, title, byName, reason }) => ({ id, text: say.exempt(title, byName, reason) })),
    ...equivalencies.map((one) => ({ id: one.id, text: `${one.title}: ${say.equivalent(one)}` })),
  ];
  if (lines.length === 0) return null;
  return (
    <div className="stack">
      <ul className="stack">
        {lines.map(({ id, text }) => (
          <li key={id}>
            <p>{text}</p>
            {mayExempt && person.id !== staffId && (
              <Button kind="quiet" isBusy={isSending} busyLabel={say.sending} onClick={() => send(id)}>
                {say.takeBack}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error && <ProblemNotice error={error} />}
    </div>
  );
}
