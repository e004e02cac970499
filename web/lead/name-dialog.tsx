import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Candidate } from "../../functions/engagement/coverage-contract.ts";
import type { SeatNaming, SeatRole, TeamKind } from "../../functions/roster/team-contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { t } from "../strings/en.ts";
import { teamWords } from "../strings/en-teams.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Checkbox, SelectField, TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { candidatesQuery } from "./team-queries.ts";

const { dialog: say } = teamWords;

type Draft = { staffId: string; isBackup: boolean; from: string; until: string };
type NameDialogProps = { schoolId: string; team: TeamKind; role: SeatRole; today: string; onClose: () => void };

/** Names a person to a seat: who, as member or backup, and for how long. */
export function NameDialog({ schoolId, team, role, today, onClose }: NameDialogProps) {
  const candidates = useQuery(candidatesQuery(schoolId, team, role));
  const [draft, setDraft] = useState<Draft>({ staffId: "", isBackup: false, from: today, until: "" });
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const { send, isSending, error } = useSend({
    send: (json: SeatNaming, options) => ask(client.api.teams[":schoolId"].seats.$post({ param: { schoolId }, json }, options)),
    refreshes: [["teams"]],
    onDone: ({ name }) => {
      onClose();
      toast(say.done(name, role));
    },
  });
  const submit = () => {
    setTried(true);
    const { staffId, isBackup, from, until } = draft;
    if (staffId !== "") send({ staffId, team, role, isBackup, ...(from !== "" && { from }), ...(until !== "" && { until }) });
  };
  return (
    <Dialog
      title={say.title(role)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" isBusy={isSending} busyLabel={say.submitting} onClick={submit}>
            {say.submit}
          </Button>
        </>
      }
    >
      {candidates.error && <ProblemNotice error={candidates.error} onRetry={() => void candidates.refetch()} />}
      {!candidates.data && !candidates.error && <Skeleton lines={2} />}
      {candidates.data?.length === 0 && <p className="quiet">{say.nobody}</p>}
      {candidates.data && candidates.data.length > 0 && (
        <SelectField
          label={say.person}
          hint={say.personHint}
          value={draft.staffId}
          error={isTried && draft.staffId === "" ? say.needed : undefined}
          onChange={({ target }) => change({ staffId: target.value })}
          options={[{ value: "", label: say.choose }, ...candidates.data.map((one) => ({ value: one.staffId, label: labelOf(one) }))]}
        />
      )}
      <Checkbox
        label={say.isBackup}
        hint={say.isBackupHint}
        checked={draft.isBackup}
        onChange={({ target }) => change({ isBackup: target.checked })}
      />
      <TextField label={say.from} type="date" value={draft.from} onChange={({ target }) => change({ from: target.value })} />
      <TextField
        label={say.until}
        hint={say.untilHint}
        type="date"
        isOptional
        value={draft.until}
        onChange={({ target }) => change({ until: target.value })}
      />
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}

function labelOf({ name, isFromElsewhere, isTrained }: Candidate): string {
  if (isFromElsewhere) return say.elsewhere(name);
  return isTrained ? say.trained(name) : say.untrained(name);
}
