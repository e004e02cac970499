import { isDeepStrictEqual } from "node:util";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { attemptView, withAnswers } from "../check-rules.ts";
import type { AttemptView } from "../contract.ts";
import { readAnswers } from "../../curriculum/queries.ts";
import { readAttempt } from "../queries.ts";
import { attempts } from "../records.ts";

/**
 * Keeps answers of an open attempt as the person goes, so that a closed tab loses none: the latest answer to a question
 * replaces the one before. Once the attempt is submitted nothing is changed any more.
 */
export async function saveAnswers(
  ctx: Granted<"learning:write">,
  input: { staffId: string; moduleId: string; number: number; answers: Record<string, string> },
): Promise<AttemptView> {
  const bank = await readAnswers(ctx, input.moduleId);
  return retryOnConflict(async () => {
    const before = await readAttempt(ctx, input.staffId, input.moduleId, input.number);
    if (before.submittedAt !== undefined) return attemptView(before, bank);
    const after = { ...before, answers: withAnswers(before, input.answers) };
    const result = attemptView(after, bank);
    if (isDeepStrictEqual(before.answers, after.answers)) return result;
    return commit(ctx, {
      action: "attempt.answered",
      subject: `staff:${input.staffId}`,
      writes: [attempts.put(after)],
      after: { moduleId: input.moduleId, number: input.number, answered: Object.keys(after.answers).length },
      result,
    });
  });
}
