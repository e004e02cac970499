import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { forParts } from "../../platform/idempotency.ts";
import { idFrom } from "../../platform/ids.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { GuardFailed } from "../../platform/table.ts";
import { findAudience } from "../audience.ts";
import { assigner } from "../assigner.ts";
import type { AssignRequest, AssignResult } from "../contract.ts";
import { manualSource, manualSourceId } from "../manual-rules.ts";
import { sources } from "../records.ts";
import { requireAssignable } from "../requirements.ts";

const width = 16;

/**
 * Assigns a path or a module to everyone of an audience within the actor's reach: a ledger line each, in a transaction
 * each. The lines' ids follow from the request's key, so a request that is sent again finishes what the first one began.
 */
export async function assign(ctx: Granted<"assignment:write">, request: AssignRequest): Promise<AssignResult> {
  await requireAssignable(ctx, request);
  const { people, leftOut } = await findAudience(ctx, request.audience);
  if (people.length === 0)
    throw new AppError(
      "invalid-input",
      leftOut.length === 0
        ? "Nobody within your reach is in this group today, so nothing was assigned. Choose other people, schools or roles."
        : "Everyone in this group is away or no longer works here, so nothing was assigned. Choose other people.",
    );
  const by = assigner(ctx);
  const assignmentId = ctx.idempotency ? idFrom("asg", by.staffId, ctx.idempotency.key) : ctx.newId("asg");
  const part = forParts(ctx);
  await sideBySide(people, width, async ({ id: staffId }) => {
    const line = manualSource(request, { assignmentId, staffId, by, today: ctx.today, at: ctx.now.toISOString() });
    try {
      await commit(part, {
        action: "assignment.made",
        subject: `staff:${staffId}`,
        writes: [sources.put({ ...line, version: 0 })],
        after: line,
        result: null,
      });
    } catch (error) {
      // An earlier try of this request has been here; its line stands.
      if (!(error instanceof GuardFailed)) throw error;
    }
  });
  const { audience, target, due } = request;
  return commit(ctx, {
    action: "assignment.completed",
    subject: `assignment:${assignmentId}`,
    writes: [],
    after: { audience, target, due, assigned: people.length, leftOut: leftOut.length },
    result: { assignmentId, sourceId: manualSourceId(assignmentId), assigned: people.length },
  });
}
