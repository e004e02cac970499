import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { ask, client } from "../../app/api.ts";
import { useSend } from "../../app/use-send.ts";
import { t } from "../../strings/en.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";
import { showPage } from "./use-draft-keeper.ts";

const say = authoring.list;

/** Asks for the title of a module of the district's own, sets it up and opens it in the editor. */
export function BeginDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState("");
  const [isTried, setTried] = useState(false);
  const form = useId();
  const isMissing = title.trim().length < 3;
  const { send, isSending, error } = useSend({
    send: (input: { title: string }, options) => ask(client.api.authoring.$post({ json: input }, options)),
    refreshes: [["authoring"]],
    onDone: (page) => {
      void showPage(queries, page);
      void navigate({ to: "/admin/content/$moduleId/edit", params: { moduleId: page.moduleId } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isMissing) send({ title: title.trim() });
  };
  return (
    <Dialog
      title={say.begin}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" form={form} isBusy={isSending} busyLabel={say.beginning}>
            {say.begin}
          </Button>
        </>
      }
    >
      <form id={form} className="stack" onSubmit={submit} noValidate>
        <p>{say.beginLead}</p>
        <TextField
          label={say.beginTitle}
          hint={say.beginHint}
          value={title}
          maxLength={120}
          error={isTried && isMissing ? say.beginNeeded : undefined}
          onChange={({ target }) => setTitle(target.value)}
        />
        {error && <ProblemNotice error={error} />}
      </form>
    </Dialog>
  );
}
