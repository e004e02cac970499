import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { ReferenceAnswer } from "../../functions/portfolio/reference-contract.ts";
import { announce, toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { focusFirstInvalid } from "../app/focus.ts";
import { useDraft } from "../app/use-draft.ts";
import { useSend } from "../app/use-send.ts";
import { peerWords } from "../strings/en-peers.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, RadioGroup, TextArea } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { parseDraft } from "./kept-draft.ts";
import { requestQuery } from "./peer-queries.ts";
import "./portfolio-page.css";

const say = peerWords.give;
const one = client.api.my["reference-requests"][":referenceId"];
const levels = ["0", "1", "2"] as const;
const scoreOf = { "0": 0, "1": 1, "2": 2 } as const;
const leastWords = 10;

type Draft = { scores: ReferenceAnswer["scores"]; comment: string };

/** A request of a colleague's: recommending them on the form, or declining. */
export function RecommendPage() {
  const { referenceId } = useParams({ from: "/signed-in/recommendations/$referenceId" });
  const {
    data: { askedBy, note, form },
  } = useSuspenseQuery(requestQuery(referenceId));
  const kept = useDraft(`recommend.${referenceId}`);
  const draft: Draft = { scores: {}, comment: "", ...parseDraft<Draft>(kept.text) };
  const change = (part: Partial<Draft>) => kept.setText(JSON.stringify({ ...draft, ...part }));
  const [hasSeenWork, setSeenWork] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const done = (outcome: string) => {
    kept.clear();
    toast(outcome);
    void navigate({ to: "/recommendations" }).then(() => queries.invalidateQueries({ queryKey: ["reference-requests"] }));
  };
  const giving = useSend({
    send: (json: ReferenceAnswer, options) => ask(one.answer.$post({ param: { referenceId }, json }, options)),
    onDone: () => done(say.sent(askedBy)),
  });
  const declining = useSend({
    send: (_: null, options) => ask(one.refusal.$post({ param: { referenceId } }, options)),
    onDone: () => done(say.declined(askedBy)),
  });
  const items = form.parts.flatMap((part) => part.items);
  const given = items.flatMap(({ id }) => draft.scores[id] ?? []);
  const percent = Math.floor((100 * given.reduce<number>((sum, score) => sum + score, 0)) / (2 * items.length));
  const comment = draft.comment.trim();
  const submit = () => {
    setChecked(true);
    if (given.length < items.length || comment.length < leastWords || !hasSeenWork) {
      announce(say.notComplete, "urgent");
      setTimeout(() => focusFirstInvalid(area.current));
      return;
    }
    const scores = Object.fromEntries(items.map(({ id }) => [id, draft.scores[id] ?? 0]));
    giving.send({ formVersion: form.version, scores, comment, hasSeenWork });
  };
  return (
    <Page title={say.title(askedBy)} lead={say.lead} width="narrow" eyebrow={<Link to="/recommendations">{say.back}</Link>}>
      {note !== "" && (
        <Section title={say.note(askedBy)}>
          <p className="portfolio-text">{note}</p>
        </Section>
      )}
      <Notice kind="info">{say.reads(askedBy)}</Notice>
      <div className="portfolio-form" ref={area}>
        {form.parts.map((part) => (
          <Section key={part.id} title={part.title}>
            {part.items.map(({ id, text, anchors }) => (
              <RadioGroup
                key={id}
                legend={text}
                isInline
                value={levels.find((level) => scoreOf[level] === draft.scores[id])}
                onChange={(level) => change({ scores: { ...draft.scores, [id]: scoreOf[level] } })}
                options={levels.map((level, i) => ({ value: level, label: anchors[i] }))}
                error={isChecked && draft.scores[id] === undefined ? say.itemNeeded : undefined}
              />
            ))}
            <p className="portfolio-bar" role="status">
              {say.sofar(percent, given.length, items.length)}
            </p>
          </Section>
        ))}
        <TextArea
          label={say.comment}
          hint={say.commentHint}
          maxLength={4_000}
          value={draft.comment}
          onChange={({ target }) => change({ comment: target.value })}
          error={isChecked && comment.length < leastWords ? say.commentNeeded : undefined}
        />
        <Checkbox
          label={say.seen}
          checked={hasSeenWork}
          onChange={({ target }) => setSeenWork(target.checked)}
          error={isChecked && !hasSeenWork ? say.seenNeeded : undefined}
        />
        {giving.error && <ProblemNotice error={giving.error} />}
        {declining.error && <ProblemNotice error={declining.error} />}
        <div className="row">
          <Button kind="primary" isBusy={giving.isSending} busyLabel={say.sending} onClick={submit}>
            {say.send}
          </Button>
          <Button kind="quiet" isBusy={declining.isSending} busyLabel={say.declining} onClick={() => declining.send(null)}>
            {say.decline}
          </Button>
        </div>
      </div>
    </Page>
  );
}
