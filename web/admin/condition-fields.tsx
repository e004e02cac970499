import { useSuspenseQuery } from "@tanstack/react-query";
import type { JobRole, SchoolLevel } from "../../functions/roster/contract.ts";
import type { SeatRole, TeamKind } from "../../functions/roster/team-contract.ts";
import { schoolsQuery } from "../app/directory.ts";
import { t } from "../strings/en.ts";
import { ruleFormWords } from "../strings/en-rule-form.ts";
import { CheckList } from "../ui/check-list.tsx";
import { Checkbox, SelectField, TextField } from "../ui/field.tsx";
import type { ConditionDraft } from "./condition-draft.ts";

const say = ruleFormWords;

type Props = {
  draft: ConditionDraft;
  onChange: (part: Partial<ConditionDraft>) => void;
  certifications: readonly { id: string; title: string }[];
  isMissing: boolean;
};

const optionsOf = <Key extends string>(labels: Record<Key, string>) =>
  (Object.keys(labels) as Key[]).map((value) => ({ value, label: labels[value] }));

/** What one condition asks, by its kind. */
export function ConditionFields(props: Props) {
  const { draft, onChange, isMissing } = props;
  const error = isMissing ? say.conditionNeeded : undefined;
  switch (draft.about) {
    case "role":
      return (
        <CheckList
          legend={say.abouts.role}
          findLabel={say.find}
          value={draft.roles}
          onChange={(roles: JobRole[]) => onChange({ roles })}
          options={optionsOf(t.jobRoles)}
          error={error}
        />
      );
    case "level":
      return (
        <CheckList
          legend={say.abouts.level}
          findLabel={say.find}
          value={draft.levels}
          onChange={(levels: SchoolLevel[]) => onChange({ levels })}
          options={optionsOf(say.levelNames)}
          error={error}
        />
      );
    case "school":
      return <Schools {...props} />;
    case "hired":
      return (
        <div className="admin-condition-fields">
          <SelectField
            label={say.hiredIs}
            value={draft.hiredIs}
            options={optionsOf(say.hireds)}
            onChange={({ target }) => onChange({ hiredIs: target.value === "before" ? "before" : "onOrAfter" })}
          />
          <TextField
            label={say.hiredOn}
            type="date"
            value={draft.hiredOn}
            error={error}
            onChange={({ target }) => onChange({ hiredOn: target.value })}
          />
        </div>
      );
    case "newlyHired":
      return (
        <TextField
          label={say.newDays}
          inputMode="numeric"
          value={draft.newDays}
          error={error}
          onChange={({ target }) => onChange({ newDays: target.value })}
        />
      );
    case "seat":
      return <Seats {...props} />;
    case "certificate":
      return <Certificates {...props} />;
  }
}

function Schools({ draft, onChange, isMissing }: Props) {
  const { data: schools } = useSuspenseQuery(schoolsQuery);
  return (
    <CheckList
      legend={say.abouts.school}
      findLabel={say.find}
      value={draft.schoolIds}
      onChange={(schoolIds) => onChange({ schoolIds })}
      options={schools.map(({ id, name }) => ({ value: id, label: name }))}
      error={isMissing ? say.conditionNeeded : undefined}
    />
  );
}

function Seats({ draft, onChange, isMissing }: Props) {
  return (
    <>
      <CheckList
        legend={say.teams}
        findLabel={say.find}
        value={draft.teams}
        onChange={(teams: TeamKind[]) => onChange({ teams })}
        options={optionsOf(say.teamNames)}
        error={isMissing ? say.conditionNeeded : undefined}
      />
      <CheckList
        legend={say.seatRoles}
        hint={say.seatRolesHint}
        findLabel={say.find}
        value={draft.seatRoles}
        onChange={(seatRoles: SeatRole[]) => onChange({ seatRoles })}
        options={optionsOf(say.seatRoleNames)}
      />
      <Checkbox label={say.withBackups} checked={draft.withBackups} onChange={({ target }) => onChange({ withBackups: target.checked })} />
    </>
  );
}

const certificateStates = optionsOf(say.certificates);

function Certificates({ draft, onChange, certifications, isMissing }: Props) {
  const error = isMissing ? say.conditionNeeded : undefined;
  return (
    <div className="admin-condition-fields">
      <SelectField
        label={say.certification}
        value={draft.certificationId}
        options={certifications.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={({ target }) => onChange({ certificationId: target.value })}
      />
      <SelectField
        label={say.certificateIs}
        value={draft.certificateIs}
        options={certificateStates}
        onChange={({ target }) => {
          const chosen = certificateStates.find(({ value }) => value === target.value);
          if (chosen) onChange({ certificateIs: chosen.value });
        }}
      />
      {draft.certificateIs === "expiring" && (
        <TextField
          label={say.expiringDays}
          inputMode="numeric"
          value={draft.expiringDays}
          error={error}
          onChange={({ target }) => onChange({ expiringDays: target.value })}
        />
      )}
    </div>
  );
}
