import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { toast } from "../app/announce.ts";
import { useSend } from "../app/use-send.ts";
import { admin } from "../strings/en-admin.ts";
import { Button } from "../ui/button.tsx";
import { FileField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { ProgressBar } from "../ui/progress.tsx";
import { maxBundleBytes, uploadRoster } from "./upload-roster.ts";

const { roster: say } = admin;

/** Sends a roster file, says how far it is, and leads to its report. The file stays chosen when something fails. */
export function RosterUpload() {
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const [mistake, setMistake] = useState<string>();
  const [sent, setSent] = useState(0);
  const { send, isSending, error } = useSend({
    // What identifies the file identifies the intent: the same file sent again after a failure is the same import.
    send: (_: { name: string; size: number; changedAt: number }, { headers }) => {
      if (!file) throw new Error("no file is chosen");
      setSent(0);
      return uploadRoster(file, headers["Idempotency-Key"], setSent);
    },
    refreshes: [["imports"], ["schools"], ["people"], ["coaches"], ["district"], ["school"]],
    onDone: ({ id }) => {
      toast(say.done);
      void navigate({ to: "/admin/roster/$importId", params: { importId: id } });
    },
  });
  const start = () => {
    const found = mistakeIn(file);
    setMistake(found);
    if (file && found === undefined) send({ name: file.name, size: file.size, changedAt: file.lastModified });
  };
  return (
    <div className="card admin-upload">
      <FileField
        label={say.file}
        hint={say.fileHint}
        accept=".zip,application/zip"
        error={mistake}
        onChange={({ target }) => setFile(target.files?.[0])}
      />
      <Button kind="primary" isBusy={isSending} onClick={start}>
        {say.start}
      </Button>
      {isSending && (
        <div className="admin-progress" role="status">
          {sent < 1 ? (
            <ProgressBar label={say.progress} value={sent} max={1} text={say.sending(Math.round(sent * 100))} />
          ) : (
            <p>{say.reading}</p>
          )}
        </div>
      )}
      {error && <ProblemNotice error={error} />}
    </div>
  );
}

function mistakeIn(file: File | undefined): string | undefined {
  if (!file) return say.fileNeeded;
  if (!/\.zip$/i.test(file.name)) return say.fileNotZip;
  return file.size > maxBundleBytes ? say.fileTooLarge(maxBundleBytes / 1_000_000) : undefined;
}
