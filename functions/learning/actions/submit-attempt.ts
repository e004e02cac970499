import { commit, retryOnConflict } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { isWhole, requireAllAnswered, scorePercent, withAnswers } from "../check-rules.ts";
import type { AttemptResult } from "../contract.ts";
import { readAnswers, readModule } from "../../curriculum/queries.ts";
import { readAttempt, readEnrollment } from "../queries.ts";
import { attemptResult } from "../read-attempt.ts";
import { attempts, enrollments } from "../records.ts";
import { newEnrollment, withAttempt } from "../rules.ts";

/**
 * Submits and scores an attempt, once: every drawn question must have an answer, and a second submission answers what
 * the first did. A pass below the bar does not exist; an earlier pass is kept whatever follows.
 */
export async function submitAttempt(
  ctx: Granted<"learning:write">,
  input: { staffId: string; moduleId: string; number: number; answers: Record<string, string> },
): Promise<AttemptResult> {
  const { staffId, moduleId, number } = input;
  const module = await readModule(ctx, moduleId);
  const bank = await readAnswers(ctx, moduleId);
  const at = ctx.now.toISOString();
  return retryOnConflict(async () => {
    const open = await readAttempt(ctx, staffId, moduleId, number);
    const before = await readEnrollment(ctx, staffId, moduleId);
    if (open.submittedAt !== undefined) return attemptResult(open, module, bank, before);
    if (!open.drawn.every((one) => isWhole(bank, one)))
      throw new AppError(
        "not-ready",
        "Some questions were updated while you answered. Open the check again: the answers that still fit are kept.",
      );
    const answers = withAnswers(open, input.answers);
    requireAllAnswered(open, answers);
    const percent = scorePercent(open.drawn, answers, bank);
    const submitted = { ...open, answers, submittedAt: at, percent };
    const start = before ?? { ...newEnrollment(staffId, module, open.startedAt), version: 0 };
    const itemIds = open.drawn.map(({ itemId }) => itemId);
    const after = { ...withAttempt(start, module, { percent, itemIds, at }), version: start.version };
    return commit(ctx, {
      action: "attempt.submitted",
      subject: `staff:${staffId}`,
      writes: [attempts.put(submitted), enrollments.put(after)],
      after: { moduleId, number, percent },
      result: attemptResult(submitted, module, bank, after),
    });
  });
}
