import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ask, askFile, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { TaskProgress } from "../ui/task-progress.tsx";
import { saveFile } from "./save-file.ts";

type MadeFileProps<File> = {
  /** The task that makes it, once it was asked for. */
  taskId: string | undefined;
  /** What its progress is called. */
  making: string;
  /** The way to ask for it: shown before, and again once a file is ready. */
  children: (isReady: boolean) => ReactNode;
  /** The way to have it, once it is ready. */
  download: (taskId: string, file: File) => ReactNode;
};

/** A file that is made in the background: asked for, followed while one looks on or does something else, and then offered. */
export function MadeFile<File>({ taskId, making, children, download }: MadeFileProps<File>) {
  // The very task that its progress shows, which asks for it again until it has ended.
  const { data: task } = useQuery({
    queryKey: ["tasks", taskId],
    queryFn: () => ask(client.api.tasks[":taskId"].$get({ param: { taskId: taskId ?? "" } })),
    enabled: taskId !== undefined,
  });
  const isReady = task?.state === "done";
  return (
    <>
      {isReady && download(task.id, task.outcome as File)}
      {(taskId === undefined || isReady) && children(isReady)}
      {taskId !== undefined && !isReady && <TaskProgress key={taskId} taskId={taskId} label={making} />}
    </>
  );
}

type DownloadProps = {
  fileName: string;
  mediaType: string;
  pieces: number;
  /** Asks for one piece; joined in order they are the file. */
  piece: (number: string) => Parameters<typeof askFile>[0];
  ready: string;
  label: string;
  fetching: string;
};

/** Fetches a finished file piece by piece and hands it over as one. */
export function DownloadPieces({ fileName, mediaType, pieces, piece, ready, label, fetching: busyLabel }: DownloadProps) {
  const fetching = useSend({
    send: async (_: null) => {
      const parts: Blob[] = [];
      for (let number = 0; number < pieces; number++) parts.push(await askFile(piece(String(number))));
      saveFile(new Blob(parts, { type: mediaType }), fileName);
    },
  });
  return (
    <div className="stack">
      <p role="status">{ready}</p>
      <div className="row">
        <Button kind="primary" isBusy={fetching.isSending} busyLabel={busyLabel} onClick={() => fetching.send(null)}>
          {label}
        </Button>
      </div>
      {fetching.error && <ProblemNotice error={fetching.error} />}
    </div>
  );
}
