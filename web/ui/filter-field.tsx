import { type ComponentProps, useId } from "react";
import "./field.css";

/** Finds among what is shown. Unlike a field of a form it asks for nothing: empty, it shows everything. */
export function SearchField({
  label,
  ...input
}: { label: string } & Omit<ComponentProps<"input">, "id" | "type" | "className" | "required">) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input {...input} id={id} type="search" className="input" autoComplete="off" />
    </div>
  );
}

/** Narrows what is shown, by the browser's own picker. One of its options shows everything. */
export function FilterSelect<Value extends string>({
  label,
  options,
  value,
  onChoose,
}: {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChoose: (value: Value) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="input" data-kind="select" value={value} onChange={({ target }) => onChoose(target.value as Value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
