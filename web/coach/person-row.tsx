import { Link } from "@tanstack/react-router";
import type { CaseloadPage } from "../../functions/engagement/people-contract.ts";
import { list, t } from "../strings/en.ts";
import { coach } from "../strings/en-coach.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";

export type CaseloadPerson = CaseloadPage["people"][number];

const tones: Record<CaseloadPerson["need"], Tone> = {
  review: "wait",
  overdue: "now",
  stalled: "now",
  dueSoon: "neutral",
  onTrack: "good",
  onLeave: "neutral",
};

/** One person of a caseload: who, why they are here in words, and what one can do about it. */
export function PersonRow({ person, isNeedShown, onRemind }: { person: CaseloadPerson; isNeedShown: boolean; onRemind: () => void }) {
  return (
    <li className="coach-person">
      <div className="coach-person-who">
        <Link to="/people/$staffId" params={{ staffId: person.id }} className="coach-person-name">
          {person.name}
        </Link>
        <p className="quiet small">
          {list(person.roles.map((role) => t.jobRoles[role]))} · {list(person.schoolNames)}
        </p>
      </div>
      <div className="coach-person-why">
        {isNeedShown && <Badge tone={tones[person.need]}>{coach.needs[person.need]}</Badge>}
        <p>{person.why}</p>
      </div>
      {!person.isOnLeave && person.need !== "review" && (
        <div className="coach-person-actions">
          <Button kind="quiet" onClick={onRemind}>
            {coach.caseload.remind}
            <span className="visually-hidden"> {coach.caseload.remindOf(person.name)}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
