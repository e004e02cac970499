import { useState } from "react";
import type { AssignmentInForce } from "../../functions/assignment/contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { decisionWords as say } from "../strings/en-decisions.ts";
import { t } from "../strings/en.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextArea, TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

type Asked = { wishedOn: string; reason: string };

/** Where a request for more time stands, or the way to make one. */
export function AskForTime({ assignment, today }: { assignment: AssignmentInForce; today: string }) {
  const [isOpen, setOpen] = useState(false);
  const { request, state } = assignment;
  if (assignment.equivalency) return <p>{say.equivalent(assignment.equivalency)}</p>;
  if (state === "completed") return null;
  return (
    <>
      {request && <p>{request.state === "waiting" ? say.waiting(request, today) : say.declined(request)}</p>}
      {request?.state !== "waiting" && (
        <div className="row">
          <Button onClick={() => setOpen(true)}>{say.ask}</Button>
        </div>
      )}
      {isOpen && <AskDialog assignment={assignment} onClose={() => setOpen(false)} />}
    </>
  );
}

function AskDialog({ assignment: { moduleId, title }, onClose }: { assignment: AssignmentInForce; onClose: () => void }) {
  const [draft, setDraft] = useState<Asked>({ wishedOn: "", reason: "" });
  const { send, isSending, error } = useSend({
    send: (json: Asked, options) => ask(client.api.my.path[":moduleId"].extension.$post({ param: { moduleId }, json }, options)),
    refreshes: [["path"], ["module"]],
    onDone: () => {
      onClose();
      toast(say.asked);
    },
  });
  return (
    <Dialog
      title={say.askTitle(title)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" isBusy={isSending} busyLabel={say.sending} onClick={() => send(draft)}>
            {say.askSend}
          </Button>
        </>
      }
    >
      <p>{say.askText}</p>
      <TextField
        label={say.askOn}
        type="date"
        value={draft.wishedOn}
        onChange={({ target }) => setDraft({ ...draft, wishedOn: target.value })}
      />
      <TextArea
        label={say.askReason}
        rows={3}
        maxLength={500}
        value={draft.reason}
        onChange={({ target }) => setDraft({ ...draft, reason: target.value })}
      />
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}
