import { useSuspenseQuery } from "@tanstack/react-query";
import { catalogQuery } from "../app/directory.ts";
import { assignWords } from "../strings/en-assign.ts";
import { RadioGroup, SelectField, TextField } from "../ui/field.tsx";
import type { AssignProblem, DueDraft, TargetDraft } from "./assign-draft.ts";

const say = assignWords;

type Problems = readonly AssignProblem[];

/** What is assigned: one module, or a whole role path. */
export function TargetFields({
  draft,
  onChange,
  problems,
}: {
  draft: TargetDraft;
  onChange: (change: Partial<TargetDraft>) => void;
  problems: Problems;
}) {
  const { data: catalog } = useSuspenseQuery(catalogQuery);
  const error = problems.includes("target") ? say.targetNeeded : undefined;
  const pick = { value: "", label: say.pick };
  return (
    <>
      <RadioGroup
        legend={say.kind}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
        options={(["module", "path"] as const).map((value) => ({ value, label: say.kinds[value], hint: say.kindHints[value] }))}
      />
      {draft.kind === "module" ? (
        <SelectField
          label={say.module}
          value={draft.moduleId}
          error={error}
          onChange={(event) => onChange({ moduleId: event.target.value })}
          options={[pick, ...catalog.modules.map(({ id, title, minutes }) => ({ value: id, label: say.minutes(title, minutes) }))]}
        />
      ) : (
        <SelectField
          label={say.path}
          value={draft.pathId}
          error={error}
          onChange={(event) => onChange({ pathId: event.target.value })}
          options={[pick, ...catalog.paths.map(({ id, title, minutes }) => ({ value: id, label: say.minutes(title, minutes) }))]}
        />
      )}
    </>
  );
}

/** When it falls due. Only a path has a pace of its own. */
export function DueFields({
  draft,
  onChange,
  problems,
  today,
}: {
  draft: DueDraft;
  onChange: (change: Partial<DueDraft>) => void;
  problems: Problems;
  today: string;
}) {
  const kinds = draft.kind === "path" ? (["paced", "relative", "fixed"] as const) : (["relative", "fixed"] as const);
  const due = draft.due === "paced" && draft.kind === "module" ? "relative" : draft.due;
  return (
    <>
      <RadioGroup
        legend={say.due}
        value={due}
        onChange={(value) => onChange({ due: value })}
        options={kinds.map((value) => ({ value, label: say.dues[value], hint: say.dueHints[value] }))}
      />
      {due === "relative" && (
        <TextField
          label={say.days}
          inputMode="numeric"
          value={draft.days}
          error={problems.includes("days") ? say.daysNeeded : undefined}
          onChange={(event) => onChange({ days: event.target.value })}
        />
      )}
      {due === "fixed" && (
        <TextField
          label={say.on}
          type="date"
          min={today}
          value={draft.on}
          error={problems.includes("on") ? say.onNeeded : undefined}
          onChange={(event) => onChange({ on: event.target.value })}
        />
      )}
    </>
  );
}
