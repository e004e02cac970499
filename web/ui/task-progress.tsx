import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { TaskView } from "../../functions/platform/contract.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { taskWords } from "../strings/en-task.ts";
import { Button } from "./button.tsx";
import { Notice, ProblemNotice } from "./notice.tsx";
import { ProgressBar } from "./progress.tsx";
import "./task-progress.css";

const everyMs = 1_000;

const isOpenTask = ({ state }: Pick<TaskView, "state">): boolean => state === "waiting" || state === "running";

/** Long work, asked for again each second until it has ended. */
const taskQuery = (taskId: string) =>
  queryOptions({
    queryKey: ["tasks", taskId],
    queryFn: () => ask(client.api.tasks[":taskId"].$get({ param: { taskId } })),
    refetchInterval: ({ state: { data } }) => (data && !isOpenTask(data) ? false : everyMs),
  });

/**
 * How far long work has come, how fast it goes and how long it will take, with a way to stop it and to let it go on.
 * `onEnd` is called once, when it has ended: also where that was so before the page first looked.
 */
export function TaskProgress({ taskId, label, onEnd }: { taskId: string; label: string; onEnd?: (task: TaskView) => void }) {
  const { data: task, error, refetch } = useQuery(taskQuery(taskId));
  const isTold = useRef(false);
  useEffect(() => {
    if (!task) return;
    if (!isOpenTask(task) && !isTold.current) onEnd?.(task);
    isTold.current = !isOpenTask(task);
  }, [task, onEnd]);
  const stopping = useSend({
    send: (_: null, options) => ask(client.api.tasks[":taskId"].stop.$post({ param: { taskId } }, options)),
    refreshes: [["tasks", taskId]],
  });
  const resuming = useSend({
    send: (_: null, options) => ask(client.api.tasks[":taskId"].resume.$post({ param: { taskId } }, options)),
    refreshes: [["tasks", taskId]],
  });
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  const trouble = stopping.error ?? resuming.error;
  return (
    <div className="task-progress">
      {(!task || isOpenTask(task)) && (
        <>
          <ProgressBar label={label} value={task?.done ?? 0} max={task?.total ?? 0} text={progressText(task)} />
          <div className="row">
            <p className="small">{taskWords.mayLeave}</p>
            {task && (
              <Button kind="quiet" isBusy={stopping.isSending} busyLabel={taskWords.stopping} onClick={() => stopping.send(null)}>
                {taskWords.stop}
              </Button>
            )}
          </div>
        </>
      )}
      {task && (task.state === "failed" || task.state === "stopped") && (
        <Notice kind="warn" isAlert>
          <p>{task.failure ?? taskWords.stopped}</p>
          <div className="row">
            <Button isBusy={resuming.isSending} busyLabel={taskWords.resuming} onClick={() => resuming.send(null)}>
              {taskWords.resume}
            </Button>
          </div>
        </Notice>
      )}
      {trouble && <ProblemNotice error={trouble} />}
    </div>
  );
}

function progressText(task: TaskView | undefined): string {
  if (!task || task.total === 0) return taskWords.waiting;
  const { done, total, perSecond = 0 } = task;
  const speed = perSecond > 0 ? [taskWords.rate(Math.round(perSecond)), taskWords.left((total - done) / perSecond)] : [];
  return [taskWords.of(done, total), ...speed].join(" · ");
}
