import type { CreditTerms, PurposeKind, Rounding } from "../../functions/credit/rule-contract.ts";
import { creditWords } from "../strings/en-credit.ts";
import { Checkbox, RadioGroup, SelectField, TextArea, TextField } from "../ui/field.tsx";
import { Section } from "../ui/page.tsx";
import { CreditShares } from "./credit-shares.tsx";

const say = creditWords.rule;
const kinds = Object.keys(creditWords.kinds) as PurposeKind[];

/** The fields of a purpose: what it is called, how it is counted, and where that is written. */
export function CreditTermsFields({
  terms,
  onChange,
  errorOf,
}: {
  terms: CreditTerms;
  onChange: (change: Partial<CreditTerms>) => void;
  errorOf: (name: string) => string | undefined;
}) {
  const { unit, rounding, counts, unitsPerCycle, verifiedOn } = terms;
  const number = (name: "minutesPerUnit" | "minimumMinutes" | "cycleYears" | "retentionYears") => ({
    value: terms[name],
    error: errorOf(name),
    onChange: (value: number) => onChange({ [name]: value }),
  });
  return (
    <>
      <Checkbox label={say.offered} checked={terms.isOffered} onChange={({ target }) => onChange({ isOffered: target.checked })} />
      <TextField
        label={say.name}
        maxLength={120}
        value={terms.name}
        error={errorOf("terms.name")}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <SelectField
        label={say.kind}
        value={terms.kind}
        options={kinds.map((value) => ({ value, label: creditWords.kinds[value] }))}
        onChange={({ target }) => onChange({ kind: target.value as PurposeKind })}
      />
      {(["one", "many"] as const).map((name) => (
        <TextField
          key={name}
          label={say[name]}
          maxLength={40}
          value={unit[name]}
          error={errorOf(`unit.${name}`)}
          onChange={({ target }) => onChange({ unit: { ...unit, [name]: target.value } })}
        />
      ))}
      <NumberField label={say.minutesPerUnit} {...number("minutesPerUnit")} />
      <Section title={say.rounding}>
        <RoundingFields rounding={rounding} error={errorOf("stepMinutes")} onChange={(next) => onChange({ rounding: next })} />
      </Section>
      <NumberField label={say.minimum} hint={say.minimumHint} {...number("minimumMinutes")} />
      <NumberField label={say.years} {...number("cycleYears")} />
      <NumberField
        label={say.units}
        hint={say.unitsHint}
        isOptional
        value={unitsPerCycle ?? Number.NaN}
        error={errorOf("unitsPerCycle")}
        onChange={(value) => {
          const { unitsPerCycle: _, ...rest } = terms;
          onChange(Number.isNaN(value) ? { ...rest, unitsPerCycle: undefined } : { unitsPerCycle: value });
        }}
      />
      <CreditShares
        shares={terms.shares ?? []}
        error={errorOf("shares")}
        onChange={(shares) => onChange({ shares: shares.length > 0 ? shares : undefined })}
      />
      <NumberField label={say.retention} {...number("retentionYears")} />
      <Section title={say.counts}>
        {(["modules", "outside"] as const).map((name) => (
          <Checkbox
            key={name}
            label={say[name]}
            checked={counts[name]}
            error={name === "outside" ? errorOf("counts") : undefined}
            onChange={({ target }) => onChange({ counts: { ...counts, [name]: target.checked } })}
          />
        ))}
        <Checkbox
          label={say.approvedBefore}
          checked={terms.approvedBefore === true}
          onChange={({ target }) => onChange({ approvedBefore: target.checked })}
        />
      </Section>
      <TextField
        label={say.verifiedOn}
        hint={say.verifiedHint}
        isOptional
        type="date"
        value={verifiedOn ?? ""}
        error={errorOf("verifiedOn")}
        onChange={({ target }) => onChange({ verifiedOn: target.value === "" ? undefined : target.value })}
      />
      <TextArea
        label={say.source}
        isOptional={!terms.isOffered}
        rows={2}
        maxLength={500}
        value={terms.source}
        error={errorOf("source")}
        onChange={({ target }) => onChange({ source: target.value })}
      />
      <TextArea
        label={say.note}
        isOptional
        rows={2}
        maxLength={1_000}
        value={terms.note}
        onChange={({ target }) => onChange({ note: target.value })}
      />
    </>
  );
}

function RoundingFields({
  rounding,
  error,
  onChange,
}: {
  rounding: Rounding;
  error: string | undefined;
  onChange: (rounding: Rounding) => void;
}) {
  return (
    <div className="stack">
      <RadioGroup<Rounding["of"]>
        legend={say.of}
        options={(["sum", "each"] as const).map((value) => ({ value, label: say.ofs[value] }))}
        value={rounding.of}
        onChange={(of) => onChange({ ...rounding, of })}
      />
      <RadioGroup<Rounding["direction"]>
        legend={say.direction}
        options={(["down", "nearest"] as const).map((value) => ({ value, label: say.directions[value] }))}
        value={rounding.direction}
        onChange={(direction) => onChange({ ...rounding, direction })}
      />
      <NumberField
        label={say.step}
        value={rounding.stepMinutes}
        error={error}
        onChange={(stepMinutes) => onChange({ ...rounding, stepMinutes })}
      />
    </div>
  );
}

function NumberField({
  label,
  hint,
  isOptional = false,
  value,
  error,
  onChange,
}: {
  label: string;
  hint?: string;
  isOptional?: boolean;
  value: number;
  error: string | undefined;
  onChange: (value: number) => void;
}) {
  return (
    <TextField
      label={label}
      {...(hint !== undefined && { hint })}
      isOptional={isOptional}
      type="number"
      min={0}
      step="any"
      value={Number.isNaN(value) ? "" : value}
      error={error}
      onChange={({ target }) => onChange(target.valueAsNumber)}
    />
  );
}
