import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { AttemptPage, AttemptView } from "../../functions/learning/contract.ts";
import { keep, useOutbox } from "../app/outbox.ts";
import { attemptQuery } from "./queries.ts";

/** An attempt with the answers that are only on this device yet, and the way to answer. `kept` counts those. */
export function useAttempt(
  moduleId: string,
  number: number,
): { page: AttemptPage; kept: number; answer: (itemId: string, choiceId: string) => void } {
  const queries = useQueryClient();
  const { entries } = useOutbox();
  const query = attemptQuery(moduleId, number);
  const { data } = useSuspenseQuery(query);
  const kept = Object.fromEntries(
    entries.flatMap(({ kind, input }) =>
      kind === "answer" && input.moduleId === moduleId && input.attempt === number ? [[input.itemId, input.choiceId]] : [],
    ),
  );
  const page: AttemptPage =
    data.state === "open" ? { ...data, attempt: { ...data.attempt, answers: { ...data.attempt.answers, ...kept } } } : data;
  const answer = (itemId: string, choiceId: string) => {
    queries.setQueryData(query.queryKey, (before) =>
      before?.state === "open"
        ? { ...before, attempt: { ...before.attempt, answers: { ...before.attempt.answers, [itemId]: choiceId } } }
        : before,
    );
    keep({
      kind: "answer",
      slot: `answer ${moduleId} ${number} ${itemId}`,
      keep: "last",
      input: { moduleId, attempt: number, itemId, choiceId },
    });
  };
  return { page, kept: Object.keys(kept).length, answer };
}

/** The number of the first question without an answer, from 1; "review" when all have one. */
export function firstOpenQuestion({ items, answers }: AttemptView): number | "review" {
  const index = items.findIndex(({ id }) => answers[id] === undefined);
  return index === -1 ? "review" : index + 1;
}
