import { commit } from "../../platform/commit.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { PathPage } from "../contract.ts";
import { assignmentsFrom, pathFrom } from "../queries.ts";
import { sources } from "../records.ts";

/**
 * Takes one line of a person's ledger back and returns their path as it is then. What was learned because of it stays,
 * and so does the line, ended. What a rule gave is not taken back but waived. Twice changes nothing.
 */
export async function endAssignment(ctx: Granted<"assignment:write">, input: { staffId: string; sourceId: string }): Promise<PathPage> {
  const items = await ctx.table.collection(`U#${input.staffId}`);
  const ledger = assignmentsFrom(items);
  const before = ledger.find(({ id }) => id === input.sourceId);
  if (!before) throw notFound("assignment");
  const { origin } = before;
  if (origin.kind === "rule")
    throw new AppError(
      "not-ready",
      `This comes from your district's rule "${origin.ruleName}". It cannot be taken back from one person; exempt them instead, with a reason.`,
    );
  if (before.endedBy === "person") return pathFrom(ctx, items);
  const endReason = `Taken back by ${ctx.actor.kind === "person" ? ctx.actor.name : "your district"}.`;
  const after = { ...before, endedOn: before.endedOn ?? ctx.today, endedBy: "person" as const, endReason };
  return commit(ctx, {
    action: "assignment.ended",
    subject: `staff:${input.staffId}`,
    writes: [sources.put(after)],
    before,
    after,
    result: await pathFrom(ctx, items, { sources: ledger.map((line) => (line.id === after.id ? after : line)) }),
  });
}
