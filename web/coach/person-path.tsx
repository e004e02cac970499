import type { AssignmentInForce, PathPage } from "../../functions/assignment/contract.ts";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { type Knot, Thread, ThreadStep } from "../learn/thread.tsx";
import { coach } from "../strings/en-coach.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Decisions } from "./decisions.tsx";
import { EvidenceHistory } from "./evidence-history.tsx";
import { WhyThis } from "./why-this.tsx";

const { person: say } = coach;

const tones: Record<AssignmentInForce["state"], Tone> = {
  notStarted: "neutral",
  started: "neutral",
  contentComplete: "neutral",
  practiceSubmitted: "wait",
  practiceReturned: "neutral",
  completed: "good",
};

const knots: Partial<Record<AssignmentInForce["state"], Knot>> = { completed: "done", practiceSubmitted: "wait" };

/** Another person's path, step by step: where they stand, by when, why, and what they have sent. */
export function PersonPath({ path, canAssign }: { path: PathPage; canAssign: boolean }) {
  if (path.assignments.length === 0) return <EmptyState title={say.pathEmptyTitle}>{say.pathEmpty}</EmptyState>;
  return (
    <Thread label={say.path}>
      {path.assignments.map((assignment) => (
        <ThreadStep
          key={assignment.moduleId}
          knot={assignment.moduleId === path.next?.moduleId ? "now" : (knots[assignment.state] ?? "open")}
        >
          <Step assignment={assignment} path={path} canAssign={canAssign} />
        </ThreadStep>
      ))}
    </Thread>
  );
}

function Step({ assignment, path, canAssign }: { assignment: AssignmentInForce; path: PathPage; canAssign: boolean }) {
  const { access, staffId: ownId } = useSession();
  const { person, today } = path;
  const { moduleId, title, state, waitsFor } = assignment;
  const isReviewer = (access.includes("coach") || access.includes("schoolLeader")) && person.id !== ownId;
  const hasEvidence = state === "practiceSubmitted" || state === "practiceReturned" || state === "completed";
  return (
    <div className="person-step">
      <div className="person-step-head">
        <h3 className="person-step-title">{title}</h3>
        <Badge tone={tones[state]}>{coach.states[state]}</Badge>
        {assignment.isOverdue && state !== "practiceSubmitted" && (
          <Badge tone="now" icon="clock">
            {say.late}
          </Badge>
        )}
      </div>
      <p className="quiet small">
        <DateLine assignment={assignment} today={today} />
      </p>
      {state === "notStarted" && waitsFor.length > 0 && <p className="quiet small">{say.waitsFor(waitsFor.map((one) => one.title))}</p>}
      {state === "practiceSubmitted" && isReviewer && (
        <div className="row">
          <ButtonLink to="/review/$staffId/$moduleId" params={{ staffId: person.id, moduleId }}>
            {say.review}
            <span className="visually-hidden"> {title}</span>
          </ButtonLink>
        </div>
      )}
      <Decisions assignment={assignment} person={person} today={today} />
      <div className="person-step-more">
        {hasEvidence && isReviewer && <EvidenceHistory staffId={person.id} moduleId={moduleId} today={today} />}
        <WhyThis assignment={assignment} person={person} today={today} canTakeBack={canAssign} />
      </div>
    </div>
  );
}

function DateLine({ assignment, today }: { assignment: AssignmentInForce; today: string }) {
  const { district } = useSession();
  const { completedAt, dueOn, isInGrace, state } = assignment;
  if (completedAt !== undefined) return say.done(localDateOf(completedAt, district.zone), today);
  const parts = [say.due(dueOn, today), say.stateLine(assignment)];
  return [...parts, ...(isInGrace && state !== "completed" ? [say.grace] : [])].join(" · ");
}
