import type { DefinitionView } from "../../functions/certification/decision-contract.ts";
import type { RequirementRule } from "../../functions/certification/definition-contract.ts";
import { certificationWords } from "../strings/en-certifications.ts";
import { t } from "../strings/en.ts";
import { Checkbox, SelectField, TextField } from "../ui/field.tsx";
import {
  eachYearOf,
  isOptionalNumber,
  isWhole,
  modulesOf,
  numbersOf,
  toggled,
  withEachYear,
  withModules,
  withNumber,
} from "./certification-draft.ts";

const { edit: say, rule: said } = certificationWords;

type Titled = Pick<DefinitionView, "id" | "title">;

/** What a rule may name: the catalogue's modules, and the certificates that come before this one. */
export type RuleNames = { modules: readonly Titled[]; before: readonly Titled[] };

type FieldsProps = { rule: RequirementRule; names: RuleNames; onChange: (rule: RequirementRule) => void };

/** Everything that can be changed about one thing that a certification asks for, whatever its kind. */
export function RuleFields({ rule, names: { modules, before }, onChange }: FieldsProps) {
  const isEach = eachYearOf(rule);
  const chosen = modulesOf(rule);
  return (
    <div className="stack">
      <Which rule={rule} onChange={onChange} />
      {chosen && (
        <Choices
          legend={rule.kind === "practice" ? say.whichTasks : say.whichModules}
          all={modules}
          chosen={chosen}
          error={isWhole(rule) || rule.kind === "practice" ? undefined : say.chooseOne}
          onChange={(ids) => onChange(withModules(rule, ids))}
        />
      )}
      {rule.kind === "holds" && (
        <Choices
          legend={say.whichCertificates}
          all={before}
          chosen={rule.certificationIds}
          error={isWhole(rule) ? undefined : say.chooseOne}
          onChange={(certificationIds) => onChange({ ...rule, certificationIds })}
        />
      )}
      {numbersOf(rule).map(([name, value]) => (
        <TextField
          key={name}
          label={say[name]}
          isOptional={isOptionalNumber(name)}
          type="number"
          min={1}
          value={value === undefined || Number.isNaN(value) ? "" : value}
          onChange={({ target }) => onChange(withNumber(rule, name, target.valueAsNumber))}
        />
      ))}
      {isEach !== undefined && (
        <Checkbox label={say.eachYear} checked={isEach} onChange={({ target }) => onChange(withEachYear(rule, target.checked))} />
      )}
    </div>
  );
}

/** Whether there is anything about a rule that can be changed where it stands. */
export const hasFields = ({ kind }: RequirementRule): boolean => kind !== "core" && kind !== "changedModules";

/** Of which role's path, of which observation, of which piece. */
function Which({ rule, onChange }: Omit<FieldsProps, "names">) {
  if (rule.kind === "path")
    return <Picker label={say.whichRole} names={t.jobRoles} value={rule.role} onPick={(role) => onChange({ ...rule, role })} />;
  if (rule.kind === "observations")
    return (
      <Picker
        label={say.whichObservation}
        names={said.observationKinds}
        value={rule.observation}
        onPick={(observation) => onChange({ ...rule, observation })}
      />
    );
  if (rule.kind === "pieces")
    return <Picker label={say.whichPiece} names={said.pieceKinds} value={rule.piece} onPick={(piece) => onChange({ ...rule, piece })} />;
  return null;
}

function Picker<Value extends string>({
  label,
  names,
  value,
  onPick,
}: {
  label: string;
  names: Record<Value, string>;
  value: Value;
  onPick: (value: Value) => void;
}) {
  const values = Object.keys(names) as Value[];
  return (
    <SelectField
      label={label}
      options={values.map((one) => ({ value: one, label: names[one] }))}
      value={value}
      onChange={({ target }) => onPick(values.find((one) => one === target.value) ?? value)}
    />
  );
}

type ChoicesProps = {
  legend: string;
  all: readonly Titled[];
  chosen: readonly string[];
  error: string | undefined;
  onChange: (ids: string[]) => void;
};

/** Some of a list, each with its whole name as the target. */
function Choices({ legend, all, chosen, error, onChange }: ChoicesProps) {
  return (
    <fieldset className="field" data-invalid={error !== undefined || undefined}>
      <legend>{legend}</legend>
      {error !== undefined && <p className="field-error">{error}</p>}
      {all.map(({ id, title }) => (
        <Checkbox key={id} label={title} checked={chosen.includes(id)} onChange={() => onChange(toggled(chosen, id, all))} />
      ))}
    </fieldset>
  );
}
