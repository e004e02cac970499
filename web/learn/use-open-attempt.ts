import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { AttemptView } from "../../functions/learning/contract.ts";
import { ApiProblem, ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { attemptAhead, showAttempt } from "./queries.ts";
import { firstOpenQuestion } from "./use-attempt.ts";

/** Opens the next attempt, or goes on with the open one, and shows its first question without an answer. */
export function useOpenAttempt(moduleId: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useSend({
    send: async (_: undefined, options): Promise<AttemptView> => {
      try {
        return await ask(client.api.modules[":moduleId"].attempts.$post({ param: { moduleId } }, options));
      } catch (error) {
        const ahead = error instanceof ApiProblem && error.isOffline ? attemptAhead(queries, moduleId) : undefined;
        if (ahead) return ahead;
        throw error;
      }
    },
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
