import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { MergeView, PersonRecord } from "../../../functions/roster/person-contract.ts";
import { toast } from "../../app/announce.ts";
import { ask, client } from "../../app/api.ts";
import { useSend } from "../../app/use-send.ts";
import { t } from "../../strings/en.ts";
import { personWords as say } from "../../strings/en-person.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice, ProblemNotice } from "../../ui/notice.tsx";
import { touchedByChange } from "./queries.ts";

/** The accounts that were merged into this one, each with a way to take it back. */
export function Merges({ record }: { record: PersonRecord }) {
  const [open, setOpen] = useState<MergeView>();
  return (
    <>
      <ul className="record-list">
        {record.merges.map((merge) => (
          <li key={merge.id}>
            <span>{say.mergeState(merge)}</span>{" "}
            {merge.state === "merged" && (
              <Button kind="quiet" onClick={() => setOpen(merge)}>
                {say.takeBack}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && <TakeBackDialog merge={open} staffId={record.id} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function TakeBackDialog({ merge, staffId, onClose }: { merge: MergeView; staffId: string; onClose: () => void }) {
  const { send, isSending, error } = useSend({
    send: (mergeId: string, options) =>
      ask(client.api.people[":staffId"].merges[":mergeId"].undo.$post({ param: { staffId, mergeId } }, options)),
    refreshes: touchedByChange(staffId),
    onDone: () => {
      onClose();
      toast(say.takenBack);
    },
  });
  return (
    <Dialog
      title={say.takeBackTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" isBusy={isSending} busyLabel={say.saving} onClick={() => send(merge.id)}>
            {say.takeBack}
          </Button>
        </>
      }
    >
      <p>{say.takeBackWhat(merge.name)}</p>
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}

/** Says that this account was merged, and leads to the one that was kept. */
export function MergedInto({ into }: { into: NonNullable<PersonRecord["mergedInto"]> }) {
  return (
    <Notice kind="info" title={say.mergedTitle}>
      <p>
        {say.merged}{" "}
        <Link to="/admin/people/$staffId" params={{ staffId: into.id }}>
          {into.name}
        </Link>
      </p>
    </Notice>
  );
}
