import { useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { ApiKeyView, CreatedApiKey } from "../../functions/platform/contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { t, words } from "../strings/en.ts";
import { upkeep } from "../strings/en-upkeep.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { Table } from "../ui/table.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { apiKeysQuery } from "./upkeep-queries.ts";

const say = upkeep.keys;

/** The keys by which other programs of the district read: those there are, a form to make one, and a way to end one. */
export function ApiKeysPage() {
  const { data } = useSuspenseQuery(apiKeysQuery);
  return (
    <Page title={say.title} lead={say.lead}>
      <AdminNavigation />
      <Section title={say.make}>
        <NewKey />
      </Section>
      <Section title={say.list}>
        {data.length === 0 ? <EmptyState title={say.noneTitle}>{say.none}</EmptyState> : <Keys keys={data} />}
      </Section>
    </Page>
  );
}

function NewKey() {
  const { today } = useSession();
  const [name, setName] = useState("");
  const [expiresOn, setExpiresOn] = useState("");
  const { send, isSending, error, result } = useSend({
    send: (json: { name: string; scopes: ["figures"]; expiresOn: string }, options): Promise<CreatedApiKey> =>
      ask(client.api["api-keys"].$post({ json }, options)),
    refreshes: [["api-keys"]],
    onDone: ({ key }) => {
      setName("");
      toast(say.made(key.name));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send({ name, scopes: ["figures"], expiresOn });
  };
  return (
    <form className="stack admin-key-form" onSubmit={submit}>
      {result && (
        <Notice kind="good" title={say.made(result.key.name)}>
          <p>{result.token === undefined ? say.notShown : say.once}</p>
          {result.token !== undefined && <code>{result.token}</code>}
        </Notice>
      )}
      {error && <ProblemNotice error={error} />}
      <TextField label={say.name} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      <TextField
        label={say.expires}
        hint={say.expiresHint}
        type="date"
        min={today}
        value={expiresOn}
        onChange={(event) => setExpiresOn(event.target.value)}
      />
      <div>
        <Button kind="primary" type="submit" isBusy={isSending} busyLabel={say.making}>
          {say.make}
        </Button>
      </div>
    </form>
  );
}

function Keys({ keys }: { keys: ApiKeyView[] }) {
  const [ending, setEnding] = useState<ApiKeyView | undefined>(undefined);
  return (
    <>
      <Table
        caption={say.list}
        isCaptionHidden
        rows={keys}
        rowKey={({ id }) => id}
        columns={[
          { id: "name", header: say.name, isRowHeader: true, cell: ({ name }) => name },
          { id: "key", header: say.key, cell: ({ prefix }) => <code>{prefix}…</code> },
          { id: "state", header: say.state, cell: ({ state }) => say.states[state] },
          { id: "expires", header: say.expires, cell: ({ expiresOn }) => words.fullDate(expiresOn) },
          { id: "used", header: say.used, cell: ({ lastUsedOn }) => (lastUsedOn === undefined ? say.never : words.fullDate(lastUsedOn)) },
          {
            id: "act",
            header: say.act,
            cell: (key) =>
              key.state === "active" && (
                <Button onClick={() => setEnding(key)}>
                  {say.revoke}
                  <span className="visually-hidden"> {key.name}</span>
                </Button>
              ),
          },
        ]}
      />
      {ending && <RevokeDialog of={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function RevokeDialog({ of: { id, name }, onClose }: { of: ApiKeyView; onClose: () => void }) {
  const { send, isSending, error } = useSend({
    send: (_: undefined, options) => ask(client.api["api-keys"][":keyId"].revocation.$post({ param: { keyId: id } }, options)),
    refreshes: [["api-keys"]],
    onDone: () => {
      onClose();
      toast(say.revoked(name));
    },
  });
  return (
    <Dialog
      title={say.revokeTitle(name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" isBusy={isSending} busyLabel={say.revoking} onClick={() => send(undefined)}>
            {say.revoke}
          </Button>
        </>
      }
    >
      <p>{say.revokeWhat}</p>
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}
