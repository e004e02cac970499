import { useSuspenseQuery } from "@tanstack/react-query";
import type { ModulePage } from "../../functions/learning/contract.ts";
import { keptLessons, useOutbox } from "../app/outbox.ts";
import { withKeptLessons } from "./next-step.ts";
import { moduleQuery } from "./queries.ts";

/** A module as the person left it on this device: what still waits to be sent counts as done, and is named in `kept`. */
export function useModule(moduleId: string): ModulePage & { kept: ReadonlySet<string> } {
  const { data } = useSuspenseQuery(moduleQuery(moduleId));
  const kept = keptLessons(moduleId, useOutbox());
  return { ...withKeptLessons(data, kept), kept };
}
