import { useState } from "react";
import type { DefinitionInput, DefinitionView } from "../../functions/certification/decision-contract.ts";
import type { DefinitionChoices, Validity } from "../../functions/certification/definition-contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { certificationWords } from "../strings/en-certifications.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, RadioGroup, TextArea, TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Section } from "../ui/page.tsx";
import { isWhole } from "./certification-draft.ts";
import { CertificationRules } from "./certification-rules.tsx";
import { CertificationTrial } from "./certification-trial.tsx";
import { certificationsQuery } from "./certification-queries.ts";

const say = certificationWords.edit;
const one = client.api.certifications[":certificationId"];
/** So much a reason has to say; as the API asks. */
const shortest = 10;

type Titled = Pick<DefinitionView, "id" | "title">;

/** Everything a district decides about a certification, saved as its next edition with the reason. */
export function CertificationForm({ definition, titles }: { definition: DefinitionView; titles: readonly Titled[] }) {
  const { id, version, examples } = definition;
  const [choices, setChoices] = useState<DefinitionChoices>(definition.choices);
  const [reason, setReason] = useState("");
  const [isChecked, setChecked] = useState(false);
  const set = (change: Partial<DefinitionChoices>) => setChoices({ ...choices, ...change });
  const { send, isSending, error } = useSend({
    send: (json: DefinitionInput, options) => ask(one.$put({ param: { certificationId: id }, json }, options)),
    refreshes: [certificationsQuery.queryKey, ["certificates"], ["person"]],
    onDone: () => toast(say.saved),
  });
  const isSilent = reason.trim().length < shortest;
  // They come in the order of the ladder.
  const before = titles.slice(0, Math.max(0, titles.map((titled) => titled.id).indexOf(id)));
  const isWholly = [...choices.requirements, ...choices.renewal].every(isWhole);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (!isSilent && isWholly) send({ version, choices, reason: reason.trim() });
      }}
    >
      <Checkbox
        label={say.offered}
        hint={say.offeredHint}
        checked={choices.isOffered}
        onChange={({ target }) => set({ isOffered: target.checked })}
      />
      {(["requirements", "renewal"] as const).map((name) => (
        <Section key={name} title={say[name]}>
          <CertificationRules
            legend={say[name]}
            rules={choices[name]}
            isRenewal={name === "renewal"}
            titles={titles}
            before={before}
            onChange={(rules) => set({ [name]: rules })}
          />
        </Section>
      ))}
      <Section title={say.validity}>
        <ValidityFields validity={choices.validity} examples={examples} onChange={(validity) => set({ validity })} />
      </Section>
      <Section title={say.hours}>
        <div className="row">
          {(["from", "to"] as const).map((end) => (
            <NumberField
              key={end}
              label={say[end]}
              value={choices.typicalHours[end]}
              onChange={(value) => set({ typicalHours: { ...choices.typicalHours, [end]: value } })}
            />
          ))}
        </div>
      </Section>
      <NumberField
        label={say.reviewers}
        hint={say.reviewersHint}
        value={choices.reviewers}
        max={3}
        onChange={(reviewers) => set({ reviewers })}
      />
      <TextArea
        label={say.reason}
        hint={say.reasonHint}
        rows={3}
        maxLength={2_000}
        value={reason}
        error={isChecked && isSilent ? say.reasonMissing : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      {/* What was found is true of what was in the form then: a change begins a new look. */}
      <CertificationTrial key={JSON.stringify(choices)} certificationId={id} choices={choices} isWhole={isWholly} />
      <p className="quiet small">{say.what}</p>
      {isChecked && !isWholly && <p className="field-error">{say.notWhole}</p>}
      {error && <ProblemNotice error={error} />}
      <div className="row">
        <Button kind="primary" type="submit" isBusy={isSending} busyLabel={say.saving}>
          {say.save}
        </Button>
      </div>
    </form>
  );
}

const spans = ["years", "minimumMonths", "windowDays", "graceDays"] as const;

function ValidityFields({
  validity,
  examples,
  onChange,
}: {
  validity: Validity;
  examples: DefinitionView["examples"];
  onChange: (validity: Validity) => void;
}) {
  return (
    <div className="stack">
      <RadioGroup<Validity["basis"]>
        legend={say.basis}
        options={examples.map(({ basis, expiresOn }) => ({ value: basis, label: say.bases[basis], hint: say.basesHint[basis](expiresOn) }))}
        value={validity.basis}
        onChange={(basis) => onChange({ ...validity, basis })}
      />
      {validity.basis === "schoolYear" && (
        <TextField label={say.endsOn} value={validity.endsOn} onChange={({ target }) => onChange({ ...validity, endsOn: target.value })} />
      )}
      {spans.map((name) => (
        <NumberField key={name} label={say[name]} value={validity[name]} onChange={(value) => onChange({ ...validity, [name]: value })} />
      ))}
    </div>
  );
}

function NumberField({
  label,
  hint,
  value,
  max,
  onChange,
}: {
  label: string;
  hint?: string;
  value: number;
  max?: number;
  onChange: (value: number) => void;
}) {
  return (
    <TextField
      label={label}
      {...(hint !== undefined && { hint })}
      type="number"
      min={0}
      max={max}
      step="any"
      value={Number.isNaN(value) ? "" : value}
      onChange={({ target }) => onChange(target.valueAsNumber)}
    />
  );
}
