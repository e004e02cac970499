import { type FormEvent, useRef, useState } from "react";
import type { PieceKind, PieceView } from "../../functions/portfolio/contract.ts";
import { toast } from "../app/announce.ts";
import { ApiProblem, ask, client } from "../app/api.ts";
import { focusFirstInvalid } from "../app/focus.ts";
import { useSession } from "../app/session.ts";
import { useDraft } from "../app/use-draft.ts";
import { useSend } from "../app/use-send.ts";
import { portfolioWords } from "../strings/en-portfolio.ts";
import { study } from "../strings/en-study.ts";
import { uploadWords } from "../strings/en-upload.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, FileField, SelectField, TextArea, TextField } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { parseDraft } from "./kept-draft.ts";
import { fileProblem, fileTypes, maxBytes, useUpload } from "./upload-file.ts";
import { UploadProgress } from "./upload-progress.tsx";

const say = portfolioWords.piece;
const kinds = Object.keys(portfolioWords.pieceKinds) as PieceKind[];
const maxText = 4_000;

type Draft = { kind: PieceKind; title: string; doneOn: string; text: string; link: string };
type Errors = Partial<Record<keyof Draft | "file" | "noStudentData", string>>;

/** Hands in a piece, or one that came back again, with what was written kept on this device until it is sent. */
export function PieceForm({ piece, asked, onClose }: { piece?: PieceView; asked?: PieceKind; onClose: () => void }) {
  const { today } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const kept = useDraft(`piece.${piece?.id ?? "new"}`);
  const draft: Draft = {
    ...firstDraft(piece, today),
    ...parseDraft<Draft>(kept.text),
    ...(asked !== undefined && kept.text === "" && { kind: asked }),
  };
  const change = (part: Partial<Draft>) => kept.setText(JSON.stringify({ ...draft, ...part }));
  const [file, setFile] = useState<File>();
  const upload = useUpload();
  const [isPromised, setPromised] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const sending = useSend({
    send: ({ kind, link, file: attached, ...rest }: Draft & { file?: File }, options) =>
      upload.sendWith(attached, async (fileId) => {
        const json = { ...rest, noStudentData: true as const, ...(link !== "" && { link }), ...(fileId !== undefined && { fileId }) };
        const again = piece && { param: { pieceId: piece.id }, json: { ...json, version: piece.version } };
        return again
          ? ask(client.api.my.pieces[":pieceId"].submission.$post(again, options))
          : ask(client.api.my.pieces.$post({ json: { ...json, kind } }, options));
      }),
    refreshes: [["portfolio"], ["certificates"]],
    onDone: () => {
      kept.clear();
      toast(say.sent);
      onClose();
    },
  });
  const refusal = sending.error instanceof ApiProblem ? sending.error : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sent = { ...draft, title: draft.title.trim(), text: draft.text.trim(), link: draft.link.trim() };
    const found = errorsIn(sent, { file, isPromised, today });
    setErrors(found);
    if (Object.keys(found).length === 0) return sending.send({ ...sent, ...(file && { file }) });
    setTimeout(() => focusFirstInvalid(form.current));
  };
  return (
    <form className="portfolio-form card" ref={form} onSubmit={submit} noValidate>
      <Notice kind="warn">{portfolioWords.students}</Notice>
      {!piece && (
        <SelectField
          label={say.kind}
          value={draft.kind}
          onChange={({ target }) => change({ kind: target.value as PieceKind })}
          options={kinds.map((value) => ({ value, label: portfolioWords.pieceKinds[value] }))}
        />
      )}
      <TextField
        label={say.name}
        maxLength={120}
        value={draft.title}
        onChange={({ target }) => change({ title: target.value })}
        error={errors.title ?? refusal?.fieldMessage("title")}
      />
      <TextField
        label={say.doneOn}
        type="date"
        max={today}
        value={draft.doneOn}
        onChange={({ target }) => change({ doneOn: target.value })}
        error={errors.doneOn ?? refusal?.fieldMessage("doneOn")}
      />
      <TextArea
        label={say.text}
        hint={say.textHint(maxText - draft.text.length)}
        isOptional={draft.link !== "" || file !== undefined}
        rows={8}
        maxLength={maxText}
        value={draft.text}
        onChange={({ target }) => change({ text: target.value })}
        error={errors.text ?? refusal?.fieldMessage("text")}
      />
      <TextField
        label={say.link}
        hint={say.linkHint}
        isOptional
        inputMode="url"
        maxLength={500}
        value={draft.link}
        onChange={({ target }) => change({ link: target.value })}
        error={errors.link ?? refusal?.fieldMessage("link")}
      />
      <FileField
        label={study.practice.file}
        hint={piece?.file ? `${uploadWords.hint(maxBytes / 1_000_000)} ${say.fileAgain}` : uploadWords.hint(maxBytes / 1_000_000)}
        isOptional
        accept={fileTypes}
        onChange={({ target }) => setFile(target.files?.[0])}
        error={errors.file ?? refusal?.fieldMessage("fileId")}
      />
      <Checkbox
        label={say.noStudents}
        checked={isPromised}
        onChange={({ target }) => setPromised(target.checked)}
        error={errors.noStudentData ?? refusal?.fieldMessage("noStudentData")}
      />
      {sending.error && !upload.isStopped && (
        <ProblemNotice error={sending.error} shownFields={["title", "doneOn", "text", "link", "fileId", "noStudentData"]} />
      )}
      <div className="row">
        <Button kind="primary" type="submit" isBusy={sending.isSending} busyLabel={say.sending}>
          {say.send}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say.cancel}
        </Button>
      </div>
      <UploadProgress upload={upload} />
    </form>
  );
}

function firstDraft(piece: PieceView | undefined, today: string): Draft {
  if (!piece) return { kind: "coachingCycle", title: "", doneOn: today, text: "", link: "" };
  const { kind, title, doneOn, text, link = "" } = piece;
  return { kind, title, doneOn, text, link };
}

function errorsIn(
  { title, doneOn, text, link }: Draft,
  { file, isPromised, today }: { file: File | undefined; isPromised: boolean; today: string },
): Errors {
  const wrongFile = file && fileProblem(file);
  return {
    ...(title.length < 3 && { title: say.titleNeeded }),
    ...((doneOn === "" || doneOn > today) && { doneOn: say.dayNeeded }),
    ...(text === "" && link === "" && !file && { text: say.textNeeded }),
    ...(link !== "" && !/^https:\/\/\S+\.\S+$/.test(link) && { link: say.linkWrong }),
    ...(wrongFile !== undefined && { file: wrongFile }),
    ...(!isPromised && { noStudentData: say.noStudentsNeeded }),
  };
}
