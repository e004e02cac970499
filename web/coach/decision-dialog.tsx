import { useState } from "react";
import type { AssignmentInForce } from "../../functions/assignment/contract.ts";
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

/** What can be decided about one step: more time, an exemption, prior learning. */
export type DecisionKind = "time" | "waive" | "equivalency";
/** The step it is about, with the request that waits for an answer where one does. */
export type DecidedStep = Pick<AssignmentInForce, "moduleId" | "title" | "request">;

type Person = { id: string; name: string };
type Draft = { on: string; text: string };

const staff = client.api.staff[":staffId"];

type Sent = { decline: boolean; draft: Draft };

function useDecision(kind: DecisionKind, { moduleId, request }: DecidedStep, staffId: string, onClose: () => void) {
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

/** Deciding about one step of someone: what is decided, in words, and from or until when. */
export function DecisionDialog({
  kind,
  step,
  person,
  onClose,
}: {
  kind: DecisionKind;
  step: DecidedStep;
  person: Person;
  onClose: () => void;
}) {
  const { request, title } = step;
  const isAnswer = kind === "time" && request?.state === "waiting";
  const { today } = useSession();
  // A wish that waited until its day has passed cannot be granted as it stands.
  const wished = isAnswer && request.wishedOn !== undefined && request.wishedOn > today ? request.wishedOn : "";
  const [draft, setDraft] = useState<Draft>({ on: wished, text: "" });
  const { send, isSending, error } = useDecision(kind, step, person.id, onClose);
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
