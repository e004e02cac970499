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
import { remind } from "./changes.ts";
import { lastMailedQuery } from "./queries.ts";

const { remind: say } = coach;

type Module = { moduleId: string; title: string };

/** A kind word by mail, today and once. What is written is kept while the dialog is open, also when sending fails. */
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
    onDone: ({ outcome }) => {
      onClose();
      toast(outcome === "queued" ? say.sent(name) : say.alreadyToday(name));
    },
  });
  const { data: mailed } = useQuery(lastMailedQuery(staffId));
  const { today } = useSession();
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
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" isBusy={isSending} busyLabel={say.sending} onClick={submit}>
            {say.send}
          </Button>
        </>
      }
    >
      <Notice kind="info">{say.explain(name)}</Notice>
      {mailed && (
        <p className="quiet small">
          {mailed.isRemindedToday
            ? say.remindedToday(name)
            : mailed.lastMailedOn === undefined
              ? say.neverMailed(name)
              : say.lastMailed(name, mailed.lastMailedOn, today)}
        </p>
      )}
      {modules.length > 0 && (
        <SelectField
          label={say.about}
          value={moduleId}
          onChange={(event) => setModuleId(event.target.value)}
          options={[{ value: "", label: say.aboutAll }, ...modules.map((module) => ({ value: module.moduleId, label: module.title }))]}
        />
      )}
      <TextArea
        label={say.message}
        hint={say.messageHint}
        rows={6}
        maxLength={1000}
        value={message}
        onChange={(event) => setOwn(event.target.value)}
        error={isTried && message.trim() === "" ? say.needed : undefined}
      />
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}
