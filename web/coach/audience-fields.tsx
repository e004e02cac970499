import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { schoolsQuery } from "../app/directory.ts";
import { useSession } from "../app/session.ts";
import type { JobRole } from "../../functions/roster/contract.ts";
import { list, t } from "../strings/en.ts";
import { assignWords } from "../strings/en-assign.ts";
import { coach } from "../strings/en-coach.ts";
import { Button } from "../ui/button.tsx";
import { CheckList } from "../ui/check-list.tsx";
import { RadioGroup, SelectField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import type { AssignDraft } from "./assign-draft.ts";
import { peopleBehindQuery } from "../lead/queries.ts";
import { reachesDistrict } from "./may.ts";
import { caseloadQuery } from "./queries.ts";

const say = assignWords;

type Part = Pick<AssignDraft, "how" | "staffIds" | "schoolIds" | "roles">;
type Props = { draft: Part; onChange: (change: Partial<Part>) => void; isMissing: boolean };

/** Whom one's reach allows: a coach their caseload, a school leader their schools, a district leader or administrator everyone. */
export function AudienceFields({ draft, onChange, isMissing }: Props) {
  const { access } = useSession();
  const isCoach = access.includes("coach");
  return (
    <>
      <RadioGroup
        legend={say.who}
        isLegendHidden
        value={draft.how}
        onChange={(how) => onChange({ how })}
        options={(["people", "places"] as const).map((value) => ({ value, label: say.whoHow[value] }))}
      />
      {draft.how === "people" && isCoach ? (
        <CaseloadPeople draft={draft} onChange={onChange} isMissing={isMissing} />
      ) : draft.how === "people" ? (
        <SchoolPeople draft={draft} onChange={onChange} isMissing={isMissing} />
      ) : isCoach && !reachesDistrict(access) ? (
        <CoachedPlaces draft={draft} onChange={onChange} isMissing={isMissing} />
      ) : (
        <LedPlaces draft={draft} onChange={onChange} isMissing={isMissing} />
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
      options={people.map(({ id, name, roles, schoolNames }) => ({
        value: id,
        label: name,
        hint: [list(roles.map((role) => t.jobRoles[role])), list(schoolNames)].filter((part) => part !== "").join(" · "),
      }))}
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

/** The schools within the reach of whoever leads schools or the district. */
function useLedSchools() {
  const { access, schools: ledSchools } = useSession();
  const isDistrict = reachesDistrict(access);
  const { data, error, refetch } = useQuery({ ...schoolsQuery, enabled: isDistrict });
  return { isDistrict, schools: isDistrict ? data : ledSchools, error, retry: () => void refetch() };
}

/** People by name, a school at a time; those chosen stay chosen while one looks at the next school. */
function SchoolPeople({ draft, onChange, isMissing }: Props) {
  const { schools, error, retry } = useLedSchools();
  const [chosen, setChosen] = useState(draft.schoolIds[0]);
  const schoolId = chosen ?? (schools?.length === 1 ? schools[0]?.id : undefined) ?? "";
  const people = useQuery({ ...peopleBehindQuery(schoolId, {}), enabled: schoolId !== "" });
  if (error) return <ProblemNotice error={error} onRetry={retry} />;
  if (!schools) return <Skeleton lines={4} />;
  return (
    <>
      {schools.length > 1 && (
        <SelectField
          label={say.whoseSchool}
          value={schoolId}
          onChange={({ target }) => setChosen(target.value)}
          options={[{ value: "", label: say.pick }, ...schools.map(({ id, name }) => ({ value: id, label: name }))]}
          error={isMissing && schoolId === "" ? say.whoNeeded : undefined}
        />
      )}
      {people.error && <ProblemNotice error={people.error} onRetry={() => void people.refetch()} />}
      {schoolId !== "" && (!people.data || people.isPlaceholderData) && !people.error && <Skeleton lines={4} />}
      {people.data && !people.isPlaceholderData && (
        <CheckList
          legend={say.whoAtSchool}
          findLabel={coach.caseload.find}
          value={draft.staffIds}
          onChange={(staffIds) => onChange({ staffIds })}
          options={people.data.people.map(({ id, name, roles }) => ({
            value: id,
            label: name,
            hint: list(roles.map((role) => t.jobRoles[role])),
          }))}
          error={isMissing ? say.whoNeeded : undefined}
          foot={<span role="status">{say.chosen(draft.staffIds.length)}</span>}
        />
      )}
    </>
  );
}

function LedPlaces({ draft, onChange, isMissing }: Props) {
  const { isDistrict, schools, error, retry } = useLedSchools();
  if (error) return <ProblemNotice error={error} onRetry={retry} />;
  if (!schools) return <Skeleton lines={4} />;
  return (
    <Places
      draft={draft}
      onChange={onChange}
      isMissing={isMissing}
      schools={schools}
      roles={Object.keys(t.jobRoles) as JobRole[]}
      {...(isDistrict && { schoolsHint: say.whoSchoolsHint })}
    />
  );
}

/** The schools and roles of one's own people, since a coach's group is narrowed to them, and the schools that one leads besides. */
function CoachedPlaces({ draft, onChange, isMissing }: Props) {
  const { schools: ledSchools } = useSession();
  const caseload = useQuery(caseloadQuery);
  const schools = useQuery(schoolsQuery);
  const failed = [caseload, schools].find(({ error }) => error !== null);
  if (failed?.error) return <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!caseload.data || !schools.data) return <Skeleton lines={4} />;
  const { people } = caseload.data;
  const isLeader = ledSchools.length > 0;
  const schoolNames = new Set([...people.flatMap((person) => person.schoolNames), ...ledSchools.map(({ name }) => name)]);
  const roles = new Set(people.flatMap((person) => person.roles));
  return (
    <Places
      draft={draft}
      onChange={onChange}
      isMissing={isMissing}
      schools={schools.data.filter(({ name }) => schoolNames.has(name))}
      roles={(Object.keys(t.jobRoles) as JobRole[]).filter((role) => isLeader || roles.has(role))}
      schoolsHint={isLeader ? say.whoSchoolsHint : say.placesOnCaseload}
    />
  );
}

type PlacesProps = Props & { schools: readonly { id: string; name: string }[]; roles: readonly JobRole[]; schoolsHint?: string };

function Places({ draft, onChange, isMissing, schools, roles, schoolsHint }: PlacesProps) {
  return (
    <>
      <CheckList
        legend={say.whoSchools}
        {...(schoolsHint !== undefined && { hint: schoolsHint })}
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
        onChange={(chosen) => onChange({ roles: chosen })}
        options={roles.map((role) => ({ value: role, label: t.jobRoles[role] }))}
      />
    </>
  );
}
