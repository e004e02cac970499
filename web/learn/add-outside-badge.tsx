import { useState } from "react";
import type { NewOutsideBadge } from "../../functions/badges/outside-contract.ts";
import { readBadgeFile } from "../../functions/badges/verify/read-file.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { outsideBadgeWords as say } from "../strings/en-outside-badges.ts";
import { t } from "../strings/en.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FileField, TextArea, TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

type Mistakes = { file?: string; text?: string };

/** Adds a badge of another issuer, by its file, its text or its address; for somebody else where `person` is given. */
export function AddOutsideBadge({ person, onClose }: { person?: { staffId: string; name: string }; onClose: () => void }) {
  const [file, setFile] = useState<File>();
  const [text, setText] = useState("");
  const [address, setAddress] = useState("");
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const { send, isSending, error } = useSend({
    send: (json: NewOutsideBadge, options) =>
      person
        ? ask(client.api.staff[":staffId"]["outside-badges"].$post({ param: { staffId: person.staffId }, json }, options))
        : ask(client.api.my["outside-badges"].$post({ json }, options)),
    refreshes: [["outside-badges"], ["timeline"]],
    onDone: ({ state }) => {
      onClose();
      // The same badge again is the first, however it stands.
      toast(state === "waiting" ? say.added : say.thereAlready);
    },
  });
  const submit = async (): Promise<void> => {
    if (file) {
      // Only the badge leaves this device, not the picture it was saved in.
      const found = readBadgeFile(new Uint8Array(await file.arrayBuffer()));
      if (!found) return setMistakes({ file: say.noneInFile });
      return send({ text: found.form === "jwt" ? found.jwt : JSON.stringify(found.credential) });
    }
    if (text.trim() !== "") return send({ text: text.trim() });
    if (address.trim() !== "") return send({ address: address.trim() });
    return setMistakes({ file: say.nothing });
  };
  return (
    <Dialog
      title={person ? say.addFor(person.name) : say.addTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" isBusy={isSending} busyLabel={say.adding} onClick={() => void submit()}>
            {say.add}
          </Button>
        </>
      }
    >
      <FileField
        label={say.file}
        hint={say.fileHint}
        accept=".json,.jwt,.jws,.txt,.png,.svg,application/json,application/vc+ld+json,image/png,image/svg+xml"
        error={mistakes.file}
        onChange={({ target }) => {
          setMistakes({});
          setFile(target.files?.[0]);
        }}
      />
      <TextArea
        label={say.text}
        hint={say.textHint}
        rows={3}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <TextField
        label={say.address}
        hint={say.addressHint}
        type="url"
        inputMode="url"
        autoComplete="off"
        value={address}
        onChange={({ target }) => setAddress(target.value)}
      />
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}
