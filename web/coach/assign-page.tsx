import { Link, useSearch } from "@tanstack/react-router";
import { useSession } from "../app/session.ts";
import { assignWords } from "../strings/en-assign.ts";
import { coach } from "../strings/en-coach.ts";
import { Page } from "../ui/page.tsx";
import { AssignFlow } from "./assign-flow.tsx";
import { reachesDistrict } from "./may.ts";

/** Assigning to several people at once: who, what, by when; then the names; then it is done. */
export function AssignPage() {
  const { access, schools } = useSession();
  const { schoolId } = useSearch({ from: "/signed-in/assign" });
  const isCoach = access.includes("coach");
  const schoolIds = schoolId === undefined ? (reachesDistrict(access) ? [] : schools.map(({ id }) => id)) : [schoolId];
  const how = isCoach && schoolId === undefined ? "people" : "places";
  return (
    <Page title={assignWords.title} lead={assignWords.lead} width="narrow" eyebrow={<Back schoolId={schoolId} />}>
      <AssignFlow known={{ how, schoolIds }} />
    </Page>
  );
}

/** Back to where one's people are: the school one came from, the caseload, the school one leads, the district, the roster. */
function Back({ schoolId }: { schoolId: string | undefined }) {
  const { access, schools } = useSession();
  const { person: say } = coach;
  const school = schools.find(({ id }) => id === schoolId);
  if (school)
    return (
      <Link to="/school/$schoolId" params={{ schoolId: school.id }}>
        {school.name}
      </Link>
    );
  if (access.includes("coach")) return <Link to="/coach">{say.back}</Link>;
  if (access.includes("schoolLeader")) return <Link to="/school">{say.backSchool}</Link>;
  if (access.includes("districtLeader")) return <Link to="/district">{say.backDistrict}</Link>;
  return access.includes("districtAdministrator") ? <Link to="/admin/people">{say.backPeople}</Link> : null;
}
