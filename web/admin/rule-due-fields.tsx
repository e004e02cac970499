import type { Anchor } from "../../functions/assignment/contract.ts";
import { DueFields } from "../coach/target-fields.tsx";
import { ruleFormWords } from "../strings/en-rule-form.ts";
import { SelectField, TextField } from "../ui/field.tsx";
import type { RuleDraft, RuleProblem } from "./rule-draft.ts";

const say = ruleFormWords;

const anchors = Object.keys(say.anchors) as Anchor[];

/** When what a rule gives falls due, what days are counted from and in, and between which days the rule asks anything. */
export function RuleDueFields({
  draft,
  onChange,
  problems,
  today,
}: {
  draft: RuleDraft;
  onChange: (change: Partial<RuleDraft>) => void;
  problems: readonly RuleProblem[];
  today: string;
}) {
  const isCounted = draft.due === "relative" || (draft.due === "paced" && draft.kind === "module");
  return (
    <>
      <DueFields
        draft={draft}
        onChange={onChange}
        problems={problems.filter((problem) => problem === "days" || problem === "on")}
        today={today}
      />
      {isCounted && (
        <>
          <SelectField
            label={say.unit}
            value={draft.unit}
            options={(["calendarDays", "contractDays"] as const).map((value) => ({ value, label: say.units[value] }))}
            onChange={({ target }) => onChange({ unit: target.value === "contractDays" ? "contractDays" : "calendarDays" })}
          />
          <SelectField
            label={say.anchor}
            value={draft.anchor}
            options={[{ value: "start", label: say.anchorDefault }, ...anchors.map((value) => ({ value, label: say.anchors[value] }))]}
            onChange={({ target }) => onChange({ anchor: anchors.find((one) => one === target.value) ?? "start" })}
          />
        </>
      )}
      <TextField
        label={say.from}
        hint={say.fromHint}
        type="date"
        value={draft.effectiveFrom}
        error={problems.includes("from") ? say.fromNeeded : undefined}
        onChange={({ target }) => onChange({ effectiveFrom: target.value })}
      />
      <TextField
        label={say.until}
        hint={say.untilHint}
        isOptional
        type="date"
        value={draft.effectiveUntil}
        error={problems.includes("until") ? say.untilNeeded : undefined}
        onChange={({ target }) => onChange({ effectiveUntil: target.value })}
      />
    </>
  );
}
