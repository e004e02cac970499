import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { ObservationForm, ObservationInput, ObservationKind } from "../../functions/portfolio/contract.ts";
import { announce, toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { focusFirstInvalid } from "../app/focus.ts";
import { useSession } from "../app/session.ts";
import { useDraft } from "../app/use-draft.ts";
import { useSend } from "../app/use-send.ts";
import { portfolioWords } from "../strings/en-portfolio.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, RadioGroup, SelectField, TextArea, TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { parseDraft } from "../learn/kept-draft.ts";
import { observationFormsQuery } from "./portfolio-queries.ts";
import { personPathQuery } from "./queries.ts";
import "../learn/portfolio-page.css";

const say = portfolioWords.observe;
type Scores = ObservationInput["scores"];
type Draft = { kind: ObservationKind; observedOn: string; scores: Scores; comment: string };
const levels = ["0", "1", "2"] as const;
const scoreOf = { "0": 0, "1": 1, "2": 2 } as const;

/** An observation form to fill in on the spot: what is chosen stays on this device until it is recorded. */
export function ObservePage() {
  const { staffId } = useParams({ from: "/signed-in/people/$staffId/observe" });
  const { today } = useSession();
  const navigate = useNavigate();
  const { data: path } = useSuspenseQuery(personPathQuery(staffId));
  const { data: forms } = useSuspenseQuery(observationFormsQuery);
  const kept = useDraft(`observe.${staffId}`);
  const draft: Draft = { kind: "practice", observedOn: today, scores: {}, comment: "", ...parseDraft<Draft>(kept.text) };
  const change = (part: Partial<Draft>) => kept.setText(JSON.stringify({ ...draft, ...part }));
  const [hasNoStake, setNoStake] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const { name } = path.person;
  const sending = useSend({
    send: (json: ObservationInput, options) => ask(client.api.staff[":staffId"].observations.$post({ param: { staffId }, json }, options)),
    refreshes: [["person", staffId]],
    onDone: () => {
      kept.clear();
      toast(say.sent(name));
      void navigate({ to: "/people/$staffId", params: { staffId } });
    },
  });
  const form = forms.find(({ kind }) => kind === draft.kind);
  if (!form) return null;
  const ids = form.parts.flatMap(({ items }) => items.map(({ id }) => id));
  const isDayWrong = draft.observedOn === "" || draft.observedOn > today;
  const submit = () => {
    setChecked(true);
    if (ids.some((id) => draft.scores[id] === undefined) || isDayWrong || !hasNoStake) {
      announce(say.notComplete, "urgent");
      setTimeout(() => focusFirstInvalid(area.current));
      return;
    }
    // A draft may hold scores of another kind of form.
    const scores = Object.fromEntries(Object.entries(draft.scores).filter(([id]) => ids.includes(id)));
    sending.send({ ...draft, scores, comment: draft.comment.trim(), formVersion: form.version, hasNoStake });
  };
  return (
    <Page
      title={say.title(name)}
      lead={say.lead}
      width="narrow"
      eyebrow={
        <Link to="/people/$staffId" params={{ staffId }}>
          {name}
        </Link>
      }
    >
      <div className="portfolio-form" ref={area}>
        <SelectField
          label={say.kind}
          value={draft.kind}
          onChange={({ target }) => change({ kind: target.value as ObservationKind })}
          options={forms.map(({ kind, title }) => ({ value: kind, label: title }))}
        />
        <TextField
          label={say.on}
          type="date"
          max={today}
          value={draft.observedOn}
          onChange={({ target }) => change({ observedOn: target.value })}
          error={isChecked && isDayWrong ? say.onNeeded : undefined}
        />
        {form.parts.map((part) => (
          <Section key={`${form.kind} ${part.id}`} title={part.title}>
            {part.items.map(({ id, text, anchors }) => (
              <RadioGroup
                key={id}
                legend={text}
                value={levels.find((level) => scoreOf[level] === draft.scores[id])}
                onChange={(level) => change({ scores: { ...draft.scores, [id]: scoreOf[level] } })}
                options={levels.map((level, i) => ({ value: level, label: say.score[i] ?? level, hint: anchors[i] }))}
                error={isChecked && draft.scores[id] === undefined ? say.itemNeeded : undefined}
              />
            ))}
            <p className="portfolio-bar" role="status">
              {sofar(part, draft.scores)}
            </p>
          </Section>
        ))}
        <TextArea
          label={say.comment}
          hint={say.commentHint}
          isOptional
          maxLength={4_000}
          value={draft.comment}
          onChange={({ target }) => change({ comment: target.value })}
        />
        <Checkbox
          label={say.noStake}
          checked={hasNoStake}
          onChange={({ target }) => setNoStake(target.checked)}
          error={isChecked && !hasNoStake ? say.noStakeNeeded : undefined}
        />
        {sending.error && <ProblemNotice error={sending.error} />}
        <div className="row">
          <Button kind="primary" isBusy={sending.isSending} busyLabel={portfolioWords.piece.sending} onClick={submit}>
            {say.send}
          </Button>
        </div>
      </div>
    </Page>
  );
}

/** A part in percent as it would be recorded now, and how much of it is scored. */
function sofar({ items }: ObservationForm["parts"][number], scores: Scores): string {
  const given = items.flatMap(({ id }) => scores[id] ?? []);
  const sum = given.reduce<number>((all, score) => all + score, 0);
  return say.sofar(Math.floor((100 * sum) / (2 * items.length)), given.length, items.length);
}
