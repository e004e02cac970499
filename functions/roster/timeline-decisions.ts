import * as z from "zod";
import { LocalDate } from "../platform/dates.ts";
import type { TimelineFact } from "./person-contract.ts";

type Row = { action: string; after?: unknown };

/** What is read of a decision in the audit. Why someone asks for more time is between them and who decides, and is not. */
const Decided = z.object({
  moduleId: z.string().optional(),
  target: z.object({ kind: z.string(), id: z.string() }).optional(),
  reason: z.string().optional(),
  learnedOn: LocalDate.optional(),
  wishedOn: LocalDate.optional(),
  dueOn: LocalDate.optional(),
});

const kinds = /^(extension|equivalency|waiver)\.|^assignment\.waived$/;

/** Whether a row tells of a decision about one person: a waiver, prior learning, more time. A waiver of old ended a line of the ledger. */
export const isDecision = ({ action, after }: Row): boolean => kinds.test(action) && !Array.isArray(after) && !isLine(after);

const isLine = (after: unknown): boolean => typeof after === "object" && after !== null && "origin" in after;

/** The facts of a decision about a person. */
export function decisionFacts({ action, after }: Row): TimelineFact[] {
  const { data } = Decided.safeParse(after);
  const target = data?.target ?? (data?.moduleId === undefined ? undefined : { kind: "module", id: data.moduleId });
  if (!data || !target) return [];
  const { reason, learnedOn, wishedOn, dueOn } = data;
  if (action.startsWith("equivalency.")) return [{ kind: "priorLearning", target, ...(learnedOn !== undefined && { on: learnedOn }) }];
  if (action === "extension.asked") return [{ kind: "moreTime", target, ...(wishedOn !== undefined && { on: wishedOn }) }];
  if (action.startsWith("extension.")) return [{ kind: "moreTime", target, ...(dueOn !== undefined && { on: dueOn }) }];
  return [{ kind: "waived", target, ...(reason !== undefined && { reason }) }];
}
