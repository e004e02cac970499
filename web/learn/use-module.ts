import { useSuspenseQuery } from "@tanstack/react-query";
import type { ModulePage } from "../../functions/learning/contract.ts";
import { useOutbox } from "../app/outbox.ts";
import { withKeptLessons } from "./next-step.ts";
import { moduleQuery } from "./queries.ts";

/** A module as the person left it on this device: what still waits to be sent counts as done, and is named in `kept`. */
export function useModule(moduleId: string): ModulePage & { kept: ReadonlySet<string> } {
  const { data } = useSuspenseQuery(moduleQuery(moduleId));
  const { entries } = useOutbox();
  const kept = new Set(
    entries.flatMap((entry) => (entry.kind === "lesson" && entry.input.moduleId === moduleId ? [entry.input.lessonId] : [])),
  );
  return { ...withKeptLessons(data, kept), kept };
}
