import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { RetentionPage as Retention } from "../../functions/retention/contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { upkeep } from "../strings/en-upkeep.ts";
import { Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { TaskProgress } from "../ui/task-progress.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { retentionQuery } from "./upkeep-queries.ts";

const say = upkeep.retention;

/** How long evidence is kept: what holds, and another choice with what it would empty, counted before anything goes. */
export function RetentionPage() {
  const { data } = useSuspenseQuery(retentionQuery);
  const { today } = useSession();
  const { next, savedByName, savedOn } = data;
  return (
    <Page title={say.title} lead={say.lead}>
      <AdminNavigation />
      <Notice kind="info" title={next ? say.next(next.on, today) : say.nothing}>
        {next && <p>{say.upTo(next.upTo, today)}</p>}
        {savedByName !== undefined && savedOn !== undefined && <p className="quiet small">{say.savedBy(savedByName, savedOn, today)}</p>}
      </Notice>
      <Section title={say.choose}>
        <RetentionForm key={data.version} data={data} />
      </Section>
      <Section title={say.what}>
        <ul>
          {say.parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

function RetentionForm({ data }: { data: Retention }) {
  const { today } = useSession();
  const [value, setValue] = useState(String(data.schoolYears ?? ""));
  const chosen = data.upTo.find(({ schoolYears }) => String(schoolYears) === value);
  const { send, isSending, error } = useSend({
    send: (json: Parameters<typeof client.api.retention.$put>[0]["json"], options) => ask(client.api.retention.$put({ json }, options)),
    refreshes: [["retention"]],
    onDone: ({ next }) => toast(next ? say.saved(next.on, today) : say.savedNothing),
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send({ version: data.version, ...(chosen && { schoolYears: chosen.schoolYears }) });
      }}
    >
      <RadioGroup
        legend={say.how}
        value={value}
        onChange={setValue}
        options={[
          ...data.upTo.map(({ schoolYears, day }) => ({
            value: String(schoolYears),
            label: say.years(schoolYears),
            hint: say.over(day, today),
          })),
          { value: "", label: say.everything, hint: say.everythingHint },
        ]}
      />
      {chosen && <Trial key={value} schoolYears={chosen.schoolYears} />}
      {error && <ProblemNotice error={error} />}
      <div className="row">
        <Button type="submit" kind="primary" isBusy={isSending} busyLabel={say.saving} disabled={value === String(data.schoolYears ?? "")}>
          {say.save}
        </Button>
      </div>
    </form>
  );
}

/** What a choice would empty today, counted in the background; empties nothing. */
function Trial({ schoolYears }: { schoolYears: Retention["upTo"][number]["schoolYears"] }) {
  const { send, isSending, error, result } = useSend({
    send: (json: { schoolYears: typeof schoolYears }, options) => ask(client.api.retention.trials.$post({ json }, options)),
  });
  return (
    <div className="stack">
      <div className="row">
        <Button isBusy={isSending} busyLabel={say.starting} onClick={() => send({ schoolYears })}>
          {say.count}
        </Button>
      </div>
      {error && <ProblemNotice error={error} />}
      {result && <Counted key={result.taskId} taskId={result.taskId} />}
    </div>
  );
}

function Counted({ taskId }: { taskId: string }) {
  const [isDone, setDone] = useState(false);
  const { data, error } = useQuery({
    queryKey: ["retention-trial", taskId],
    queryFn: () => ask(client.api.retention.trials[":taskId"].$get({ param: { taskId } })),
    enabled: isDone,
  });
  if (error) return <ProblemNotice error={error} />;
  if (!data) return <TaskProgress taskId={taskId} label={say.counting} onEnd={({ state }) => setDone(state === "done")} />;
  return (
    <div role="status">
      <p>{data.people === 0 ? say.none : say.counted(data.evidence, data.pieces, data.files, data.people)}</p>
      {data.failed > 0 && <p>{say.failed(data.failed)}</p>}
    </div>
  );
}
