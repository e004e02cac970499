import { useMutation } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import type { PersonChange, PersonRecord } from "../../../functions/roster/person-contract.ts";
import { toast } from "../../app/announce.ts";
import { ask, client } from "../../app/api.ts";
import { useSession } from "../../app/session.ts";
import { useSend } from "../../app/use-send.ts";
import { t } from "../../strings/en.ts";
import { personWords as say } from "../../strings/en-person.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ChangeFields } from "./change-fields.tsx";
import { Consequences } from "./consequences.tsx";
import { changeFrom, type ChangeKind, draftOf } from "./draft.ts";
import { touchedByChange } from "./queries.ts";

const changes = client.api.people[":staffId"].changes;

/** One change of a person's record: what to change, then what follows from it, then saving. */
export function ChangeDialog({ kind, record, onClose }: { kind: ChangeKind; record: PersonRecord; onClose: () => void }) {
  const { today } = useSession();
  const [draft, setDraft] = useState(() => draftOf(record, kind, today));
  const change = changeFrom(kind, draft);
  const param = { staffId: record.id };
  const preview = useMutation({ mutationFn: (one: PersonChange) => ask(changes.preview.$post({ param, json: { change: one } })) });
  const { send, isSending, error } = useSend({
    send: (one: PersonChange, options) => ask(changes.$post({ param, json: { version: record.version, change: one } }, options)),
    refreshes: touchedByChange(record.id),
    onDone: () => {
      onClose();
      toast(say.saved[kind]);
    },
  });
  const seen = preview.data;
  const back = () => {
    preview.reset();
  };
  return (
    <Dialog
      title={say.titles[kind](record.name)}
      onClose={onClose}
      footer={
        <>
          {seen ? <Button onClick={back}>{say.change}</Button> : <Button onClick={onClose}>{t.cancel}</Button>}
          {seen ? (
            <Button kind="primary" isBusy={isSending} busyLabel={say.saving} onClick={() => change && send(change)}>
              {say.save}
            </Button>
          ) : (
            <Button
              kind="primary"
              disabled={!change}
              isBusy={preview.isPending}
              busyLabel={say.previewing}
              onClick={() => change && preview.mutate(change)}
            >
              {say.preview}
            </Button>
          )}
        </>
      }
    >
      <p>{say.explain[kind]}</p>
      {seen ? (
        <Consequences preview={seen} />
      ) : (
        <Suspense fallback={<Skeleton lines={4} />}>
          <ChangeFields kind={kind} draft={draft} record={record} onChange={(part) => setDraft({ ...draft, ...part })} />
        </Suspense>
      )}
      {preview.error && <ProblemNotice error={preview.error} />}
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}
