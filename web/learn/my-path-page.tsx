import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useLoaderData } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { AssignmentInForce, PathPage } from "../../functions/assignment/contract.ts";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { words } from "../strings/en.ts";
import { learn } from "../strings/en-learn.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page, Section } from "../ui/page.tsx";
import { NextStepPanel } from "./next-step-panel.tsx";
import { pathQuery } from "./queries.ts";
import { type Knot, Thread, ThreadStep } from "./thread.tsx";
import "./my-path-page.css";

const { myPath } = learn;

/** The learner's first screen: the one next step, then the whole path as a thread. */
export function MyPathPage() {
  const { data: path } = useSuspenseQuery(pathQuery);
  const { RequestsPanel, ReadAgainPanel, RenewalPanel, CertificateGoal } = useLoaderData({ from: "/signed-in/" });
  const asks = (
    <>
      {RequestsPanel && <RequestsPanel />}
      {RenewalPanel && <RenewalPanel />}
      {ReadAgainPanel && <ReadAgainPanel modules={path.readAgain} />}
    </>
  );
  const isEmpty = path.assignments.length === 0;
  const done = path.assignments.filter(({ state }) => state === "completed").length;
  return (
    <Page
      title={myPath.title}
      eyebrow={words.day(path.today, path.today)}
      {...(!isEmpty && { lead: myPath.summary(done, path.assignments.length, path.creditMinutes, path.minutesLeft) })}
    >
      {isEmpty ? (
        <>
          <EmptyState title={myPath.emptyTitle} action={<CertificatesLink />}>
            {myPath.empty}
          </EmptyState>
          {asks}
        </>
      ) : (
        <div className="learn-path">
          <NextStepPanel path={path} />
          {asks}
          <Steps path={path} goal={CertificateGoal ? <CertificateGoal /> : <Goal />} />
        </div>
      )}
    </Page>
  );
}

function CertificatesLink() {
  return <ButtonLink to="/certificates">{myPath.seeCertificates}</ButtonLink>;
}

/** The end of the thread before anything is completed. */
function Goal() {
  return (
    <>
      <Link to="/certificates" className="learn-step-title">
        {myPath.goal}
      </Link>
      <p className="quiet small">{myPath.goalText}</p>
    </>
  );
}

function Steps({ path, goal }: { path: PathPage; goal: ReactNode }) {
  return (
    <Section title={myPath.steps}>
      <Thread label={myPath.steps}>
        {path.assignments.map((assignment) => (
          <ThreadStep key={assignment.moduleId} knot={knotOf(assignment, path.next)}>
            <Step assignment={assignment} isNext={assignment.moduleId === path.next?.moduleId} today={path.today} />
          </ThreadStep>
        ))}
        <ThreadStep knot="goal">{goal}</ThreadStep>
      </Thread>
    </Section>
  );
}

function Step({ assignment, isNext, today }: { assignment: AssignmentInForce; isNext: boolean; today: string }) {
  const { district } = useSession();
  const { moduleId, title, dueOn, state, isOverdue, waitsFor, completedAt, minutes } = assignment;
  return (
    <>
      <div className="learn-step-head">
        <Link to="/learn/$moduleId" params={{ moduleId }} className="learn-step-title">
          {title}
        </Link>
        {isNext ? <Badge tone="now">{myPath.current}</Badge> : <StateBadge assignment={assignment} />}
      </div>
      {completedAt !== undefined ? (
        <p className="quiet small">{myPath.done(localDateOf(completedAt, district.zone), today, minutes)}</p>
      ) : (
        <p className="quiet small">
          <span className={isOverdue ? "learn-overdue" : "learn-due"}>{myPath.due(dueOn, today)}</span> · {myPath.stateLine(assignment)}
        </p>
      )}
      {state === "notStarted" && waitsFor.length > 0 && (
        <p className="quiet small">{myPath.opensAfter(waitsFor.map((one) => one.title))}</p>
      )}
    </>
  );
}

const tones: Partial<Record<AssignmentInForce["state"], Tone>> = { practiceSubmitted: "wait", practiceReturned: "warn" };

function StateBadge({ assignment: { state } }: { assignment: AssignmentInForce }) {
  const tone = tones[state];
  return tone ? <Badge tone={tone}>{learn.states[state]}</Badge> : null;
}

function knotOf({ state, moduleId }: AssignmentInForce, next: AssignmentInForce | undefined): Knot {
  if (state === "completed") return "done";
  if (moduleId === next?.moduleId) return "now";
  return state === "practiceSubmitted" ? "wait" : "open";
}
