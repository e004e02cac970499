import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { EnrollmentView, ModulePage } from "../../functions/learning/contract.ts";
import type { SessionView } from "../../functions/roster/contract.ts";
import { t } from "../strings/en.ts";
import { announce } from "./announce.ts";
import { startOutbox, useOutbox } from "./outbox.ts";
import { senders } from "./outbox-senders.ts";

/** Keeps the signed-in person's outbox open while they are here, and pages fresh as it empties. */
export function useOutboxOf({ staffId, district }: SessionView): void {
  const queries = useQueryClient();
  const person = `${district.id}.${staffId}`;
  useEffect(
    () =>
      startOutbox(person, senders, ({ kind, input }, answer) => {
        if (kind === "answer") return;
        queries.setQueryData<ModulePage>(["module", input.moduleId], (page) => page && { ...page, enrollment: answer as EnrollmentView });
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
