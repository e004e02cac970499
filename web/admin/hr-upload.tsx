import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { HrInspection } from "../../functions/roster/mapping-contract.ts";
import { useSend } from "../app/use-send.ts";
import { rosterWords } from "../strings/en-roster.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, FileField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { HrMappingForm } from "./hr-mapping-form.tsx";
import { inspectHrFile, maxBundleBytes, uploadRoster } from "./upload-roster.ts";

const { page: say } = rosterWords;

type Identity = { name: string; size: number; changedAt: number };

/** Takes in a personnel file: its columns are matched once, and a file like it is read without asking. */
export function HrUpload() {
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [looksFirst, setLooksFirst] = useState(false);
  const [mistake, setMistake] = useState<string>();
  const [seen, setSeen] = useState<HrInspection>();
  const taking = useSend({
    send: (_: Identity, { headers }) => {
      if (!file) throw new Error("nothing is chosen");
      return uploadRoster(file, headers["Idempotency-Key"], () => undefined);
    },
    refreshes: [["imports"]],
    onDone: ({ id }) => void navigate({ to: "/admin/roster/$importId", params: { importId: id } }),
  });
  const take = (): void => {
    if (file) taking.send({ name: file.name, size: file.size, changedAt: file.lastModified });
  };
  const looking = useSend({
    send: (_: Identity, { headers }) => {
      if (!file) throw new Error("nothing is chosen");
      return inspectHrFile(file, headers["Idempotency-Key"]);
    },
    onDone: (found) => {
      const isClear = found.isSaved && found.unmapped.titles.length + found.unmapped.schools.length === 0;
      if (isClear && !looksFirst) take();
      else setSeen(found);
    },
  });
  const look = (): void => {
    if (!file || !/\.(csv|txt|tsv)$/i.test(file.name)) return setMistake(say.hrNeeded);
    if (file.size > maxBundleBytes) return setMistake(say.fileTooLarge(maxBundleBytes / 1_000_000));
    setMistake(undefined);
    looking.send({ name: file.name, size: file.size, changedAt: file.lastModified });
  };
  const error = looking.error ?? taking.error;
  if (seen)
    return (
      <HrMappingForm seen={seen} onSaved={take} isTaking={taking.isSending} error={taking.error} onCancel={() => setSeen(undefined)} />
    );
  return (
    <div className="card admin-upload">
      <p className="small">{say.hrLead}</p>
      <FileField
        label={say.hrFile}
        hint={say.hrFileHint}
        accept=".csv,.txt,.tsv,text/csv"
        error={mistake}
        onChange={({ target }) => {
          setMistake(undefined);
          setFile(target.files?.[0]);
        }}
      />
      <Checkbox label={say.hrLook} checked={looksFirst} onChange={({ target }) => setLooksFirst(target.checked)} />
      <Button isBusy={looking.isSending || taking.isSending} busyLabel={say.hrLooking} onClick={look}>
        {say.hrStart}
      </Button>
      {error && <ProblemNotice error={error} />}
    </div>
  );
}
