import { type FormEvent, useState } from "react";
import type { EvidenceView, ModulePage } from "../../functions/learning/contract.ts";
import { toast } from "../app/announce.ts";
import { ApiProblem, ask, client } from "../app/api.ts";
import { keep, takeBack } from "../app/outbox.ts";
import { useDraft } from "../app/use-draft.ts";
import { useSend } from "../app/use-send.ts";
import { study } from "../strings/en-study.ts";
import { uploadWords } from "../strings/en-upload.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, FileField, TextArea } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Section } from "../ui/page.tsx";
import { keptOffline } from "./kept-offline.ts";
import { fileProblem, fileTypes, maxBytes, useUpload } from "./upload-file.ts";
import { UploadProgress } from "./upload-progress.tsx";
import { useWaiting } from "./use-waiting.ts";

const p = study.practice;

type Errors = { text?: string; file?: string; noStudentData?: string };

/** Text, a file, or both, with the promise that no student can be recognized. The text stays on this device until it is sent. */
export function PracticeForm({
  module,
  isAgain,
  isOnceMore = false,
}: {
  module: ModulePage["module"];
  isAgain: boolean;
  isOnceMore?: boolean;
}) {
  const { accepts } = module.practice;
  const takes = { text: accepts.includes("text"), file: accepts.includes("file") };
  const draft = useDraft(`practice.${module.id}`);
  const [file, setFile] = useState<File>();
  const [isPromised, setPromised] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const waiting = useWaiting("practice", module.id);
  const upload = useUpload();
  const sending = useSendPractice({ moduleId: module.id, isOnceMore, upload }, (evidence) => {
    // What is kept on the device stays in the form's own keeping until it has arrived, so that a refusal loses nothing.
    if (!evidence) return;
    draft.clear();
    toast(p.sent);
  });
  const refusal = sending.error instanceof ApiProblem ? sending.error : undefined;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = takes.text ? draft.text.trim() : "";
    const found = errorsIn({ text, file, isPromised, takes });
    setErrors(found);
    const first = Object.keys(found)[0];
    if (first !== undefined) {
      event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    sending.send({ text, ...(file && { file }) });
  };

  if (waiting)
    return (
      <Section title={p.waitingTitle} id="send">
        <Notice kind="info">{p.waiting}</Notice>
        <div className="row">
          <Button onClick={() => takeBack(waiting)}>{p.waitingTakeBack}</Button>
        </div>
      </Section>
    );
  return (
    <Section title={isOnceMore ? p.formOnceMore : isAgain ? p.formAgain : p.form} id="send">
      <form className="learn-practice-form card" onSubmit={submit} noValidate>
        {takes.text && (
          <TextArea
            label={p.text}
            name="text"
            hint={takes.file ? p.textHint : p.textOnlyHint}
            isOptional={takes.file}
            maxLength={20_000}
            value={draft.text}
            onChange={({ target }) => draft.setText(target.value)}
            error={errors.text ?? refusal?.fieldMessage("text")}
          />
        )}
        {takes.file && (
          <FileField
            label={p.file}
            name="file"
            hint={uploadWords.hint(maxBytes / 1_000_000)}
            isOptional={takes.text}
            accept={fileTypes}
            onChange={({ target }) => setFile(target.files?.[0])}
            error={errors.file ?? refusal?.fieldMessage("fileId")}
          />
        )}
        <Checkbox
          label={p.noStudents}
          name="noStudentData"
          hint={p.noStudentsHint}
          checked={isPromised}
          onChange={({ target }) => setPromised(target.checked)}
          error={errors.noStudentData ?? refusal?.fieldMessage("noStudentData")}
        />
        {file && refusal?.isOffline && <Notice kind="warn">{p.fileOffline}</Notice>}
        {sending.error && !upload.isStopped && <ProblemNotice error={sending.error} shownFields={["text", "fileId", "noStudentData"]} />}
        <div className="row">
          <Button kind="primary" type="submit" isBusy={sending.isSending} busyLabel={p.submitting}>
            {p.submit}
          </Button>
        </div>
        <UploadProgress upload={upload} />
      </form>
    </Section>
  );
}

function errorsIn(input: { text: string; file: File | undefined; isPromised: boolean; takes: { text: boolean; file: boolean } }): Errors {
  const { text, file, isPromised, takes } = input;
  const isEmpty = text === "" && !file;
  const wrongFile = file && fileProblem(file);
  return {
    ...(isEmpty && takes.text && { text: takes.file ? p.textNeeded : p.textOnlyNeeded }),
    ...(isEmpty && !takes.text && { file: p.fileNeeded }),
    ...(wrongFile !== undefined && { file: wrongFile }),
    ...(!isPromised && { noStudentData: p.noStudentsNeeded }),
  };
}

/** Sends the file first, once, and then the evidence that names it. */
function useSendPractice(
  { moduleId, isOnceMore, upload }: { moduleId: string; isOnceMore: boolean; upload: ReturnType<typeof useUpload> },
  onDone: (evidence: EvidenceView | undefined) => void,
) {
  return useSend({
    send: ({ text, file }: { text: string; file?: File }, options) =>
      upload.sendWith(file, async (fileId): Promise<EvidenceView | undefined> => {
        const json = { text, noStudentData: true as const, ...(fileId !== undefined && { fileId }), ...(isOnceMore && { isOnceMore }) };
        const pending = ask(client.api.modules[":moduleId"].practice.$post({ param: { moduleId }, json }, options));
        // Doing an accepted task once more can wait for a connection: the text stays in the form.
        return file || isOnceMore
          ? pending
          : keptOffline(pending, () => keep({ kind: "practice", slot: `practice ${moduleId}`, keep: "last", input: { moduleId, text } }));
      }),
    refreshes: [["practice", moduleId], ["module", moduleId], ["path"], ["certificates"]],
    onDone,
  });
}
