import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ApplicationDecision, ApplicationPage } from "../../functions/certification/decision-contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useDraft } from "../app/use-draft.ts";
import { useSend } from "../app/use-send.ts";
import { applicationWords } from "../strings/en-applications.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, RadioGroup, TextArea } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

const say = applicationWords.form;
const one = client.api.applications[":staffId"][":certificationId"];
/** So much a return has to say; as the API asks. */
const shortest = 10;

type Decision = ApplicationDecision["decision"];

/** Accepting or sending back, with what follows said before, and the declaration that nothing speaks against the reviewer. */
export function ApplicationForm({ page: { staffId, application } }: { page: ApplicationPage }) {
  const { certificationId, version, stillNeeded } = application;
  const [decision, setDecision] = useState<Decision>();
  const [hasNoConflict, setNoConflict] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const { text, setText, clear } = useDraft(`review.${application.id}`);
  const navigate = useNavigate();
  const { send, isSending, error } = useSend({
    send: (json: ApplicationDecision, options) => ask(one.review.$post({ param: { staffId, certificationId }, json }, options)),
    refreshes: [["applications"], ["person", staffId]],
    onDone: (after) => {
      clear();
      toast(
        after.state === "accepted" ? say.doneAccepted : after.state === "returned" ? say.doneReturned : say.doneCounted(after.stillNeeded),
      );
      void navigate({ to: "/applications" });
    },
  });
  const isSilent = decision === "return" && text.trim().length < shortest;
  const submit = () => {
    setChecked(true);
    if (decision !== undefined && hasNoConflict && !isSilent) send({ version, decision, comment: text.trim(), hasNoConflict });
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <RadioGroup<Decision>
        legend={say.decision}
        options={[
          { value: "accept", label: say.accept, hint: say.acceptHint(stillNeeded) },
          { value: "return", label: say.return, hint: say.returnHint },
        ]}
        value={decision}
        onChange={setDecision}
        error={isChecked && decision === undefined ? say.decisionMissing : undefined}
      />
      <TextArea
        label={say.comment}
        hint={decision === "return" ? say.commentReturn : say.commentAccept}
        isOptional={decision !== "return"}
        rows={4}
        maxLength={4_000}
        value={text}
        error={isChecked && isSilent ? say.commentMissing : undefined}
        onChange={({ target }) => setText(target.value)}
      />
      <Checkbox
        label={say.conflict}
        hint={say.conflictHint}
        checked={hasNoConflict}
        error={isChecked && !hasNoConflict ? say.conflictMissing : undefined}
        onChange={({ target }) => setNoConflict(target.checked)}
      />
      {error && <ProblemNotice error={error} />}
      <div className="row">
        <Button kind="primary" type="submit" isBusy={isSending} busyLabel={say.sending}>
          {say.send}
        </Button>
      </div>
    </form>
  );
}
