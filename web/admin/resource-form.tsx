import { useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import type { LibraryFile, ResourceInput } from "../../functions/curriculum/contract.ts";
import type { ResourceKind } from "../../functions/curriculum/reference-content.ts";
import type { JobRole } from "../../functions/roster/contract.ts";
import { toast } from "../app/announce.ts";
import { ApiProblem, ask, client, intent, persistentFetch } from "../app/api.ts";
import { catalogQuery } from "../app/directory.ts";
import { focusFirstInvalid } from "../app/focus.ts";
import { useSend } from "../app/use-send.ts";
import { modelQuery } from "../reference/queries.ts";
import { t } from "../strings/en.ts";
import { libraryWords } from "../strings/en-library.ts";
import { reference } from "../strings/en-reference.ts";
import { Button } from "../ui/button.tsx";
import { CheckList } from "../ui/check-list.tsx";
import { Checkbox, FileField, RadioGroup, SelectField, TextArea, TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { emptyResource, inputFrom, problemsIn, type ResourceDraft, type ResourceProblems } from "./resource-draft.ts";

const say = libraryWords.form;
// Their names are what is shown; the schemas that list them would bring zod into the page.
const everyRole = Object.keys(t.jobRoles) as JobRole[];
const kinds = Object.keys(reference.library.kinds) as ResourceKind[];

/** Adds one entry: by its address, or as a file from this device. */
export function ResourceForm({ onDone }: { onDone: () => void }) {
  const { data: catalog } = useSuspenseQuery(catalogQuery);
  const { data: model } = useSuspenseQuery(modelQuery);
  const [draft, setDraft] = useState(emptyResource);
  const [problems, setProblems] = useState<ResourceProblems>({});
  const form = useRef<HTMLFormElement>(null);
  const sending = useSend({
    send: async ({ input, file }: { input: ResourceInput; file?: File }, options) =>
      ask(
        client.api.library.$post(
          { json: { ...input, ...(file && { fileId: (await upload(file, options.headers["Idempotency-Key"])).id }) } },
          options,
        ),
      ),
    refreshes: [["own-library"], ["library"], ["search"]],
    onDone: ({ title }) => {
      toast(libraryWords.added(title));
      onDone();
    },
  });
  const refusal = sending.error instanceof ApiProblem ? sending.error : undefined;
  const change = (part: Partial<ResourceDraft>) => setDraft((before) => ({ ...before, ...part }));
  const errorOf = (field: keyof ResourceProblems) => problems[field] ?? refusal?.fieldMessage(field);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = problemsIn(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) return focusFirstInvalid(form.current);
    sending.send({ input: inputFrom(draft), ...(draft.source === "file" && draft.file && { file: draft.file }) });
  };
  return (
    <form ref={form} className="admin-form card" onSubmit={submit} noValidate>
      <TextField
        label={say.title}
        value={draft.title}
        maxLength={160}
        error={errorOf("title")}
        onChange={({ target }) => change({ title: target.value })}
      />
      <TextField
        label={say.publisher}
        value={draft.publisher}
        maxLength={120}
        error={errorOf("publisher")}
        onChange={({ target }) => change({ publisher: target.value })}
      />
      <TextArea
        label={say.about}
        hint={say.aboutHint}
        rows={3}
        maxLength={600}
        value={draft.about}
        error={errorOf("about")}
        onChange={({ target }) => change({ about: target.value })}
      />
      <SelectField
        label={say.kind}
        value={draft.kind}
        options={kinds.map((value) => ({ value, label: reference.library.kinds[value] }))}
        onChange={({ target }) => change({ kind: target.value as ResourceKind })}
      />
      <TextField
        label={say.minutes}
        inputMode="numeric"
        value={draft.minutes}
        error={errorOf("minutes")}
        onChange={({ target }) => change({ minutes: target.value })}
      />
      <RadioGroup
        legend={say.source}
        value={draft.source}
        onChange={(source) => change({ source })}
        options={[
          { value: "url", label: say.byAddress },
          { value: "file", label: say.byFile },
        ]}
      />
      {draft.source === "url" ? (
        <TextField
          label={say.url}
          type="url"
          placeholder="https://"
          value={draft.url}
          error={errorOf("url")}
          onChange={({ target }) => change({ url: target.value })}
        />
      ) : (
        <FileField
          label={say.file}
          hint={say.fileHint}
          accept=".pdf,.png,.jpg,.jpeg,.docx,.pptx"
          error={errorOf("fileId")}
          onChange={({ target }) => change({ file: target.files?.[0] })}
        />
      )}
      {draft.kind === "recording" && (
        <>
          <Checkbox
            label={say.captions}
            checked={draft.hasCaptions}
            error={errorOf("hasCaptions")}
            onChange={({ target }) => change({ hasCaptions: target.checked })}
          />
          <TextField
            label={say.transcript}
            type="url"
            placeholder="https://"
            value={draft.transcriptUrl}
            error={errorOf("transcriptUrl")}
            onChange={({ target }) => change({ transcriptUrl: target.value })}
          />
        </>
      )}
      <CheckList
        legend={say.roles}
        hint={say.rolesHint}
        findLabel={say.find}
        options={everyRole.map((value) => ({ value, label: t.jobRoles[value] }))}
        value={draft.roles}
        onChange={(roles) => change({ roles })}
      />
      <CheckList
        legend={say.tiers}
        findLabel={say.find}
        options={["1", "2", "3"].map((value) => ({ value, label: reference.library.tierName(Number(value)) }))}
        value={draft.tiers}
        onChange={(tiers) => change({ tiers })}
      />
      <CheckList
        legend={say.modules}
        findLabel={say.find}
        options={catalog.modules.map(({ id, title }) => ({ value: id, label: title }))}
        value={draft.modules}
        onChange={(modules) => change({ modules })}
      />
      {model.elements.length > 0 && (
        <CheckList
          legend={say.elements}
          findLabel={say.find}
          options={model.elements.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.elements}
          onChange={(elements) => change({ elements })}
        />
      )}
      {sending.error && <ProblemNotice error={sending.error} />}
      <div className="row">
        <Button kind="primary" type="submit" isBusy={sending.isSending} busyLabel={say.saving}>
          {say.save}
        </Button>
        <Button onClick={onDone}>{t.cancel}</Button>
      </div>
    </form>
  );
}

/** With a key that follows from the entry's: tried again, the entry names the same file, and is the same entry. */
async function upload(file: File, entryKey: string): Promise<LibraryFile> {
  const headers = {
    ...intent(`${entryKey} file`).headers,
    "content-type": file.type || "application/octet-stream",
    "x-file-name": encodeURIComponent(file.name),
  };
  return (await ask(persistentFetch(client.api["library-files"].$url(), { method: "POST", headers, body: file }))) as LibraryFile;
}
