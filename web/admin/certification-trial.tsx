import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DefinitionChoices } from "../../functions/certification/definition-contract.ts";
import type { DefinitionTrial } from "../../functions/certification/trial-contract.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { certificationWords } from "../strings/en-certifications.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { TaskProgress } from "../ui/task-progress.tsx";

const say = certificationWords.trial;
const trialOf = client.api.certifications[":certificationId"].trial;

/** Who would be ready for it, and who not any more, with what stands in the form now; saves nothing. */
export function CertificationTrial({
  certificationId,
  choices,
  isWhole,
}: {
  certificationId: string;
  choices: DefinitionChoices;
  isWhole: boolean;
}) {
  const { send, isSending, error, result } = useSend({
    send: (json: { choices: DefinitionChoices }, options) => ask(trialOf.$post({ param: { certificationId }, json }, options)),
  });
  return (
    <div className="stack">
      <div className="row">
        <Button isBusy={isSending} busyLabel={say.starting} disabled={!isWhole} onClick={() => send({ choices })}>
          {say.look}
        </Button>
      </div>
      {error && <ProblemNotice error={error} />}
      {result && <Found key={result.taskId} taskId={result.taskId} />}
    </div>
  );
}

function Found({ taskId }: { taskId: string }) {
  const [isDone, setDone] = useState(false);
  const { data, error } = useQuery({
    queryKey: ["certification-trial", taskId],
    queryFn: () => ask(client.api.certifications.trials[":taskId"].$get({ param: { taskId } })),
    enabled: isDone,
  });
  if (error) return <ProblemNotice error={error} />;
  if (!data) return <TaskProgress taskId={taskId} label={say.looking} onEnd={({ state }) => setDone(state === "done")} />;
  const { added, removed, failed } = data;
  return (
    <div role="status">
      {added.total + removed.total === 0 && <p>{say.nobody}</p>}
      <Group group={added} words={say.added} />
      <Group group={removed} words={say.removed} />
      {failed > 0 && <p>{certificationWords.refresh.failed(failed)}</p>}
    </div>
  );
}

function Group({ group: { total, people }, words }: { group: DefinitionTrial["added"]; words: (total: number) => string }) {
  if (total === 0) return null;
  return (
    <>
      <p>
        <strong>{words(total)}</strong>
      </p>
      <ul>
        {people.map(({ staffId, name }) => (
          <li key={staffId}>{name}</li>
        ))}
      </ul>
      {people.length < total && <p className="quiet small">{certificationWords.refresh.more(people.length, total)}</p>}
    </>
  );
}
