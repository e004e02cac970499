import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { CreditExport as Finished, CreditExportInput } from "../../functions/credit/contract.ts";
import { ApiProblem, ask, askFile, client } from "../app/api.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { creditWords } from "../strings/en-credit.ts";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { TaskProgress } from "../ui/task-progress.tsx";
import { saveFile } from "./save-file.ts";

const say = creditWords.admin;
const kinds = ["credits", "totals"] as const;

/** Takes everyone's credit of some years out as a table: it is made while one looks on or does something else. */
export function CreditExport() {
  const { today } = useSession();
  const [input, setInput] = useState<CreditExportInput>({ what: "credits", from: `${Number(today.slice(0, 4)) - 1}-07-01`, to: today });
  const asking = useSend({ send: (json: CreditExportInput, options) => ask(client.api.credit.exports.$post({ json }, options)) });
  const taskId = asking.result?.taskId;
  // The very task that its progress shows, which asks for it again until it has ended.
  const { data: task } = useQuery({
    queryKey: ["tasks", taskId],
    queryFn: () => ask(client.api.tasks[":taskId"].$get({ param: { taskId: taskId ?? "" } })),
    enabled: taskId !== undefined,
  });
  const isReady = task?.state === "done";
  const refusal = asking.error instanceof ApiProblem ? asking.error : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    asking.send(input);
  };
  return (
    <div className="stack">
      <p className="small">{say.exportLead}</p>
      {isReady && <Download taskId={task.id} file={task.outcome as Finished} />}
      {(taskId === undefined || isReady) && (
        <form className="stack" onSubmit={submit} noValidate>
          <SelectField
            label={say.exportWhat}
            value={input.what}
            onChange={({ target }) => setInput({ ...input, what: target.value as CreditExportInput["what"] })}
            options={kinds.map((value) => ({ value, label: say.what[value] }))}
          />
          <div className="row">
            {(["from", "to"] as const).map((end) => (
              <TextField
                key={end}
                label={say[end]}
                type="date"
                value={input[end]}
                onChange={({ target }) => setInput({ ...input, [end]: target.value })}
                error={refusal?.fieldMessage(end)}
              />
            ))}
          </div>
          {asking.error && <ProblemNotice error={asking.error} shownFields={["from", "to"]} />}
          <div className="row">
            <Button type="submit" isBusy={asking.isSending} busyLabel={say.asking}>
              {isReady ? say.again : say.start}
            </Button>
          </div>
        </form>
      )}
      {taskId !== undefined && !isReady && <TaskProgress key={taskId} taskId={taskId} label={say.making} />}
    </div>
  );
}

function Download({ taskId, file }: { taskId: string; file: Finished }) {
  const fetching = useSend({
    send: async (_: null) => {
      const parts: Blob[] = [];
      for (let piece = 0; piece < file.pieces; piece++) {
        const param = { taskId, piece: String(piece) };
        parts.push(await askFile(client.api.credit.exports[":taskId"].pieces[":piece"].$get({ param })));
      }
      saveFile(new Blob(parts, { type: "text/csv" }), file.fileName);
    },
  });
  return (
    <div className="stack">
      <p role="status">{say.ready(file.people, file.lines)}</p>
      <div className="row">
        <Button kind="primary" isBusy={fetching.isSending} busyLabel={say.fetching} onClick={() => fetching.send(null)}>
          {say.download}
        </Button>
      </div>
      {fetching.error && <ProblemNotice error={fetching.error} />}
    </div>
  );
}
