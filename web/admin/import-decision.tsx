import { useState } from "react";
import type { ImportView } from "../../functions/roster/import-contract.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { rosterWords } from "../strings/en-roster.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, TextArea } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";

const { one: say } = rosterWords;
const refreshes = [["imports"]];

/** The one next step of an import that was previewed: apply it, or put it away; a held one only with a reason. */
export function ImportDecision({ record }: { record: ImportView }) {
  const [reason, setReason] = useState("");
  const [endsMyAccess, setEndsMyAccess] = useState(false);
  const param = { importId: record.id };
  const applying = useSend({
    send: (json: { reason?: string; endsMyAccess?: boolean }, options) =>
      ask(client.api.roster.imports[":importId"].apply.$post({ param, json }, options)),
    refreshes,
  });
  const discarding = useSend({
    send: (_: null, options) => ask(client.api.roster.imports[":importId"].discard.$post({ param }, options)),
    refreshes,
  });
  const { hold, endsYou, staff, schools, areFilesGone } = record;
  const isNothing = staff.added + staff.changed + staff.moved + staff.ended + schools.added + schools.changed + schools.ended === 0;
  const error = applying.error ?? discarding.error;
  return (
    <div className="stack admin-decision">
      {areFilesGone ? (
        <Notice kind="info" title={say.tooLateTitle}>
          {say.tooLate}
        </Notice>
      ) : hold ? (
        <>
          <Notice kind="warn" title={say.heldTitle}>
            {hold.isTooMany && <p>{say.tooMany(hold)}</p>}
            {hold.administrators.length > 0 && <p>{say.administrators(hold.administrators.map(({ name }) => name))}</p>}
            {endsYou && (
              <p>
                <strong>{say.endsYou}</strong>
              </p>
            )}
            <p>{say.discardHint}</p>
          </Notice>
          <TextArea label={say.reason} hint={say.reasonHint} rows={3} value={reason} onChange={({ target }) => setReason(target.value)} />
          {endsYou && (
            <Checkbox label={say.endsMyAccess} checked={endsMyAccess} onChange={({ target }) => setEndsMyAccess(target.checked)} />
          )}
        </>
      ) : (
        <Notice kind="info" title={say.previewTitle}>
          {isNothing ? say.nothing : say.preview}
        </Notice>
      )}
      {!areFilesGone && !isNothing && <p className="small">{say.below}</p>}
      {!areFilesGone && record.errors + record.warnings > 0 && (
        <p className="small">
          <a href="#rows">{say.rowsBelow(record)}</a>
        </p>
      )}
      {error && <ProblemNotice error={error} />}
      <div className="row">
        {!areFilesGone && (
          <Button
            kind={hold ? "danger" : "primary"}
            isBusy={applying.isSending}
            busyLabel={say.applyingNow}
            onClick={() => applying.send(hold ? { reason, ...(endsYou && { endsMyAccess }) } : {})}
          >
            {hold ? say.confirm : say.apply}
          </Button>
        )}
        <Button kind="quiet" isBusy={discarding.isSending} busyLabel={say.discarding} onClick={() => discarding.send(null)}>
          {say.discard}
        </Button>
      </div>
    </div>
  );
}
