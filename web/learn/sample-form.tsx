import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { RatingInput, SamplePage } from "../../functions/portfolio/calibration-contract.ts";
import { announce, toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { focusFirstInvalid } from "../app/focus.ts";
import { useDraft } from "../app/use-draft.ts";
import { useSend } from "../app/use-send.ts";
import { peerWords } from "../strings/en-peers.ts";
import { Button } from "../ui/button.tsx";
import { RadioGroup, TextArea } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { parseDraft } from "./kept-draft.ts";
import { sampleQuery } from "./peer-queries.ts";

const say = peerWords.sample;
const order = ["notYet", "developing", "meets", "exemplary"] as const;
const leastWords = 10;

/** A level for each criterion and a reason; what is chosen stays on this device until it is saved. */
export function SampleForm({ sample: { id: sampleId, criteria } }: { sample: SamplePage }) {
  const kept = useDraft(`sample.${sampleId}`);
  const draft: RatingInput = { levels: {}, reason: "", ...parseDraft<RatingInput>(kept.text) };
  const change = (part: Partial<RatingInput>) => kept.setText(JSON.stringify({ ...draft, ...part }));
  const [isChecked, setChecked] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const queries = useQueryClient();
  const { send, isSending, error } = useSend({
    send: (json: RatingInput, options) =>
      ask(client.api.calibration[":sampleId"].rating.$post({ param: { sampleId }, json }, options)) as Promise<SamplePage>,
    refreshes: [["samples"], ["certificates"]],
    onDone: (after) => {
      kept.clear();
      queries.setQueryData(sampleQuery(sampleId).queryKey, after);
      toast(after.comparison ? say.sentCompared(after.comparison.percent) : say.sentWaiting);
    },
  });
  const reason = draft.reason.trim();
  const submit = () => {
    setChecked(true);
    if (criteria.some(({ id }) => draft.levels[id] === undefined) || reason.length < leastWords) {
      announce(say.notComplete, "urgent");
      setTimeout(() => focusFirstInvalid(area.current));
      return;
    }
    send({ levels: draft.levels, reason });
  };
  return (
    <div className="portfolio-form" ref={area}>
      {criteria.map((criterion) => (
        <RadioGroup
          key={criterion.id}
          legend={criterion.criterion}
          value={draft.levels[criterion.id]}
          onChange={(level) => change({ levels: { ...draft.levels, [criterion.id]: level } })}
          options={order.map((level) => ({ value: level, label: say.levels[level], hint: criterion[level] }))}
          error={isChecked && draft.levels[criterion.id] === undefined ? say.levelNeeded : undefined}
        />
      ))}
      <TextArea
        label={say.reason}
        hint={say.reasonHint}
        rows={3}
        maxLength={2_000}
        value={draft.reason}
        onChange={({ target }) => change({ reason: target.value })}
        error={isChecked && reason.length < leastWords ? say.reasonNeeded : undefined}
      />
      {error && <ProblemNotice error={error} />}
      <div className="row">
        <Button kind="primary" isBusy={isSending} busyLabel={say.sending} onClick={submit}>
          {say.send}
        </Button>
      </div>
    </div>
  );
}
