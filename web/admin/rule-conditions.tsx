import type { Condition } from "../../functions/assignment/rule-contract.ts";
import { ruleFormWords } from "../strings/en-rule-form.ts";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/field.tsx";
import { type ConditionDraft, conditionOf, type GroupDraft, newCondition } from "./condition-draft.ts";
import { ConditionFields } from "./condition-fields.tsx";

const say = ruleFormWords;

/** How many conditions stand beside one another, and how many groups. */
const most = 8;

type Certifications = readonly { id: string; title: string }[];

/** Whom a rule is for: groups of conditions; anyone in any group, in a group whoever meets them all. */
export function RuleConditions({
  groups,
  onChange,
  certifications,
  isMissing,
}: {
  groups: GroupDraft[];
  onChange: (groups: GroupDraft[]) => void;
  certifications: Certifications;
  /** Whether what is missing is to be said. */
  isMissing: boolean;
}) {
  const first = () => newCondition(certifications[0]?.id);
  const replace = (at: number, group: GroupDraft) =>
    onChange(group.length === 0 ? groups.filter((_, i) => i !== at) : groups.map((one, i) => (i === at ? group : one)));
  return (
    <>
      <p className="quiet small">{say.whoHint}</p>
      {groups.map((group, i) => (
        // Groups have no names of their own: their place is what they are called by.
        <section key={i} className="card admin-group" aria-label={say.groupNumber(i + 1)}>
          <h3 className="admin-group-name">{say.group(i + 1)}</h3>
          {group.map((one, n) => (
            <ConditionRow
              key={n}
              draft={one}
              place={{ condition: n + 1, group: i + 1 }}
              certifications={certifications}
              isMissing={isMissing && conditionOf(one) === undefined}
              onChange={(next) =>
                replace(
                  i,
                  group.map((other, m) => (m === n ? next : other)),
                )
              }
              {...((group.length > 1 || groups.length > 1) && {
                onRemove: () =>
                  replace(
                    i,
                    group.filter((_, m) => m !== n),
                  ),
              })}
            />
          ))}
          {group.length < most && (
            <div className="row">
              <Button onClick={() => replace(i, [...group, { ...first(), about: nextAbout(group) }])}>
                {say.and}
                <span className="visually-hidden"> {say.groupNumber(i + 1)}</span>
              </Button>
            </div>
          )}
        </section>
      ))}
      {groups.length < most && (
        <div className="row">
          <Button onClick={() => onChange([...groups, [first()]])}>{say.or}</Button>
        </div>
      )}
    </>
  );
}

const abouts = Object.keys(say.abouts) as Condition["about"][];

/** What a further condition begins as: the first kind that the group does not have yet. */
function nextAbout(group: GroupDraft): Condition["about"] {
  return abouts.find((about) => !group.some((one) => one.about === about)) ?? "role";
}

function ConditionRow({
  draft,
  place,
  certifications,
  isMissing,
  onChange,
  onRemove,
}: {
  draft: ConditionDraft;
  place: { condition: number; group: number };
  certifications: Certifications;
  isMissing: boolean;
  onChange: (draft: ConditionDraft) => void;
  onRemove?: () => void;
}) {
  return (
    <div className="admin-condition">
      <div className="admin-condition-head">
        <SelectField
          label={say.about}
          value={draft.about}
          options={abouts.map((value) => ({ value, label: say.abouts[value] }))}
          onChange={({ target }) => {
            const about = abouts.find((one) => one === target.value);
            if (about) onChange({ ...draft, about, certificationId: draft.certificationId || (certifications[0]?.id ?? "") });
          }}
        />
        {onRemove && (
          <Button kind="quiet" onClick={onRemove}>
            {say.remove}
            <span className="visually-hidden"> {say.removeCondition(place.condition, place.group)}</span>
          </Button>
        )}
      </div>
      <ConditionFields
        draft={draft}
        onChange={(part) => onChange({ ...draft, ...part })}
        certifications={certifications}
        isMissing={isMissing}
      />
    </div>
  );
}
