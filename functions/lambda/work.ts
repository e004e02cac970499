import { rollUpCallReaction } from "../engagement/actions/call-roll-up.ts";
import type { Services } from "../platform/context.ts";
import { react } from "../platform/reaction.ts";
import { taskReaction } from "../platform/run-task.ts";
import type { TaskKind } from "../platform/task.ts";
import { servicesFrom } from "./services.ts";
import { lowest, type StreamHandler } from "./stream.ts";
import { taskKinds } from "./task-kinds.ts";

/**
 * Long work, one step after the other, and what is worked out at most so often. A second reader of the stream, so that it never stands in the way of what the
 * first one does with every change.
 */
export function workHandler(services: Services, kinds: readonly TaskKind[] = taskKinds): StreamHandler {
  const reactions = [taskReaction(services, kinds), rollUpCallReaction(services)];
  return async ({ Records }) => {
    const first = lowest(await react(services, reactions, Records));
    return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: first }] };
  };
}

let composed: StreamHandler | undefined;

/** The function as Lambda runs it. */
export const handler: StreamHandler = (event) => (composed ??= workHandler(servicesFrom(process.env)))(event);
