import { useRef, useState } from "react";
import type { KindView, ReminderChoices, ReminderKindId, RemindersPage } from "../../../functions/reminders/contract.ts";
import { toast } from "../../app/announce.ts";
import { ask, client } from "../../app/api.ts";
import { focusFirstInvalid } from "../../app/focus.ts";
import { useSend } from "../../app/use-send.ts";
import { reminderWords as say } from "../../strings/en-reminders.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, TextField } from "../../ui/field.tsx";
import { Notice, ProblemNotice } from "../../ui/notice.tsx";
import { NumberSentence, type SentenceNumber } from "../../ui/number-sentence.tsx";
import { remindersQuery } from "./reminder-queries.ts";
import { draftOf, type ReminderDraft, readDraft } from "./reminder-draft.ts";
import { ReminderPreview } from "./reminder-preview.tsx";

/** The switches with their numbers. What turns something on is saved only after the mails it means were shown. */
export function ReminderForm({ page }: { page: RemindersPage }) {
  const [draft, setDraft] = useState(() => draftOf(page));
  const [faults, setFaults] = useState<ReadonlySet<string>>(new Set());
  const [seen, setSeen] = useState<ReminderDraft>();
  const form = useRef<HTMLDivElement>(null);
  const preview = useSend({ send: (json: ReminderChoices, options) => ask(client.api.reminders.previews.$post({ json }, options)) });
  const save = useSend({
    send: (json: ReminderChoices, options) => ask(client.api.reminders.$put({ json: { ...json, version: page.version } }, options)),
    refreshes: [remindersQuery.queryKey],
    onDone: () => toast(say.saved),
  });
  const changeKind = (id: ReminderKindId, part: Partial<ReminderDraft["kinds"][ReminderKindId]>) =>
    setDraft((before) => ({ ...before, kinds: { ...before.kinds, [id]: { ...before.kinds[id], ...part } } }));
  const changeWindow = (part: Partial<ReminderDraft["window"]>) =>
    setDraft((before) => ({ ...before, window: { ...before.window, ...part } }));
  const turnsOn = page.kinds.some(({ id, isOn }) => !isOn && draft.kinds[id].isOn);
  const isSeen = seen === draft;
  const withChoices = (use: (choices: ReminderChoices) => void) => {
    const read = readDraft(draft, page);
    setFaults(read.faults);
    if (read.faults.size > 0) return void setTimeout(() => focusFirstInvalid(form.current));
    use(read.choices);
  };
  const look = () =>
    withChoices((choices) => {
      setSeen(draft);
      preview.send(choices);
    });
  return (
    <section className="stack" ref={form}>
      <h2>{say.form}</h2>
      {page.kinds.map((kind) => (
        <KindFields key={kind.id} kind={kind} draft={draft.kinds[kind.id]} faults={faults} onChange={(part) => changeKind(kind.id, part)} />
      ))}
      <fieldset className="field">
        <legend className="field-label">{say.window}</legend>
        <p className="field-hint">{say.windowHint(page.zone)}</p>
        <div className="reminder-numbers">
          <TextField
            label={say.from}
            type="time"
            value={draft.window.from}
            onChange={(event) => changeWindow({ from: event.target.value })}
          />
          <TextField
            label={say.to}
            type="time"
            value={draft.window.to}
            error={faults.has("window") ? say.windowError : undefined}
            onChange={(event) => changeWindow({ to: event.target.value })}
          />
        </div>
      </fieldset>
      <div className="row">
        <Button kind={turnsOn && !isSeen ? "primary" : "secondary"} isBusy={preview.isSending} busyLabel={say.previewing} onClick={look}>
          {say.preview}
        </Button>
        {(!turnsOn || isSeen) && (
          <Button kind="primary" isBusy={save.isSending} busyLabel={say.saving} onClick={() => withChoices(save.send)}>
            {say.save}
          </Button>
        )}
      </div>
      {turnsOn && !isSeen && <p className="quiet small">{seen ? say.outOfDate : say.lookFirst}</p>}
      {(preview.error ?? save.error) && <ProblemNotice error={(preview.error ?? save.error) as Error} />}
      {preview.result && seen && <ReminderPreview key={preview.result.id} taskId={preview.result.id} />}
      {preview.result && seen && !isSeen && <Notice kind="info">{say.outOfDate}</Notice>}
    </section>
  );
}

function KindFields({
  kind,
  draft,
  faults,
  onChange,
}: {
  kind: KindView;
  draft: ReminderDraft["kinds"][ReminderKindId];
  faults: ReadonlySet<string>;
  onChange: (part: Partial<ReminderDraft["kinds"][ReminderKindId]>) => void;
}) {
  const sentence = say.sentences[kind.id];
  const numberOf = ({ id, least, most }: KindView["numbers"][number]): [string, SentenceNumber] => {
    const name = `${kind.id}.${id}`;
    const number = {
      label: say.number(name, least, most),
      value: draft.numbers[id] ?? "",
      error: faults.has(name) ? say.numberError(name, least, most) : undefined,
      onChange: (value: string) => onChange({ numbers: { ...draft.numbers, [id]: value } }),
    };
    return [id, number];
  };
  const numbers = Object.fromEntries(kind.numbers.map(numberOf));
  return (
    <div className="reminder-kind">
      <Checkbox
        label={say.kinds[kind.id]}
        hint={say.explain[kind.id]}
        checked={draft.isOn}
        onChange={(event) => onChange({ isOn: event.target.checked })}
      />
      {draft.isOn && sentence !== undefined && (
        <div className="reminder-sentence">
          <NumberSentence sentence={sentence} numbers={numbers} />
        </div>
      )}
    </div>
  );
}
