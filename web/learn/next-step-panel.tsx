import type { AssignmentInForce, PathPage } from "../../functions/assignment/contract.ts";
import { learn } from "../strings/en-learn.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { WhyMe } from "./why-me.tsx";

const { myPath, why } = learn;

/** The one obvious next step: what, by when, how long, why me, and the button that goes there. */
export function NextStepPanel({ path }: { path: PathPage }) {
  const { next, today, assignments } = path;
  if (next) return <Next next={next} today={today} />;
  const isWaiting = assignments.some(({ state }) => state !== "completed");
  return (
    <section className="learn-next" aria-labelledby="learn-next-title">
      <h2 className="learn-next-title" id="learn-next-title">
        {isWaiting ? myPath.withCoachTitle : myPath.allDoneTitle}
      </h2>
      <p className="learn-next-why">{isWaiting ? myPath.withCoach : myPath.allDone}</p>
      <div className="row">
        <ButtonLink kind="sun" to="/certificates">
          {myPath.seeCertificates}
        </ButtonLink>
      </div>
    </section>
  );
}

function Next({ next, today }: { next: AssignmentInForce; today: string }) {
  const reason = next.reasons[0];
  return (
    <section className="learn-next" aria-label={`${myPath.nextStep}: ${next.title}`}>
      <p className="learn-next-label">{myPath.nextStep}</p>
      <h2 className="learn-next-title">{next.title}</h2>
      <ul className="learn-next-facts">
        <li>
          <Icon name="calendar" />
          {myPath.due(next.dueOn, today)}
        </li>
        <li>
          <Icon name="clock" />
          {next.state === "notStarted" ? myPath.timeLeft(next.minutesLeft) : myPath.timeLeftStarted(next.minutesLeft)}
        </li>
        {reason && (
          <li>
            <Icon name="person" />
            {why.short(reason)}
          </li>
        )}
      </ul>
      {next.isInGrace ? (
        <p className="learn-next-why">{myPath.inGrace}</p>
      ) : (
        next.isOverdue && <p className="learn-next-why">{myPath.overdue}</p>
      )}
      <div className="row">
        <ButtonLink kind="sun" to="/learn/$moduleId/next" params={{ moduleId: next.moduleId }}>
          {myPath.action(next)}
        </ButtonLink>
      </div>
      <WhyMe assignment={next} today={today} />
    </section>
  );
}
