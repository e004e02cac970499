import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { MergePreview } from "../../../functions/certification/contract.ts";
import type { PersonRecord } from "../../../functions/roster/person-contract.ts";
import { toast } from "../../app/announce.ts";
import { ask, client } from "../../app/api.ts";
import { useSend } from "../../app/use-send.ts";
import { t } from "../../strings/en.ts";
import { admin } from "../../strings/en-admin.ts";
import { personWords as say } from "../../strings/en-person.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { SelectField, TextField } from "../../ui/field.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { touchedByChange } from "./queries.ts";

const person = client.api.people[":staffId"];

/** Merges another account into this one: which one, then what moves, then doing it. */
export function MergeDialog({ record, onClose }: { record: PersonRecord; onClose: () => void }) {
  const [name, setName] = useState(record.familyName.slice(0, 3));
  const [duplicateId, setDuplicateId] = useState("");
  const [isChosen, setChosen] = useState(false);
  const { send, isSending, error } = useSend({
    send: (id: string, options) => ask(person.merges.$post({ param: { staffId: record.id }, json: { duplicateId: id } }, options)),
    refreshes: touchedByChange(record.id),
    onDone: () => {
      onClose();
      toast(say.mergeBegun);
    },
  });
  return (
    <Dialog
      title={say.mergeTitle(record.name)}
      onClose={onClose}
      footer={
        isChosen ? (
          <>
            <Button onClick={() => setChosen(false)}>{say.change}</Button>
            <Button kind="primary" isBusy={isSending} busyLabel={say.merging} onClick={() => send(duplicateId)}>
              {say.mergeDo}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t.cancel}</Button>
            <Button kind="primary" disabled={duplicateId === ""} onClick={() => setChosen(true)}>
              {say.preview}
            </Button>
          </>
        )
      }
    >
      <p>{say.mergeExplain}</p>
      {isChosen ? (
        <WhatMoves staffId={record.id} duplicateId={duplicateId} />
      ) : (
        <>
          <TextField label={say.mergeFind} value={name} onChange={({ target }) => setName(target.value)} />
          <Candidates name={name.trim()} keptId={record.id} value={duplicateId} onChange={setDuplicateId} />
        </>
      )}
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}

type CandidatesProps = { name: string; keptId: string; value: string; onChange: (id: string) => void };

function Candidates({ name, keptId, value, onChange }: CandidatesProps) {
  const { data, error } = useQuery({
    queryKey: ["people", "named", name],
    queryFn: () => ask(client.api.people.$get({ query: { name } })),
    enabled: name !== "",
  });
  if (error) return <ProblemNotice error={error} />;
  if (!data) return name === "" ? null : <Skeleton lines={2} />;
  const others = data.people.filter(({ id }) => id !== keptId);
  if (others.length === 0) return <p className="quiet">{say.mergeNone}</p>;
  const label = (one: (typeof others)[number]) =>
    [
      one.name,
      ...one.roles.map(({ role, schoolName }) => admin.people.roleAt(role, schoolName)),
      admin.people.status(one),
      // Two accounts of one person often look alike but for this.
      say.mergeId(one.rosterId),
    ].join(" · ");
  return (
    <SelectField
      label={say.mergeWhich}
      value={others.some(({ id }) => id === value) ? value : ""}
      onChange={({ target }) => onChange(target.value)}
      options={[{ value: "", label: say.mergeNeeded }, ...others.map((one) => ({ value: one.id, label: label(one) }))]}
    />
  );
}

function WhatMoves({ staffId, duplicateId }: { staffId: string; duplicateId: string }) {
  const { data, error } = useQuery({
    queryKey: ["merge-preview", staffId, duplicateId],
    queryFn: () => ask(person["merge-preview"].$get({ param: { staffId }, query: { duplicateId } })),
  });
  if (error) return <ProblemNotice error={error} />;
  if (!data) return <Skeleton lines={4} />;
  return (
    <div className="stack" aria-live="polite">
      <p>{say.mergeWhat(data)}</p>
      <ul className="record-list">
        {linesOf(data).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

function linesOf(one: MergePreview): string[] {
  const parts = say.mergeParts;
  return [
    parts.completions(one),
    ...(one.certificates > 0 ? [parts.certificates(one.certificates)] : []),
    ...(one.assignments > 0 ? [parts.assignments(one.assignments)] : []),
    ...(one.caseload > 0 ? [parts.caseload(one.caseload)] : []),
    ...(one.seats > 0 ? [parts.seats(one.seats)] : []),
    ...(one.roles.length > 0 ? [parts.roles(one.roles)] : []),
    ...(one.losesAdministration ? [parts.administration] : []),
  ];
}
