import { useQuery } from "@tanstack/react-query";
import { schoolsQuery } from "../app/directory.ts";
import { useSession } from "../app/session.ts";
import type { JobRole } from "../../functions/roster/contract.ts";
import { list, t } from "../strings/en.ts";
import { assignWords } from "../strings/en-assign.ts";
import { coach } from "../strings/en-coach.ts";
import { Button } from "../ui/button.tsx";
import { CheckList } from "../ui/check-list.tsx";
import { RadioGroup } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import type { AssignDraft } from "./assign-draft.ts";
import { caseloadQuery } from "./queries.ts";

const say = assignWords;

type Part = Pick<AssignDraft, "how" | "staffIds" | "schoolIds" | "roles">;
type Props = { draft: Part; onChange: (change: Partial<Part>) => void; isMissing: boolean };

/** Whom one's reach allows: a coach their caseload, a school leader their schools, a district leader everyone. */
export function AudienceFields({ draft, onChange, isMissing }: Props) {
  const { access } = useSession();
  const isCoach = access.includes("coach");
  const isLeader = access.includes("schoolLeader") || access.includes("districtLeader");
  return (
    <>
      {isCoach && isLeader && (
        <RadioGroup
          legend={say.who}
          isLegendHidden
          value={draft.how}
          onChange={(how) => onChange({ how })}
          options={(["people", "places"] as const).map((value) => ({ value, label: say.whoHow[value] }))}
        />
      )}
      {draft.how === "people" ? (
        <CaseloadPeople draft={draft} onChange={onChange} isMissing={isMissing} />
      ) : (
        <Places draft={draft} onChange={onChange} isMissing={isMissing} />
      )}
    </>
  );
}

function CaseloadPeople({ draft, onChange, isMissing }: Props) {
  const { data, error, refetch } = useQuery(caseloadQuery);
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const people = data.people.toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <CheckList
      legend={say.whoPeople}
      findLabel={coach.caseload.find}
      value={draft.staffIds}
      onChange={(staffIds) => onChange({ staffIds })}
      options={people.map(({ id, name, roles }) => ({ value: id, label: name, hint: list(roles.map((role) => t.jobRoles[role])) }))}
      error={isMissing ? say.whoNeeded : undefined}
      foot={
        <>
          <span role="status">{say.chosen(draft.staffIds.length)}</span>
          <Button kind="quiet" onClick={() => onChange({ staffIds: people.map(({ id }) => id) })}>
            {say.whoPeopleAll}
          </Button>
        </>
      }
    />
  );
}

function Places({ draft, onChange, isMissing }: Props) {
  const { access, schools: ledSchools } = useSession();
  const isDistrict = access.includes("districtLeader");
  const { data, error, refetch } = useQuery({ ...schoolsQuery, enabled: isDistrict });
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (isDistrict && !data) return <Skeleton lines={4} />;
  const schools = isDistrict ? (data ?? []) : ledSchools;
  return (
    <>
      <CheckList
        legend={say.whoSchools}
        {...(isDistrict && { hint: say.whoSchoolsHint })}
        findLabel={say.findSchool}
        value={draft.schoolIds}
        onChange={(schoolIds) => onChange({ schoolIds })}
        options={schools.map(({ id, name }) => ({ value: id, label: name }))}
        error={isMissing ? say.whoNeeded : undefined}
      />
      <CheckList
        legend={say.whoRoles}
        hint={say.whoRolesHint}
        findLabel={say.findRole}
        value={draft.roles}
        onChange={(roles) => onChange({ roles })}
        options={(Object.keys(t.jobRoles) as JobRole[]).map((role) => ({ value: role, label: t.jobRoles[role] }))}
      />
    </>
  );
}
