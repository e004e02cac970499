import { useState } from "react";
import type { HrField, HrInspection, HrMapping } from "../../functions/roster/mapping-contract.ts";
import { hrFields, missingFields } from "../../functions/roster/columns-contract.ts";
import { ask, client } from "../app/api.ts";
import { useFocusOnArrival } from "../app/focus.ts";
import { useSend } from "../app/use-send.ts";
import { jobRoles } from "../lead/filter.ts";
import { t } from "../strings/en.ts";
import { rosterWords } from "../strings/en-roster.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, SelectField, TextField } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";

const { mapping: say } = rosterWords;

type Props = { seen: HrInspection; onSaved: () => void; isTaking: boolean; error: Error | undefined; onCancel: () => void };

/** What each column, title and place of a personnel file is: guessed, corrected here, and kept for the next file. */
export function HrMappingForm({ seen, onSaved, isTaking, error, onCancel }: Props) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const [mapping, setMapping] = useState(seen.mapping);
  const [isTried, setIsTried] = useState(false);
  const saving = useSend({
    send: (json: HrMapping, options) =>
      ask(client.api.roster.mappings[":signature"].$put({ param: { signature: seen.signature }, json }, options)),
    onDone: onSaved,
  });
  const missing = missingFields(mapping);
  const change = (part: Partial<HrMapping>) => setMapping((before) => ({ ...before, ...part }));
  const save = () => {
    setIsTried(true);
    if (missing.length === 0) saving.send(withValuesOf(seen, mapping));
  };
  const hidden = seen.columns.filter(({ isPrivate }) => isPrivate).map(({ header }) => header);
  const trouble = saving.error ?? error;
  return (
    <div className="card admin-form">
      <div className="stack">
        <h3 ref={heading} tabIndex={-1}>
          {say.title}
        </h3>
        <p>{say.lead(seen.rows)}</p>
      </div>
      <Columns seen={seen} mapping={mapping} onChange={change} />
      {hidden.length > 0 && <p className="quiet small">{say.hidden(hidden)}</p>}
      <Titles seen={seen} mapping={mapping} onChange={change} />
      <Places seen={seen} mapping={mapping} onChange={change} />
      <Checkbox
        label={say.endsAbsent}
        hint={say.endsAbsentHint}
        checked={mapping.endsAbsent}
        onChange={({ target }) => change({ endsAbsent: target.checked })}
      />
      <TextField label={say.name} hint={say.nameHint} value={mapping.name} onChange={({ target }) => change({ name: target.value })} />
      {isTried && missing.length > 0 && (
        <Notice kind="warn" isAlert>
          {say.missing(missing.map((field) => say.fields[field]))}
        </Notice>
      )}
      {trouble && <ProblemNotice error={trouble} />}
      <div className="row">
        <Button kind="primary" isBusy={saving.isSending || isTaking} busyLabel={say.saving} onClick={save}>
          {say.save}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {say.cancel}
        </Button>
      </div>
    </div>
  );
}

type PartProps = { seen: HrInspection; mapping: HrMapping; onChange: (part: Partial<HrMapping>) => void };

function Columns({ seen, mapping, onChange }: PartProps) {
  const fieldOf = (header: string): HrField | "" => hrFields.find((field) => mapping.columns[field] === header) ?? "";
  const choose = (header: string, field: string) => {
    const others = Object.fromEntries(Object.entries(mapping.columns).filter(([name, column]) => column !== header && name !== field));
    onChange({ columns: field === "" ? others : { ...others, [field]: header } });
  };
  const options = [{ value: "", label: say.notUsed }, ...hrFields.map((value) => ({ value, label: say.fields[value] }))];
  return (
    <div className="admin-mapping">
      {seen.columns
        .filter(({ isPrivate }) => !isPrivate)
        .map(({ header, samples }) => (
          <SelectField
            key={header}
            label={say.column(header)}
            hint={say.samples(samples)}
            options={options}
            value={fieldOf(header)}
            onChange={({ target }) => choose(header, target.value)}
          />
        ))}
    </div>
  );
}

function Titles({ seen, mapping, onChange }: PartProps) {
  const values = valuesOf(seen, mapping.columns.title);
  const options = [
    { value: "", label: say.choose },
    ...jobRoles.map((value) => ({ value: value as string, label: t.jobRoles[value] })),
    { value: "ignore", label: say.ignore },
  ];
  const choose = (title: string, meaning: string) => {
    const { [title]: _, ...others } = mapping.titles;
    onChange({ titles: meaning === "" ? others : { ...others, [title]: meaning as HrMapping["titles"][string] } });
  };
  return (
    <Values
      title={say.titles}
      lead={say.titlesLead(values.filter(({ value }) => mapping.titles[value] === undefined).length)}
      values={values}
      chosen={mapping.titles}
      options={options}
      onChoose={choose}
    />
  );
}

function Places({ seen, mapping, onChange }: PartProps) {
  const values = valuesOf(seen, mapping.columns.school);
  const options = [
    { value: "", label: say.choose },
    ...seen.schools.map(({ id, name }) => ({ value: id, label: name })),
    { value: "ignore", label: say.ignore },
  ];
  const choose = (place: string, school: string) => {
    const { [place]: _, ...others } = mapping.schools;
    onChange({ schools: school === "" ? others : { ...others, [place]: school } });
  };
  return (
    <Values
      title={say.schools}
      lead={say.schoolsLead(values.filter(({ value }) => mapping.schools[value] === undefined).length)}
      values={values}
      chosen={mapping.schools}
      options={options}
      onChoose={choose}
    />
  );
}

type ValuesProps = {
  title: string;
  lead: string;
  values: { value: string; count: number }[];
  chosen: Record<string, string>;
  options: { value: string; label: string }[];
  onChoose: (value: string, meaning: string) => void;
};

/** The different values of a column, those without a meaning first. */
function Values({ title, lead, values, chosen, options, onChoose }: ValuesProps) {
  // The order in which they were first seen stays while one chooses.
  const [order] = useState(() => new Map(values.map(({ value }) => [value, chosen[value] === undefined ? 0 : 1])));
  const sorted = values.toSorted((a, b) => (order.get(a.value) ?? 0) - (order.get(b.value) ?? 0));
  return (
    <fieldset className="field">
      <legend className="field-label">{title}</legend>
      <p className="small">{values.length === 0 ? say.noTitles : lead}</p>
      <div className="admin-mapping">
        {sorted.map(({ value, count }) => (
          <SelectField
            key={value}
            label={say.times(value, count)}
            options={options}
            value={chosen[value] ?? ""}
            onChange={({ target }) => onChoose(value, target.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function valuesOf({ columns }: HrInspection, header: string | undefined): { value: string; count: number }[] {
  return columns.find((column) => column.header === header)?.values ?? [];
}

/** The mapping with meanings of the chosen columns' own values alone: what other columns hold is nobody's title. */
function withValuesOf(seen: HrInspection, mapping: HrMapping): HrMapping {
  const keep = <T,>(all: Record<string, T>, header: string | undefined): Record<string, T> => {
    const values = new Set(valuesOf(seen, header).map(({ value }) => value));
    const saved = seen.isSaved ? all : {};
    return { ...saved, ...Object.fromEntries(Object.entries(all).filter(([value]) => values.has(value))) };
  };
  return { ...mapping, titles: keep(mapping.titles, mapping.columns.title), schools: keep(mapping.schools, mapping.columns.school) };
}
