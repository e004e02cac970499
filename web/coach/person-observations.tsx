import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { ObservationCard } from "../learn/observation-card.tsx";
import { portfolioWords } from "../strings/en-portfolio.ts";
import { Button } from "../ui/button.tsx";
import { TextArea } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { personPortfolioQuery } from "./portfolio-queries.ts";

const say = portfolioWords.observed;

/** The observations of a person; whoever recorded one can take it back. */
export function PersonObservations({ staffId }: { staffId: string }) {
  const { staffId: ownId } = useSession();
  const { data, error, refetch } = useQuery(personPortfolioQuery(staffId));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={2} />;
  if (data.observations.length === 0) return <p className="quiet">{portfolioWords.observe.none}</p>;
  return (
    <ul className="portfolio-list">
      {data.observations.map((observation) => (
        <li key={observation.id}>
          <ObservationCard observation={observation}>
            {observation.observerId === ownId && !observation.takenBack && <TakeBack staffId={staffId} observationId={observation.id} />}
          </ObservationCard>
        </li>
      ))}
    </ul>
  );
}

function TakeBack({ staffId, observationId }: { staffId: string; observationId: string }) {
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string>();
  const { send, isSending, error } = useSend({
    send: (json: { reason: string }, options) =>
      ask(
        client.api.staff[":staffId"].observations[":observationId"]["taking-back"].$post(
          { param: { staffId, observationId }, json },
          options,
        ),
      ),
    refreshes: [["person", staffId]],
    onDone: () => toast(say.takeBackDone),
  });
  const takeBack = () => {
    const isShort = reason.trim().length < 10;
    setProblem(isShort ? say.reasonNeeded : undefined);
    if (!isShort) send({ reason: reason.trim() });
  };
  return (
    <details>
      <summary>{say.takeBack}</summary>
      <div className="portfolio-form">
        <TextArea
          label={say.takeBackReason}
          hint={say.takeBackHint}
          rows={2}
          maxLength={2_000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          error={problem}
        />
        {error && <ProblemNotice error={error} />}
        <div className="row">
          <Button isBusy={isSending} busyLabel={portfolioWords.piece.sending} onClick={takeBack}>
            {say.takeBack}
          </Button>
        </div>
      </div>
    </details>
  );
}
