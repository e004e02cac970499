import type { CalendarSettings } from "../../../functions/engagement/calendar-contract.ts";
import { jobRoles } from "../../lead/filter.ts";
import { t } from "../../strings/en.ts";
import { calendarWords as say } from "../../strings/en-calendar.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, TextField } from "../../ui/field.tsx";
import { withJob, withoutGroup } from "./calendar-draft.ts";

type GroupFieldsProps = { draft: CalendarSettings; groupId: string; onChange: (draft: CalendarSettings) => void; onRemoved: () => void };

/** A group's name, the jobs that put someone into it, and doing without it. */
export function GroupFields({ draft, groupId, onChange, onRemoved }: GroupFieldsProps) {
  const group = draft.groups.find(({ id }) => id === groupId);
  if (!group) return null;
  const rename = (name: string) => onChange({ ...draft, groups: draft.groups.map((one) => (one.id === groupId ? { ...one, name } : one)) });
  return (
    <div className="calendar-year">
      <TextField label={say.groupName} maxLength={60} value={group.name} onChange={({ target }) => rename(target.value)} />
      <fieldset className="field">
        <legend className="field-label">{say.jobs}</legend>
        <p className="field-hint">{say.jobsHint}</p>
        <div className="calendar-jobs">
          {jobRoles.map((job) => {
            const other = draft.groups.find(({ id }) => id === draft.groupOfRole[job] && id !== groupId);
            return (
              <Checkbox
                key={job}
                label={t.jobRoles[job]}
                {...(other && { hint: say.inOther(other.name) })}
                checked={draft.groupOfRole[job] === groupId}
                onChange={({ target }) => onChange(withJob(draft, groupId, job, target.checked))}
              />
            );
          })}
        </div>
      </fieldset>
      <div className="row">
        <Button
          kind="quiet"
          onClick={() => {
            onChange(withoutGroup(draft, groupId));
            onRemoved();
          }}
        >
          {say.removeGroup(group.name)}
        </Button>
      </div>
    </div>
  );
}
