import type { AssignPreview, AssignResult } from "../../functions/assignment/contract.ts";
import { announce } from "../app/announce.ts";
import { intent } from "../app/api.ts";
import { useFocusOnArrival } from "../app/focus.ts";
import { useSend } from "../app/use-send.ts";
import { assignWords } from "../strings/en-assign.ts";
import { Button } from "../ui/button.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { takeBack } from "./changes.ts";

const say = assignWords;

/** What happened, with a way back: everyone who got it loses this one reason again, and nothing that they did. */
export function AssignOutcome({ result, preview, onAgain }: { result: AssignResult; preview: AssignPreview; onAgain: () => void }) {
  const notice = useFocusOnArrival<HTMLDivElement>();
  const canUndo = preview.people.length === preview.total;
  const undo = useSend({
    send: async (staffIds: string[], { headers }) => {
      // One key for each person: a second press after a failure repeats what was done and finishes the rest.
      for (const staffId of staffIds)
        await takeBack({ staffId, sourceId: result.sourceId }, intent(`${headers["Idempotency-Key"]}-${staffId}`));
    },
    refreshes: [["person"], ["caseload"]],
    onDone: () => {
      notice.current?.focus();
      announce(say.undone);
    },
  });
  return (
    <div className="stack" tabIndex={-1} ref={notice}>
      <Notice kind="good" title={undo.isDone ? say.undone : say.done(result.assigned)}>
        {!undo.isDone && <p>{say.doneText}</p>}
        {!undo.isDone && !canUndo && <p>{say.undoManually}</p>}
        <div className="row">
          {!undo.isDone && canUndo && (
            <Button isBusy={undo.isSending} busyLabel={say.undoing} onClick={() => undo.send(preview.people.map(({ id }) => id))}>
              {say.undo}
            </Button>
          )}
          <Button kind="quiet" onClick={onAgain}>
            {say.again}
          </Button>
        </div>
      </Notice>
      {undo.error && <ProblemNotice error={undo.error} />}
    </div>
  );
}
