import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ModulePage } from "../../functions/learning/contract.ts";
import { ask, client } from "../app/api.ts";
import { attemptAhead, practiceQuery, showAttempt } from "./queries.ts";

/**
 * Brings what comes after the lessons onto the device while there is a connection: the check's questions, without keys,
 * and what was sent for the practice. Opening an attempt is harmless: it is the same one when the check begins.
 */
export function useCheckAhead({ module, enrollment }: ModulePage): void {
  const queries = useQueryClient();
  const isWanted = enrollment.check.passedAt === undefined;
  useEffect(() => {
    void queries.prefetchQuery({ ...practiceQuery(module.id), staleTime: 60_000 });
    if (!isWanted || attemptAhead(queries, module.id)) return;
    ask(client.api.modules[":moduleId"].attempts.$post({ param: { moduleId: module.id } })).then(
      (attempt) => showAttempt(queries, module.id, attempt.number, { state: "open", attempt }),
      // Without it the check asks for a connection when it begins, and says so.
      () => {},
    );
  }, [queries, module.id, isWanted]);
}
