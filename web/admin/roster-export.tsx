import { useQuery } from "@tanstack/react-query";
import type { RosterExport as Finished } from "../../functions/roster/export-contract.ts";
import { ask, askFile, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { rosterWords } from "../strings/en-roster.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { TaskProgress } from "../ui/task-progress.tsx";
import { saveFile } from "./save-file.ts";

const { page: say } = rosterWords;

/** Takes the roster out as a file: it is made while one looks on or does something else, and then offered. */
export function RosterExport() {
  const asking = useSend({ send: (_: null, options) => ask(client.api.roster.exports.$post({}, options)) });
  const taskId = asking.result?.taskId;
  // The very task that its progress shows, which asks for it again until it has ended.
  const { data: task } = useQuery({
    queryKey: ["tasks", taskId],
    queryFn: () => ask(client.api.tasks[":taskId"].$get({ param: { taskId: taskId ?? "" } })),
    enabled: taskId !== undefined,
  });
  const isReady = task?.state === "done";
  return (
    <div className="stack">
      <p className="small">{say.exportLead}</p>
      {isReady && <Download taskId={task.id} file={task.outcome as Finished} />}
      {(taskId === undefined || isReady) && (
        <div className="row">
          <Button isBusy={asking.isSending} busyLabel={say.exportAsking} onClick={() => asking.send(null)}>
            {isReady ? say.exportAgain : say.exportStart}
          </Button>
        </div>
      )}
      {asking.error && <ProblemNotice error={asking.error} />}
      {taskId !== undefined && !isReady && <TaskProgress key={taskId} taskId={taskId} label={say.exportMaking} />}
    </div>
  );
}

function Download({ taskId, file }: { taskId: string; file: Finished }) {
  const fetching = useSend({
    send: async (_: null) => {
      const parts: Blob[] = [];
      for (let piece = 0; piece < file.pieces; piece++) {
        const param = { taskId, piece: String(piece) };
        parts.push(await askFile(client.api.roster.exports[":taskId"].pieces[":piece"].$get({ param })));
      }
      saveFile(new Blob(parts, { type: "application/zip" }), file.fileName);
    },
  });
  return (
    <div className="stack">
      <p role="status">{say.exportReady(file.people)}</p>
      <div className="row">
        <Button kind="primary" isBusy={fetching.isSending} busyLabel={say.exportFetching} onClick={() => fetching.send(null)}>
          {say.exportDownload(file.bytes)}
        </Button>
      </div>
      {fetching.error && <ProblemNotice error={fetching.error} />}
    </div>
  );
}
