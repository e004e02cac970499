import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { RefreshOutcome } from "../../functions/certification/refresh-contract.ts";
import { ask, client } from "../app/api.ts";
import { addDays } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { certificationWords } from "../strings/en-certifications.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Section } from "../ui/page.tsx";
import { Table } from "../ui/table.tsx";
import { TaskProgress } from "../ui/task-progress.tsx";

const say = certificationWords.refresh;
const refresh = client.api.certifications[":certificationId"].refresh;
/** So long they have unless someone decides otherwise. */
const usualDays = 60;

/** Asking those who hold a certificate for what has changed since: a look at whom it concerns first, then the asking, in the background. */
export function CertificationRefresh({ certificationId }: { certificationId: string }) {
  const { today } = useSession();
  const [dueOn, setDueOn] = useState(addDays(today, usualDays));
  const param = { certificationId };
  const look = useSend({
    send: (json: { dueOn: string }, options) => ask(refresh.preview.$post({ param, json }, options)),
    onDone: () => asking.reset(),
  });
  const asking = useSend({ send: (json: { dueOn: string }, options) => ask(refresh.$post({ param, json }, options)) });
  const error = asking.error ?? look.error;
  return (
    <Section title={say.title}>
      <p className="quiet">{say.lead}</p>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          look.send({ dueOn });
        }}
      >
        <TextField
          type="date"
          label={say.dueOn}
          hint={say.dueHint}
          min={addDays(today, 1)}
          value={dueOn}
          onChange={({ target }) => {
            setDueOn(target.value);
            look.reset();
            asking.reset();
          }}
        />
        <div className="row">
          <Button type="submit" isBusy={look.isSending} busyLabel={say.starting}>
            {say.look}
          </Button>
        </div>
      </form>
      {error && <ProblemNotice error={error} />}
      {look.result && !asking.result && (
        <Outcome key={look.result.taskId} taskId={look.result.taskId} label={say.looking}>
          {(found) => <Look found={found} isSending={asking.isSending} onAsk={() => asking.send({ dueOn })} />}
        </Outcome>
      )}
      {asking.result && (
        <Outcome key={asking.result.taskId} taskId={asking.result.taskId} label={say.asking}>
          {({ toAsk, failed }) => (
            <Notice kind={failed > 0 ? "warn" : "good"}>
              <p>{toAsk === 0 ? say.askedNone : say.asked(toAsk)}</p>
              {failed > 0 && <p>{say.failed(failed)}</p>}
            </Notice>
          )}
        </Outcome>
      )}
    </Section>
  );
}

/** Follows the work and, once it is through, shows what it found. */
function Outcome({ taskId, label, children }: { taskId: string; label: string; children: (found: RefreshOutcome) => ReactNode }) {
  const [isDone, setDone] = useState(false);
  const { data, error } = useQuery({
    queryKey: ["certification-refresh", taskId],
    queryFn: () => ask(client.api.certifications.refreshes[":taskId"].$get({ param: { taskId } })),
    enabled: isDone,
  });
  if (error) return <ProblemNotice error={error} />;
  if (data) return <div role="status">{children(data)}</div>;
  return <TaskProgress taskId={taskId} label={label} onEnd={({ state }) => setDone(state === "done")} />;
}

const reasons = ["upToDate", "asked", "exempt", "away", "leaving"] as const;

function Look({ found, isSending, onAsk }: { found: RefreshOutcome; isSending: boolean; onAsk: () => void }) {
  const { people, toAsk, leftOut, failed, mail } = found;
  const left = reasons.filter((reason) => leftOut[reason] > 0);
  return (
    <div className="stack">
      <p>
        <strong>{toAsk === 0 ? say.none : say.who(toAsk)}</strong>
      </p>
      {(left.length > 0 || failed > 0) && (
        <ul>
          {left.map((reason) => (
            <li key={reason}>{say.leftOut[reason](leftOut[reason])}</li>
          ))}
          {failed > 0 && <li>{say.failed(failed)}</li>}
        </ul>
      )}
      {people.length > 0 && (
        <Table
          caption={say.caption}
          rows={people}
          rowKey={({ staffId }) => staffId}
          columns={[
            { id: "name", header: say.name, isRowHeader: true, cell: ({ name }) => name },
            { id: "parts", header: say.parts, cell: ({ parts }) => parts.join(" · ") },
          ]}
        />
      )}
      {people.length < toAsk && <p className="quiet small">{say.more(people.length, toAsk)}</p>}
      {mail && (
        <details>
          <summary>{say.mail}</summary>
          <p>
            <strong>{mail.subject}</strong>
          </p>
          <p className="admin-mail">{mail.body}</p>
        </details>
      )}
      {toAsk > 0 && (
        <div className="row">
          <Button kind="primary" isBusy={isSending} busyLabel={say.starting} onClick={onAsk}>
            {say.ask(toAsk)}
          </Button>
        </div>
      )}
    </div>
  );
}
