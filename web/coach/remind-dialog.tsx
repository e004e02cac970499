import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "../app/announce.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { t } from "../strings/en.ts";
import { coach } from "../strings/en-coach.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SelectField, TextArea } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { remind } from "./changes.ts";
import { lastMailedQuery } from "./queries.ts";

const { remind: say } = coach;

type Module = { moduleId: string; title: string };

/** A kind word by mail, once: at once, or when mail next leaves, which it says. What is written is kept while the dialog is open, also when sending fails. */
export function RemindDialog({
  staffId,
  name,
  modules = [],
  onClose,
}: {
  staffId: string;
  name: string;
  modules?: Module[];
  onClose: () => void;
}) {
  const [moduleId, setModuleId] = useState("");
  const [own, setOwn] = useState<string>();
  const [isTried, setTried] = useState(false);
  const message = own ?? say.prefill(modules.find((module) => module.moduleId === moduleId)?.title);
  const { send, isSending, error } = useSend({
    send: remind,
    refreshes: [lastMailedQuery(staffId).queryKey],
    onDone: ({ outcome, goesAt }) => {
      onClose();
      const when = goesAt === undefined ? undefined : say.sendingTime(goesAt, district.zone);
      toast(outcome === "queued" ? say.sent(name, when) : say.alreadyToday(name, when));
    },
  });
  const { today, district } = useSession();
  const { data: mailed, error: unknown, refetch } = useQuery(lastMailedQuery(staffId));
  const goesAt = mailed?.goesAt === undefined ? undefined : say.sendingTime(mailed.goesAt, district.zone);
  const submit = () => {
    setTried(true);
    if (message.trim() !== "") send({ staffId, message: message.trim(), ...(moduleId !== "" && { moduleId }) });
  };
  return (
    <Dialog
      title={say.title(name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{mailed?.isTaken ? t.close : t.cancel}</Button>
          {mailed?.isTaken === false && (
            <Button kind="primary" isBusy={isSending} busyLabel={say.sending} onClick={submit}>
              {goesAt === undefined ? say.send : say.sendLater}
            </Button>
          )}
        </>
      }
    >
      {unknown && <ProblemNotice error={unknown} onRetry={() => void refetch()} />}
      {!mailed && !unknown && <Skeleton lines={2} />}
      {mailed && (
        <>
          <Notice kind="info">{mailed.isTaken ? say.taken(name, goesAt) : say.explain(name, goesAt)}</Notice>
          <p className="quiet small">
            {mailed.lastMailedOn === undefined ? say.neverMailed(name) : say.lastMailed(name, mailed.lastMailedOn, today)}
          </p>
        </>
      )}
      {mailed?.isTaken !== true && modules.length > 0 && (
        <SelectField
          label={say.about}
          value={moduleId}
          onChange={(event) => setModuleId(event.target.value)}
          options={[{ value: "", label: say.aboutAll }, ...modules.map((module) => ({ value: module.moduleId, label: module.title }))]}
        />
      )}
      {mailed?.isTaken !== true && (
        <TextArea
          label={say.message}
          hint={say.messageHint}
          rows={6}
          maxLength={1000}
          value={message}
          onChange={(event) => setOwn(event.target.value)}
          error={isTried && message.trim() === "" ? say.needed : undefined}
        />
      )}
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}
