import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { showAttempt } from "./queries.ts";
import { firstOpenQuestion } from "./use-attempt.ts";

/** Opens the next attempt, or goes on with the open one, and shows its first question without an answer. */
export function useOpenAttempt(moduleId: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useSend({
    send: (_: undefined, options) => ask(client.api.modules[":moduleId"].attempts.$post({ param: { moduleId } }, options)),
    refreshes: [["module", moduleId], ["path"]],
    onDone: (attempt) => {
      showAttempt(queries, moduleId, attempt.number, { state: "open", attempt });
      void navigate({
        to: "/learn/$moduleId/check",
        params: { moduleId },
        search: { attempt: attempt.number, at: firstOpenQuestion(attempt) },
      });
    },
  });
}
