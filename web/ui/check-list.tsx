import { type ReactNode, useId, useState } from "react";
import { t } from "../strings/en.ts";
import { Checkbox } from "./field.tsx";
import { SearchField } from "./filter-field.tsx";
import "./check-list.css";

export type CheckOption<Value extends string> = { value: Value; label: string; hint?: string };

/** From this many options on, a field above finds one by typing. */
const manyOptions = 16;

/** Some of many, all in sight; `legend` is the question. What is chosen stays chosen while one looks for more. */
export function CheckList<Value extends string>({
  legend,
  hint,
  options,
  value,
  onChange,
  error,
  findLabel,
  foot,
}: {
  legend: string;
  hint?: ReactNode;
  options: CheckOption<Value>[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
  error?: string | undefined;
  findLabel: string;
  /** What stands below the list: how many are chosen, and buttons that choose for one. */
  foot?: ReactNode;
}) {
  const id = useId();
  const [find, setFind] = useState("");
  const wanted = find.trim().toLocaleLowerCase();
  const shown = options.filter(({ label, hint: more = "" }) => `${label} ${more}`.toLocaleLowerCase().includes(wanted));
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(" ");
  const toggle = (one: Value) => onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
  return (
    <fieldset className="field" aria-describedby={describedBy || undefined} data-invalid={error !== undefined || undefined}>
      <legend className="field-label">{legend}</legend>
      {hint !== undefined && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {options.length >= manyOptions && (
        <div className="check-list-find">
          <SearchField label={findLabel} value={find} onChange={({ target }) => setFind(target.value)} />
        </div>
      )}
      <div className="check-list-options">
        {shown.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            {...(option.hint !== undefined && { hint: option.hint })}
            checked={value.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
        ))}
        {shown.length === 0 && <p className="quiet">{t.nothingFound}</p>}
      </div>
      {foot !== undefined && <div className="check-list-foot">{foot}</div>}
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
