import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { AttemptResult, EnrollmentView, ModulePage } from "../../functions/learning/contract.ts";
import type { SessionView } from "../../functions/roster/contract.ts";
import { t } from "../strings/en.ts";
import { announce, toast } from "./announce.ts";
import { deviceStorage } from "./device-storage.ts";
import { startOutbox, useOutbox } from "./outbox.ts";
import { draftKeyOf, personKey } from "./use-draft.ts";
import { senders } from "./outbox-senders.ts";

/** Keeps the signed-in person's outbox open while they are here, and pages fresh as it empties. */
export function useOutboxOf(session: SessionView): void {
  const queries = useQueryClient();
  const person = personKey(session);
  useEffect(
    () =>
      startOutbox(person, senders, (entry, answer) => {
        const { moduleId } = entry.input;
        if (entry.kind === "answer") return;
        if (entry.kind === "check") arrived(queries, moduleId, answer as AttemptResult);
        else if (entry.kind === "practice") {
          deviceStorage().removeItem(draftKeyOf(person, `practice.${moduleId}`));
          toast(t.saving.practiceArrived);
          void queries.invalidateQueries({ queryKey: ["practice", moduleId] });
          void queries.invalidateQueries({ queryKey: ["module", moduleId] });
        } else {
          const enrollment = answer as EnrollmentView;
          queries.setQueryData<ModulePage>(["module", moduleId], (page) => page && { ...page, enrollment });
        }
        void queries.invalidateQueries({ queryKey: ["path"] });
      }),
    [person, queries],
  );
  useSpokenState();
}

/** A check that was handed in without a connection has its result now: its page shows it, and whoever is elsewhere hears of it. */
function arrived(queries: QueryClient, moduleId: string, result: AttemptResult): void {
  queries.setQueryData(["attempt", moduleId, result.number], { state: "submitted", result });
  queries.setQueryData<ModulePage>(["module", moduleId], (page) => page && { ...page, enrollment: result.enrollment });
  toast(t.saving.checkArrived(result.percent, result.isPassed));
}

/** Says when something is kept on the device only, and when it has arrived after all. */
function useSpokenState(): void {
  const { trouble, waiting } = useOutbox();
  const isKept = trouble !== undefined && waiting > 0;
  useEffect(() => {
    if (!isKept) return;
    announce(trouble === "signedOut" ? t.saving.waitingSignIn : t.saving.waiting(waiting));
    return () => announce(t.saving.saved);
    // The count may grow while nothing gets through; it is said once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isKept]);
}
