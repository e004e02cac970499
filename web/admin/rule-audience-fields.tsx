import { useSuspenseQuery } from "@tanstack/react-query";
import type { JobRole, SchoolLevel } from "../../functions/roster/contract.ts";
import { schoolsQuery } from "../app/directory.ts";
import { t } from "../strings/en.ts";
import { admin } from "../strings/en-admin.ts";
import { CheckList } from "../ui/check-list.tsx";
import type { RuleDraft } from "./rule-draft.ts";

const { rule: say } = admin;

type Audience = Pick<RuleDraft, "roles" | "levels" | "schoolIds">;

/** Whom a rule is for: roles, and where. */
export function RuleAudienceFields({
  draft,
  onChange,
  isRoleMissing,
}: {
  draft: Audience;
  onChange: (change: Partial<Audience>) => void;
  isRoleMissing: boolean;
}) {
  const { data: schools } = useSuspenseQuery(schoolsQuery);
  return (
    <>
      <CheckList
        legend={say.roles}
        findLabel={say.find}
        value={draft.roles}
        onChange={(roles) => onChange({ roles })}
        options={(Object.keys(t.jobRoles) as JobRole[]).map((value) => ({ value, label: t.jobRoles[value] }))}
        error={isRoleMissing ? say.rolesNeeded : undefined}
      />
      <CheckList
        legend={say.levels}
        hint={say.levelsHint}
        findLabel={say.find}
        value={draft.levels}
        onChange={(levels) => onChange({ levels })}
        options={(Object.keys(say.levelNames) as SchoolLevel[]).map((value) => ({ value, label: say.levelNames[value] }))}
      />
      <CheckList
        legend={say.schools}
        hint={say.schoolsHint}
        findLabel={say.find}
        value={draft.schoolIds}
        onChange={(schoolIds) => onChange({ schoolIds })}
        options={schools.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  );
}
