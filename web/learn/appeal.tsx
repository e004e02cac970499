import { useState } from "react";
import type { AppealView } from "../../functions/certification/contract.ts";
import type { AppealInput } from "../../functions/certification/decision-contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { useDraft } from "../app/use-draft.ts";
import { useSend } from "../app/use-send.ts";
import { t } from "../strings/en.ts";
import { walletWords } from "../strings/en-wallet.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { TextArea } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";

const say = walletWords.appeal;
/** So much has to be said, or nobody could decide on it; as the API asks. */
const shortest = 10;

type Appealed = Omit<AppealInput, "reason"> & { title: string; until: string };

/** A button that opens the appeal of a decision, with who decides and by when. */
export function AppealButton(appealed: Appealed) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say.act}</Button>
      {isOpen && <AppealDialog {...appealed} onClose={() => setOpen(false)} />}
    </>
  );
}

function AppealDialog({ of, certificationId, cycle, title, until, onClose }: Appealed & { onClose: () => void }) {
  const { today } = useSession();
  const { text, setText, clear } = useDraft(`appeal.${of}.${certificationId}.${cycle}`);
  const [isTooShort, setTooShort] = useState(false);
  const { send, isSending, error } = useSend({
    send: (json: AppealInput, options) => ask(client.api.my.appeals.$post({ json }, options)),
    refreshes: [["certificates"]],
    onDone: () => {
      clear();
      onClose();
      toast(say.sent);
    },
  });
  const submit = () => {
    const reason = text.trim();
    setTooShort(reason.length < shortest);
    if (reason.length >= shortest) send({ of, certificationId, cycle, reason });
  };
  return (
    <Dialog
      title={say.title(title)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" isBusy={isSending} busyLabel={say.sending} onClick={submit}>
            {say.send}
          </Button>
        </>
      }
    >
      <p>{say.lead(until, today)}</p>
      <TextArea
        label={say.reason}
        hint={say.reasonHint}
        rows={5}
        maxLength={2_000}
        value={text}
        error={isTooShort ? say.short : undefined}
        onChange={({ target }) => setText(target.value)}
      />
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}

/** Where an appeal stands, and what was decided on it. */
export function AppealOutcome({ appeal: { state, filedAt, decidedAt, decidedByName, comment } }: { appeal: AppealView }) {
  const { today, district } = useSession();
  const day = (at: string): string => localDateOf(at, district.zone);
  if (state === "open" || decidedAt === undefined) return <Notice kind="info">{say.open(day(filedAt), today)}</Notice>;
  return (
    <Notice kind={state === "overturned" ? "good" : "info"}>
      <p>{say[state](decidedByName ?? say.someone, day(decidedAt), today)}</p>
      {comment !== undefined && <p className="learn-said">{comment}</p>}
    </Notice>
  );
}
