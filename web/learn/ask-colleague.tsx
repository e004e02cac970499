import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Colleagues } from "../../functions/portfolio/reference-contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useDraft } from "../app/use-draft.ts";
import { useSend } from "../app/use-send.ts";
import { t } from "../strings/en.ts";
import { peerWords } from "../strings/en-peers.ts";
import { Button } from "../ui/button.tsx";
import { RadioGroup, TextArea, TextField } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";

const say = peerWords.mine;
const shortest = 2;

/** Looking for a colleague by name, and asking them. */
export function AskColleague() {
  const [name, setName] = useState("");
  const [wanted, setWanted] = useState<string>();
  const [isShort, setShort] = useState(false);
  const looking = useQuery({
    queryKey: ["colleagues", wanted],
    queryFn: (): Promise<Colleagues> => ask(client.api.my.colleagues.$get({ query: { name: wanted ?? "" } })),
    enabled: wanted !== undefined,
  });
  const find = (event: FormEvent) => {
    event.preventDefault();
    const text = name.trim();
    setShort(text.length < shortest);
    if (text.length >= shortest) setWanted(text);
  };
  return (
    <div className="portfolio-form">
      <form className="stack" data-gap="small" role="search" noValidate onSubmit={find}>
        <TextField
          label={say.name}
          hint={say.nameHint}
          autoComplete="off"
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={isShort ? say.nameShort : undefined}
        />
        <div className="row">
          <Button type="submit" kind={looking.data ? "secondary" : "primary"} isBusy={looking.isFetching} busyLabel={say.finding}>
            {say.find}
          </Button>
        </div>
      </form>
      {looking.error && <ProblemNotice error={looking.error} />}
      <div role="status">{looking.data?.colleagues.length === 0 && <Notice kind="info">{say.nobody}</Notice>}</div>
      {looking.data && looking.data.colleagues.length > 0 && (
        <Request
          key={wanted}
          found={looking.data}
          onAsked={() => {
            setName("");
            setWanted(undefined);
          }}
        />
      )}
    </div>
  );
}

function Request({ found: { colleagues, isPartial }, onAsked }: { found: Colleagues; onAsked: () => void }) {
  const [only] = colleagues;
  const [refereeId, setReferee] = useState(colleagues.length === 1 ? only?.staffId : undefined);
  const [isChecked, setChecked] = useState(false);
  const note = useDraft("ask-reference");
  const { send, isSending, error } = useSend({
    send: (json: { refereeId: string; note: string }, options) => ask(client.api.my.references.$post({ json }, options)),
    refreshes: [["references"]],
    onDone: ({ refereeName }) => {
      note.clear();
      toast(say.sent(refereeName));
      onAsked();
    },
  });
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (refereeId !== undefined) send({ refereeId, note: note.text.trim() });
      }}
    >
      <RadioGroup
        legend={say.found}
        {...(isPartial && { hint: say.partial })}
        options={colleagues.map(({ staffId, name, roles }) => ({
          value: staffId,
          label: name,
          hint: roles.map((role) => t.jobRoles[role]).join(", "),
        }))}
        value={refereeId}
        onChange={setReferee}
        error={isChecked && refereeId === undefined ? say.choose : undefined}
      />
      <TextArea
        label={say.note}
        hint={say.noteHint}
        isOptional
        rows={3}
        maxLength={1_000}
        value={note.text}
        onChange={({ target }) => note.setText(target.value)}
      />
      {error && <ProblemNotice error={error} />}
      <div className="row">
        <Button kind="primary" type="submit" isBusy={isSending} busyLabel={say.sending}>
          {say.send}
        </Button>
      </div>
    </form>
  );
}
