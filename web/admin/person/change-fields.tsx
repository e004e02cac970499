import { useSuspenseQuery } from "@tanstack/react-query";
import type { JobRole } from "../../../functions/roster/contract.ts";
import type { PersonRecord } from "../../../functions/roster/person-contract.ts";
import { schoolsQuery } from "../../app/directory.ts";
import { t } from "../../strings/en.ts";
import { personWords } from "../../strings/en-person.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, SelectField, TextField } from "../../ui/field.tsx";
import { type ChangeKind, type Draft, emptyRole, type RoleDraft } from "./draft.ts";

const say = personWords.form;

type Fields = { kind: ChangeKind; draft: Draft; record: PersonRecord; onChange: (part: Partial<Draft>) => void };

/** The fields of one kind of change. */
export function ChangeFields(props: Fields) {
  const { kind, draft, onChange } = props;
  const day = (name: "on" | "from" | "to" | "hiredOn", label: string, more: { hint?: string; isOptional?: boolean } = {}) => (
    <TextField {...more} type="date" label={label} value={draft[name]} onChange={({ target }) => onChange({ [name]: target.value })} />
  );
  switch (kind) {
    case "edit":
      return (
        <>
          <TextField label={say.givenName} value={draft.givenName} onChange={({ target }) => onChange({ givenName: target.value })} />
          <TextField label={say.familyName} value={draft.familyName} onChange={({ target }) => onChange({ familyName: target.value })} />
          <TextField
            type="email"
            label={say.email}
            hint={say.emailHint}
            isOptional
            value={draft.email}
            onChange={({ target }) => onChange({ email: target.value })}
          />
          {day("hiredOn", say.hiredOn)}
        </>
      );
    case "transfer":
      return <TransferFields {...props} />;
    case "leave":
      return (
        <>
          {day("from", say.leaveFrom)}
          {day("to", say.leaveTo, { hint: say.leaveToHint, isOptional: true })}
        </>
      );
    case "return":
      return day("on", say.returnOn);
    case "end":
      return day("on", say.endOn);
    case "rehire":
      return (
        <>
          {day("on", say.rehireOn)}
          <RoleFields {...props} />
        </>
      );
    case "roles":
      return <RoleFields {...props} />;
    case "suspend":
    case "lift":
      return null;
  }
}

function TransferFields({ draft, record, onChange }: Fields) {
  const { data: schools } = useSuspenseQuery(schoolsQuery);
  const own = new Map(record.roles.filter(({ when }) => when !== "past").map(({ schoolId, schoolName }) => [schoolId, schoolName]));
  return (
    <>
      <SelectField
        label={say.from}
        value={draft.fromSchoolId}
        onChange={({ target }) => onChange({ fromSchoolId: target.value })}
        options={[...own].map(([value, label]) => ({ value, label }))}
      />
      <SelectField
        label={say.to}
        value={draft.toSchoolId}
        onChange={({ target }) => onChange({ toSchoolId: target.value })}
        options={[
          { value: "", label: say.choose },
          ...schools.filter(({ id }) => id !== draft.fromSchoolId).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextField type="date" label={say.transferOn} value={draft.on} onChange={({ target }) => onChange({ on: target.value })} />
    </>
  );
}

function RoleFields({ draft, onChange }: Fields) {
  const set = (index: number, part: Partial<RoleDraft>) =>
    onChange({
      roles: draft.roles.map((one, i) => {
        if (i === index) return { ...one, ...part };
        return part.isPrimary ? { ...one, isPrimary: false } : one;
      }),
    });
  return (
    <>
      {draft.roles.map((role, i) => (
        // A role that is being edited has no identity but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={i} className="record-role">
          <legend>{say.roleOf(i + 1)}</legend>
          <OneRole role={role} onChange={(part) => set(i, part)} />
          {draft.roles.length > 1 && (
            <div className="row">
              <Button kind="quiet" onClick={() => onChange({ roles: draft.roles.filter((_, other) => other !== i) })}>
                {say.removeRole(i + 1)}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <div className="row">
        <Button onClick={() => onChange({ roles: [...draft.roles, emptyRole(draft.on)] })}>{say.addRole}</Button>
      </div>
    </>
  );
}

function OneRole({ role, onChange }: { role: RoleDraft; onChange: (part: Partial<RoleDraft>) => void }) {
  const { data: schools } = useSuspenseQuery(schoolsQuery);
  const jobs = (Object.keys(t.jobRoles) as JobRole[]).map((value) => ({ value, label: t.jobRoles[value] }));
  return (
    <>
      <SelectField
        label={say.role}
        value={role.role}
        onChange={({ target }) => onChange({ role: target.value })}
        options={[{ value: "", label: "–" }, ...jobs]}
      />
      <SelectField
        label={say.school}
        value={role.schoolId}
        onChange={({ target }) => onChange({ schoolId: target.value })}
        options={[{ value: "", label: say.choose }, ...schools.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <TextField type="date" label={say.roleFrom} value={role.beginOn} onChange={({ target }) => onChange({ beginOn: target.value })} />
      <TextField
        type="date"
        label={say.roleTo}
        isOptional
        value={role.endOn}
        onChange={({ target }) => onChange({ endOn: target.value })}
      />
      <TextField
        inputMode="numeric"
        label={say.share}
        isOptional
        value={role.percent}
        onChange={({ target }) => onChange({ percent: target.value.replaceAll(/\D/g, "") })}
      />
      <Checkbox label={say.isPrimary} checked={role.isPrimary} onChange={({ target }) => onChange({ isPrimary: target.checked })} />
    </>
  );
}
