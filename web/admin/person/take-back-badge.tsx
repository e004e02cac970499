import { type MouseEvent, useRef, useState } from "react";
import type { OutsideBadgeDecision, OutsideBadgeView } from "../../../functions/badges/outside-contract.ts";
import { toast } from "../../app/announce.ts";
import { ask, client } from "../../app/api.ts";
import { useSend } from "../../app/use-send.ts";
import { outsideBadgeWords as say } from "../../strings/en-outside-badges.ts";
import { t } from "../../strings/en.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextArea } from "../../ui/field.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";

/** Takes back that a badge of another issuer counts, with what follows said before and a reason that its holder reads. */
export function TakeBackBadge({ badge }: { badge: OutsideBadgeView }) {
  const [isOpen, setOpen] = useState(false);
  const card = useRef<HTMLElement>(null);
  const open = ({ currentTarget }: MouseEvent<HTMLButtonElement>): void => {
    card.current = currentTarget.closest("article");
    setOpen(true);
  };
  return (
    <>
      <Button onClick={open}>
        {say.takeBack}
        <span className="visually-hidden"> {badge.title}</span>
      </Button>
      {isOpen && (
        <TakeBackDialog
          badge={badge}
          onClose={() => setOpen(false)}
          // The button that was pressed goes with the decision.
          onDone={() => requestAnimationFrame(() => card.current?.focus())}
        />
      )}
    </>
  );
}

function TakeBackDialog({ badge, onClose, onDone }: { badge: OutsideBadgeView; onClose: () => void; onDone: () => void }) {
  const { id: badgeId, staffId, staffName, title, version } = badge;
  const [reason, setReason] = useState("");
  const [mistake, setMistake] = useState<string>();
  const { send, isSending, error } = useSend({
    send: (json: OutsideBadgeDecision, options) =>
      ask(client.api.staff[":staffId"]["outside-badges"][":badgeId"].decision.$post({ param: { staffId, badgeId }, json }, options)),
    refreshes: [["outside-badges"], ["person", staffId], ["timeline"]],
    onDone: () => {
      toast(say.queue.declined(title));
      onClose();
      onDone();
    },
  });
  const takeBack = (): void => {
    if (reason.trim().length < 10) return setMistake(say.queue.reasonMissing);
    setMistake(undefined);
    send({ decision: "decline", version, reason });
  };
  return (
    <Dialog
      title={say.takeBackTitle(title)}
      onClose={onClose}
      footer={
        <>
          <Button kind="danger" isBusy={isSending} busyLabel={say.queue.working} onClick={takeBack}>
            {say.takeBack}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </>
      }
    >
      <p>{say.takeBackText(staffName)}</p>
      <TextArea
        label={say.takeBackReason}
        rows={2}
        maxLength={1_000}
        value={reason}
        error={mistake}
        onChange={({ target }) => setReason(target.value)}
      />
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}
