import { type ComponentProps, type ReactNode, useId } from "react";
import { t } from "../strings/en.ts";
import "./field.css";

/** What every field has: a label that stays in sight, help before one types, and an error that says how to mend it. */
export type FieldText = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Says "optional" beside the label; fields are needed unless they say so. */
  isOptional?: boolean;
};

type ControlProps = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined; required: boolean };

/** Ties a label, a hint and an error to the control that `children` renders. For controls that have no field of their own here. */
function Field({ label, hint, error, isOptional = false, children }: FieldText & { children: (control: ControlProps) => ReactNode }) {
  const id = useId();
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field" data-invalid={error !== undefined || undefined}>
      <label className="field-label" htmlFor={id}>
        {label} {isOptional && <span className="field-optional">({t.optional})</span>}
      </label>
      {hint !== undefined && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({
        id,
        "aria-describedby": describedBy || undefined,
        "aria-invalid": error !== undefined || undefined,
        required: !isOptional,
      })}
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

type Without<T extends "input" | "textarea" | "select"> = Omit<
  ComponentProps<T>,
  "id" | "className" | "required" | "aria-invalid" | "aria-describedby"
>;

/** One line of text. */
export function TextField({ label, hint, error, isOptional, ...input }: FieldText & Without<"input">) {
  return (
    <Field {...fieldText({ label, hint, error, isOptional })}>
      {(control) => <input type="text" {...input} {...control} className="input" />}
    </Field>
  );
}

/** Several lines; it grows with what is typed where the browser can. */
export function TextArea({ label, hint, error, isOptional, ...textarea }: FieldText & Without<"textarea">) {
  return (
    <Field {...fieldText({ label, hint, error, isOptional })}>
      {(control) => <textarea rows={6} {...textarea} {...control} className="input" data-kind="area" />}
    </Field>
  );
}

/** One of a list, by the browser's own picker: best on phones and by keyboard. */
export function SelectField({
  label,
  hint,
  error,
  isOptional,
  options,
  ...select
}: FieldText & Without<"select"> & { options: { value: string; label: string }[] }) {
  return (
    <Field {...fieldText({ label, hint, error, isOptional })}>
      {(control) => (
        <select {...select} {...control} className="input" data-kind="select">
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A file from the device; what was chosen is shown by the browser itself. */
export function FileField({ label, hint, error, isOptional, ...input }: FieldText & Without<"input">) {
  return (
    <Field {...fieldText({ label, hint, error, isOptional })}>
      {(control) => <input {...input} {...control} type="file" className="input" data-kind="file" />}
    </Field>
  );
}

function fieldText({
  label,
  hint,
  error,
  isOptional,
}: { [K in keyof FieldText]: FieldText[K] | undefined } & { label: string }): FieldText {
  return { label, error, ...(hint !== undefined && { hint }), ...(isOptional !== undefined && { isOptional }) };
}

/** One thing to agree to or switch on, with its whole sentence as the target. */
export function Checkbox({
  label,
  hint,
  error,
  ...input
}: { label: ReactNode; hint?: ReactNode; error?: string | undefined } & Omit<Without<"input">, "type">) {
  const id = useId();
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field" data-invalid={error !== undefined || undefined}>
      <label className="choice">
        <input {...input} type="checkbox" aria-describedby={describedBy || undefined} aria-invalid={error !== undefined || undefined} />
        <span>
          {label}
          {hint !== undefined && (
            <span className="choice-hint" id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </label>
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

export type RadioOption<Value extends string> = { value: Value; label: ReactNode; hint?: ReactNode };

/** One of a few, all in sight; `legend` is the question. */
export function RadioGroup<Value extends string>({
  legend,
  isLegendHidden = false,
  isInline = false,
  hint,
  options,
  value,
  onChange,
  error,
}: {
  legend: ReactNode;
  isLegendHidden?: boolean;
  /** Side by side where there is room, for options of a word or two. */
  isInline?: boolean;
  hint?: ReactNode;
  options: RadioOption<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  error?: string | undefined;
}) {
  const id = useId();
  const describedBy = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className="field" aria-describedby={describedBy || undefined} data-invalid={error !== undefined || undefined}>
      <legend className={isLegendHidden ? "visually-hidden" : "field-label"}>{legend}</legend>
      {hint !== undefined && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className="choices" data-inline={isInline || undefined}>
        {options.map((option) => (
          <label key={option.value} className="choice" data-boxed="">
            <input type="radio" name={id} value={option.value} checked={value === option.value} onChange={() => onChange(option.value)} />
            <span>
              {option.label}
              {option.hint !== undefined && <span className="choice-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
