import { useState } from "react";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { peerWords } from "../strings/en-peers.ts";
import { Button } from "../ui/button.tsx";
import { TextArea } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

const say = peerWords.review;
/** So much a reason has to say; as the API asks. */
const shortest = 10;

type Props = { of: { staffId: string; certificationId: string; staffName: string }; referenceId: string };

/** Empties a recommendation in which a student can be recognized, with what goes and what stays said before. */
export function PurgeRecommendation({ of: { staffId, certificationId, staffName }, referenceId }: Props) {
  const [reason, setReason] = useState("");
  const [mistake, setMistake] = useState<string>();
  const { send, isSending, error } = useSend({
    send: (json: { reason: string }, options) =>
      ask(
        client.api.applications[":staffId"][":certificationId"].recommendations[":referenceId"].purge.$post(
          { param: { staffId, certificationId, referenceId }, json },
          options,
        ),
      ),
    refreshes: [["applications"]],
    onDone: ({ isTold }) => toast(say.purgeDone(staffName, isTold)),
  });
  const purge = (): void => {
    const isShort = reason.trim().length < shortest;
    setMistake(isShort ? say.purgeReasonNeeded : undefined);
    if (!isShort) send({ reason: reason.trim() });
  };
  return (
    <details className="review-details">
      <summary>{say.purge}</summary>
      <div className="stack">
        <p>{say.purgeHint}</p>
        <TextArea
          label={say.purgeReason}
          rows={2}
          maxLength={2_000}
          value={reason}
          error={mistake}
          onChange={({ target }) => setReason(target.value)}
        />
        {error && <ProblemNotice error={error} />}
        <div className="row">
          <Button kind="danger" isBusy={isSending} busyLabel={say.purging} onClick={purge}>
            {say.purgeDo}
          </Button>
        </div>
      </div>
    </details>
  );
}
