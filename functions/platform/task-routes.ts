import * as z from "zod";
import { route } from "./route.ts";
import { listTasks, readTask, resumeTask, stopTask, taskView } from "./task.ts";
import { TaskView } from "./contract.ts";

const ofTask = z.object({ taskId: z.string() });
const district = () => ({ kind: "district" }) as const;

/** What a person sees and does about long work, whatever its kind. */
export const taskRoutes = [
  route({
    method: "get",
    path: "/api/tasks",
    summary: "List the latest long work in the background",
    permission: "task:read",
    subject: district,
    response: z.array(TaskView),
    run: (ctx) => listTasks(ctx),
  }),
  route({
    method: "get",
    path: "/api/tasks/{taskId}",
    summary: "Show how far long work has come",
    permission: "task:read",
    subject: district,
    params: ofTask,
    response: TaskView,
    run: async (ctx, { params }) => taskView(await readTask(ctx, params.taskId)),
  }),
  route({
    method: "post",
    path: "/api/tasks/{taskId}/stop",
    summary: "Stop long work after the step it is in",
    permission: "task:write",
    subject: district,
    params: ofTask,
    response: TaskView,
    run: (ctx, { params }) => stopTask(ctx, params.taskId),
  }),
  route({
    method: "post",
    path: "/api/tasks/{taskId}/resume",
    summary: "Go on with long work that failed or was stopped",
    permission: "task:write",
    subject: district,
    params: ofTask,
    response: TaskView,
    run: (ctx, { params }) => resumeTask(ctx, params.taskId),
  }),
] as const;
