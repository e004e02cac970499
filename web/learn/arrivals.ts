import type { QueryClient } from "@tanstack/react-query";
import type { AttemptResult, EvidenceView, ModulePage } from "../../functions/learning/contract.ts";
import { study } from "../strings/en-study.ts";
import { toast } from "../app/announce.ts";
import { deviceStorage } from "../app/device-storage.ts";
import { draftKeyOf } from "../app/use-draft.ts";

/** A check that was handed in without a connection has its result: its page shows it, and whoever is elsewhere hears of it. */
export function showCheckArrived(queries: QueryClient, result: AttemptResult): void {
  const { moduleId, number, enrollment, percent, isPassed } = result;
  queries.setQueryData(["attempt", moduleId, number], { state: "submitted", result });
  queries.setQueryData<ModulePage>(["module", moduleId], (page) => page && { ...page, enrollment });
  toast(study.check.arrived(percent, isPassed));
}

/** Evidence that was handed in without a connection is with the coach: what the form kept for it goes. */
export function showPracticeArrived(queries: QueryClient, { moduleId }: EvidenceView, person: string): void {
  deviceStorage().removeItem(draftKeyOf(person, `practice.${moduleId}`));
  toast(study.practice.arrived);
  void queries.invalidateQueries({ queryKey: ["practice", moduleId] });
  void queries.invalidateQueries({ queryKey: ["module", moduleId] });
}
