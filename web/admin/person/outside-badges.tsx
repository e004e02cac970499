import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AddOutsideBadge } from "../../learn/add-outside-badge.tsx";
import { OutsideBadge } from "../../learn/outside-badge.tsx";
import { outsideBadgesQuery } from "../../learn/outside-queries.ts";
import { outsideBadgeWords as say } from "../../strings/en-outside-badges.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { CheckAgain } from "../check-again.tsx";
import { TakeBackBadge } from "./take-back-badge.tsx";

/** The badges of other issuers on a person's record, with adding one and looking at each again. */
export function OutsideBadgesOfPerson({ staffId, name }: { staffId: string; name: string }) {
  const { data, error, refetch } = useQuery(outsideBadgesQuery(staffId));
  const [isAdding, setAdding] = useState(false);
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={2} />;
  return (
    <div className="stack">
      {data.badges.length === 0 && <p className="quiet">{say.theirsNone}</p>}
      {data.badges.map((badge) => (
        <OutsideBadge key={badge.id} badge={badge}>
          <div className="row">
            <CheckAgain badge={badge} />
            {badge.state === "accepted" && <TakeBackBadge badge={badge} />}
            {badge.state === "waiting" && <ButtonLink to="/admin/badges">{say.queue.title}</ButtonLink>}
          </div>
        </OutsideBadge>
      ))}
      <div className="row">
        <Button onClick={() => setAdding(true)}>{say.add}</Button>
      </div>
      {isAdding && <AddOutsideBadge person={{ staffId, name }} onClose={() => setAdding(false)} />}
    </div>
  );
}
