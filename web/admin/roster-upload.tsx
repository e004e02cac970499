import { useNavigate } from "@tanstack/react-router";
import { type ChangeEvent, useRef, useState } from "react";
import { useSend } from "../app/use-send.ts";
import { rosterWords } from "../strings/en-roster.ts";
import { Button } from "../ui/button.tsx";
import { FileField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { ProgressBar } from "../ui/progress.tsx";
import { folderNameOf, packFolder, rosterFilesIn } from "./pack-folder.ts";
import { maxBundleBytes, uploadRoster } from "./upload-roster.ts";

const { page: say } = rosterWords;

type Kind = "zip" | "folder";

/** The browser's name for choosing a folder, which React's types do not know. */
const asFolder = { webkitdirectory: "" };

/** Sends a roster, a zip or a folder, says how far it is, and leads to what it changes. It stays chosen when something fails. */
export function RosterUpload() {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<{ kind: Kind; files: readonly File[] }>();
  // One of the two counts: choosing in one field puts a new, empty one in place of the other.
  const [emptied, setEmptied] = useState({ zip: 0, folder: 0 });
  const [mistake, setMistake] = useState<{ kind: Kind; text: string }>();
  const [isPacking, setIsPacking] = useState(false);
  const [sent, setSent] = useState(0);
  const bundle = useRef<File>(undefined);
  const { send, isSending, error } = useSend({
    // What identifies the file identifies the intent: the same file sent again after a failure is the same import.
    send: (_: { name: string; size: number; changedAt: number }, { headers }) => {
      if (!bundle.current) throw new Error("nothing is chosen");
      setSent(0);
      return uploadRoster(bundle.current, headers["Idempotency-Key"], setSent);
    },
    refreshes: [["imports"]],
    onDone: ({ id }) => {
      void navigate({ to: "/admin/roster/$importId", params: { importId: id } });
    },
  });
  const choose = (kind: Kind) => (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    const other = kind === "zip" ? "folder" : "zip";
    setMistake(undefined);
    setChosen(files.length > 0 ? { kind, files } : undefined);
    setEmptied((before) => ({ ...before, [other]: before[other] + 1 }));
  };
  const start = async () => {
    const kind = chosen?.kind ?? "zip";
    setIsPacking(true);
    const made = await (kind === "zip" ? zipFrom(chosen?.files[0]) : folderFrom(chosen?.files ?? []));
    setIsPacking(false);
    if (typeof made === "string") return setMistake({ kind, text: made });
    setMistake(undefined);
    bundle.current = made;
    send({ name: made.name, size: made.size, changedAt: made.lastModified });
  };
  const mistakeIn = (kind: Kind) => (mistake?.kind === kind ? mistake.text : undefined);
  return (
    <div className="card admin-upload">
      <FileField
        key={`zip ${emptied.zip}`}
        label={say.file}
        hint={say.fileHint}
        accept=".zip,application/zip"
        error={mistakeIn("zip")}
        onChange={choose("zip")}
      />
      <FileField
        key={`folder ${emptied.folder}`}
        label={say.folder}
        hint={say.folderHint}
        error={mistakeIn("folder")}
        onChange={choose("folder")}
        {...asFolder}
      />
      <Button kind="primary" isBusy={isSending || isPacking} onClick={() => void start()}>
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

/** The zip to send, or what is wrong with it. */
async function zipFrom(file: File | undefined): Promise<File | string> {
  if (!file) return say.fileNeeded;
  if (!/\.zip$/i.test(file.name)) return say.fileNotZip;
  return file.size > maxBundleBytes ? say.fileTooLarge(maxBundleBytes / 1_000_000) : file;
}

/** The chosen folder's roster files as one zip under the folder's name, or what is wrong with them. */
async function folderFrom(files: readonly File[]): Promise<File | string> {
  const wanted = rosterFilesIn(
    files.map((file) => ({ path: file.webkitRelativePath, read: async () => new Uint8Array(await file.arrayBuffer()) })),
  );
  if (wanted.length === 0) return say.folderNotRoster;
  try {
    const lastModified = Math.max(...files.map((file) => file.lastModified));
    const zip = new File([await packFolder(wanted)], folderNameOf(wanted), { type: "application/zip", lastModified });
    return zip.size > maxBundleBytes ? say.folderTooLarge(maxBundleBytes / 1_000_000) : zip;
  } catch {
    return say.folderUnreadable;
  }
}
