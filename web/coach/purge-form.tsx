import { useState } from "react";
import type { useSend } from "../app/use-send.ts";
import { Button } from "../ui/button.tsx";
import { TextArea } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

/** So much a reason has to say; as the API asks. */
const shortest = 10;

type Words = { title: string; hint: string; reason: string; reasonNeeded: string; act: string; working: string };
type Sending<Result> = Pick<ReturnType<typeof useSend<{ reason: string }, Result>>, "send" | "isSending" | "error">;

/** The form that empties something in which a student can be recognized: what goes and what stays is said before, and why is asked. */
export function PurgeForm<Result>({ words: say, sending }: { words: Words; sending: Sending<Result> }) {
  const [reason, setReason] = useState("");
  const [mistake, setMistake] = useState<string>();
  const purge = (): void => {
    const isShort = reason.trim().length < shortest;
    setMistake(isShort ? say.reasonNeeded : undefined);
    if (!isShort) sending.send({ reason: reason.trim() });
  };
  return (
    <details className="review-details">
      <summary>{say.title}</summary>
      <div className="stack">
        <p>{say.hint}</p>
        <TextArea
          label={say.reason}
          rows={2}
          maxLength={2_000}
          value={reason}
          error={mistake}
          onChange={({ target }) => setReason(target.value)}
        />
        {sending.error && <ProblemNotice error={sending.error} />}
        <div className="row">
          <Button kind="danger" isBusy={sending.isSending} busyLabel={say.working} onClick={purge}>
            {say.act}
          </Button>
        </div>
      </div>
    </details>
  );
}
