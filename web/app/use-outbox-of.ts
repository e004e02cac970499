import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { AttemptPage, AttemptResult, EnrollmentView, EvidenceView, ModulePage } from "../../functions/learning/contract.ts";
import type { SessionView } from "../../functions/roster/contract.ts";
import { t } from "../strings/en.ts";
import { announce } from "./announce.ts";
import type { Arrived } from "./outbox-senders.ts";
import { startOutbox, useOutbox } from "./outbox.ts";
import { personKey } from "./use-draft.ts";
import { senders } from "./outbox-senders.ts";

/** Keeps the signed-in person's outbox open while they are here, and pages fresh as it empties. */
export function useOutboxOf(session: SessionView): void {
  const queries = useQueryClient();
  const person = personKey(session);
  useEffect(
    () =>
      startOutbox(person, senders, (entry, answer) => {
        // The page holds what the server held before: without this an answer would look lost the moment it has arrived.
        if (entry.kind === "answer") {
          const { moduleId, attempt, itemId, choiceId } = entry.input;
          queries.setQueryData<AttemptPage>(["attempt", moduleId, attempt], (page) =>
            page?.state === "open"
              ? { ...page, attempt: { ...page.attempt, answers: { ...page.attempt.answers, [itemId]: choiceId } } }
              : page,
          );
          return;
        }
        if (entry.kind === "check") {
          const { answer: result, arrivals } = answer as Arrived<AttemptResult>;
          arrivals.showCheckArrived(queries, result);
        } else if (entry.kind === "practice") {
          const { answer: evidence, arrivals } = answer as Arrived<EvidenceView>;
          arrivals.showPracticeArrived(queries, evidence, person);
        } else {
          const enrollment = answer as EnrollmentView;
          queries.setQueryData<ModulePage>(["module", entry.input.moduleId], (page) => page && { ...page, enrollment });
        }
        void queries.invalidateQueries({ queryKey: ["path"] });
      }),
    [person, queries],
  );
  useSpokenState();
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
