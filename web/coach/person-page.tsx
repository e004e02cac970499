import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { PersonView } from "../../functions/roster/contract.ts";
import { useSession } from "../app/session.ts";
import { t } from "../strings/en.ts";
import { coach } from "../strings/en-coach.ts";
import { portfolioWords } from "../strings/en-portfolio.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { AssignDialog } from "./assign-dialog.tsx";
import { StandingDecisions } from "./decisions.tsx";
import { mayAssign, mayObserve, maySupport } from "./may.ts";
import { PersonCertificates } from "./person-certificates.tsx";
import { PersonHours } from "./person-hours.tsx";
import { PersonObservations } from "./person-observations.tsx";
import { PersonPath } from "./person-path.tsx";
import { personPathQuery } from "./queries.ts";
import { RemindDialog } from "./remind-dialog.tsx";
import { WaivePath } from "./waive-path.tsx";
import "./person-page.css";

const { person: say } = coach;

/** One person as those who support them see them: their path with its reasons, the evidence, the certificates. */
export function PersonPage() {
  const { staffId } = useParams({ from: "/signed-in/people/$staffId" });
  const { access, staffId: ownId } = useSession();
  const { data: path } = useSuspenseQuery(personPathQuery(staffId));
  const isObserver = mayObserve(access) && staffId !== ownId;
  const [open, setOpen] = useState<"assign" | "remind">();
  const { person } = path;
  const isHere = person.status === "active" && !person.isOnLeave;
  const done = path.assignments.filter(({ state }) => state === "completed").length;
  const openModules = path.assignments.filter(({ state }) => state !== "completed");
  return (
    <Page
      title={person.name}
      eyebrow={<BackLink staffId={staffId} />}
      lead={<Facts person={person} />}
      {...(isHere && {
        actions: (
          <>
            {isObserver && (
              <ButtonLink to="/people/$staffId/observe" params={{ staffId }}>
                {portfolioWords.observe.link}
              </ButtonLink>
            )}
            {maySupport(access) && <Button onClick={() => setOpen("remind")}>{say.remind}</Button>}
            <Button kind="primary" onClick={() => setOpen("assign")}>
              {say.assign}
            </Button>
          </>
        ),
      })}
    >
      <Standing person={person} />
      <div className="person">
        <Section
          title={say.path}
          aside={<p className="quiet small">{say.summary(done, path.assignments.length, path.creditMinutes, path.minutesLeft)}</p>}
        >
          <StandingDecisions path={path} />
          <WaivePath path={path} />
          <PersonPath path={path} canAssign={mayAssign(access)} />
        </Section>
        <Section title={say.certificates}>
          <PersonCertificates staffId={staffId} />
        </Section>
        <PersonHours staffId={staffId} />
        {isObserver && (
          <Section title={portfolioWords.observe.section}>
            <PersonObservations staffId={staffId} />
          </Section>
        )}
      </div>
      {open === "assign" && <AssignDialog person={person} onClose={() => setOpen(undefined)} />}
      {open === "remind" && <RemindDialog staffId={staffId} name={person.name} modules={openModules} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

/** Back to where one's people are; for an administrator, who has them in a roster, to the person's record. */
function BackLink({ staffId }: { staffId: string }) {
  const { access } = useSession();
  if (access.includes("coach")) return <Link to="/coach">{say.back}</Link>;
  if (access.includes("schoolLeader")) return <Link to="/school">{say.backSchool}</Link>;
  if (access.includes("districtLeader")) return <Link to="/district">{say.backDistrict}</Link>;
  return (
    <Link to="/admin/people/$staffId" params={{ staffId }}>
      {say.backRecord}
    </Link>
  );
}

function Facts({ person }: { person: PersonView }) {
  return (
    <ul className="person-facts">
      {person.roles.map(({ role, schoolId, schoolName }) => (
        <li key={role + schoolId}>{say.roleAt(t.jobRoles[role], schoolName)}</li>
      ))}
      <li>{person.coach ? say.coach(person.coach.name) : say.noCoach}</li>
    </ul>
  );
}

/** Whatever stops the clock for someone is said first: nothing below is late. */
function Standing({ person }: { person: PersonView }) {
  if (person.status === "left") return <Notice kind="info">{say.left}</Notice>;
  if (person.status === "suspended") return <Notice kind="info">{say.suspended}</Notice>;
  return person.isOnLeave ? <Notice kind="info">{say.onLeave}</Notice> : null;
}
