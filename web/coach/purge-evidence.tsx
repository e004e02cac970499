import { useState } from "react";
import type { EvidenceView } from "../../functions/learning/contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { reviewWords } from "../strings/en-review.ts";
import { Button } from "../ui/button.tsx";
import { TextArea } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

const say = reviewWords.purge;
/** So much a reason has to say; as the API asks. */
const shortest = 10;

/** Empties evidence in which a student can be recognized, with what goes and what stays said before. */
export function PurgeEvidence({ evidence, version }: { evidence: EvidenceView; version: number }) {
  const { staffId, moduleId, submission, staffName, state } = evidence;
  const [reason, setReason] = useState("");
  const [mistake, setMistake] = useState<string>();
  const { send, isSending, error } = useSend({
    send: (json: { reason: string; version: number }, options) =>
      ask(
        client.api.staff[":staffId"].evidence[":moduleId"][":submission"].purge.$post(
          { param: { staffId, moduleId, submission: String(submission) }, json },
          options,
        ),
      ),
    refreshes: [["person", staffId], ["caseload"], ["school"]],
    onDone: ({ isTold }) => toast(say.done(staffName, isTold)),
  });
  const purge = (): void => {
    const isShort = reason.trim().length < shortest;
    setMistake(isShort ? say.reasonNeeded : undefined);
    if (!isShort) send({ reason: reason.trim(), version });
  };
  return (
    <details className="review-details">
      <summary>{say.title}</summary>
      <div className="stack">
        <p>{state === "accepted" ? say.hintAccepted : say.hint}</p>
        <TextArea
          label={say.reason}
          rows={2}
          maxLength={2_000}
          value={reason}
          error={mistake}
          onChange={({ target }) => setReason(target.value)}
        />
        {error && <ProblemNotice error={error} />}
        <div className="row">
          <Button kind="danger" isBusy={isSending} busyLabel={say.working} onClick={purge}>
            {say.act}
          </Button>
        </div>
      </div>
    </details>
  );
}
