import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AuthoringPage } from "../../../functions/curriculum/contract.ts";
import { toast } from "../../app/announce.ts";
import { ask, client } from "../../app/api.ts";
import { useSend } from "../../app/use-send.ts";
import { t } from "../../strings/en.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { lessonsThatDiffer } from "./module-files.ts";
import { editionQuery, touchedByPublishing } from "./queries.ts";
import { ReadAgainField } from "./read-again-field.tsx";
import { showPage } from "./use-draft-keeper.ts";

const say = authoring.module;

/** Goes back to an earlier edition, or to the module as shipped where `number` is left out: as a new edition, so nothing is lost. */
export function GoBackDialog({ page, number, onClose }: { page: AuthoringPage; number: number | undefined; onClose: () => void }) {
  const { moduleId, current, shipped } = page;
  const queries = useQueryClient();
  const [note, setNote] = useState("");
  const [again, setAgain] = useState<string[]>([]);
  const [isTried, setTried] = useState(false);
  const texts = useQuery({ ...editionQuery(moduleId, number ?? 0), enabled: number !== undefined });
  const files = number === undefined ? shipped : texts.data;
  const isMissing = note.trim().length < 3;
  const { send, isSending, error } = useSend({
    send: (input: { note: string; again: string[] }, options) =>
      ask(
        client.api.authoring[":moduleId"].restoration.$post(
          { param: { moduleId }, json: { ...input, ...(number !== undefined && { number }) } },
          options,
        ),
      ),
    refreshes: touchedByPublishing,
    onDone: (answer) => {
      void showPage(queries, answer);
      onClose();
      toast(say.wentBack(answer.editions[0]?.number ?? 0));
    },
  });
  const submit = () => {
    setTried(true);
    if (!isMissing) send({ note: note.trim(), again });
  };
  return (
    <Dialog
      title={say.goBackTitle(number)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" isBusy={isSending} busyLabel={say.goingBack} onClick={submit}>
            {number === undefined ? say.goBackShipped : say.goBack}
          </Button>
        </>
      }
    >
      <p>{say.goBackWhat}</p>
      <TextField
        label={say.note}
        hint={say.noteHint}
        maxLength={500}
        value={note}
        error={isTried && isMissing ? say.noteNeeded : undefined}
        onChange={({ target }) => setNote(target.value)}
      />
      {texts.error && <ProblemNotice error={texts.error} onRetry={() => void texts.refetch()} />}
      {files ? (
        <ReadAgainField lessons={lessonsThatDiffer(current, files)} value={again} onChange={setAgain} />
      ) : (
        !texts.error && <Skeleton lines={2} />
      )}
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}
