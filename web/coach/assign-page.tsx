import { Link, useSearch } from "@tanstack/react-router";
import { useSession } from "../app/session.ts";
import { assignWords } from "../strings/en-assign.ts";
import { coach } from "../strings/en-coach.ts";
import { Page } from "../ui/page.tsx";
import { AssignFlow } from "./assign-flow.tsx";

/** Assigning to several people at once: who, what, by when; then the names; then it is done. */
export function AssignPage() {
  const { access, schools } = useSession();
  const { schoolId } = useSearch({ from: "/signed-in/assign" });
  const isCoach = access.includes("coach");
  const isDistrict = access.includes("districtLeader");
  const schoolIds = schoolId === undefined ? (isDistrict ? [] : schools.map(({ id }) => id)) : [schoolId];
  const how = isCoach && schoolId === undefined ? "people" : "places";
  return (
    <Page
      title={assignWords.title}
      lead={assignWords.lead}
      width="narrow"
      {...(isCoach && { eyebrow: <Link to="/coach">{coach.person.back}</Link> })}
    >
      <AssignFlow known={{ how, schoolIds }} />
    </Page>
  );
}
