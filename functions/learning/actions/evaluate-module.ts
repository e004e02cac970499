import { isDeepStrictEqual } from "node:util";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { readModule } from "../../curriculum/queries.ts";
import type { EvaluationAnswers, EvaluationKept } from "../evaluation-contract.ts";
import { changeableUntil, givenOn } from "../evaluation-rules.ts";
import { readEnrollment, readEvaluation } from "../queries.ts";
import { moduleEvaluations } from "../records.ts";
import { enrollmentView } from "../rules.ts";

/**
 * Keeps what the signed-in person says of a module they completed; before, it is `not-ready`. It can be said otherwise until it is counted,
 * and stays where it is in time. What was said stands in its row alone: no audit row and no answer repeats it.
 */
export async function evaluateModule(
  ctx: Granted<"learning:write">,
  input: { staffId: string; moduleId: string; answers: EvaluationAnswers },
): Promise<EvaluationKept> {
  const { staffId, answers } = input;
  const module = await readModule(ctx, input.moduleId);
  return retryOnConflict(async () => {
    const [enrollment, before] = await Promise.all([readEnrollment(ctx, staffId, module.id), readEvaluation(ctx, staffId, module.id)]);
    if (enrollmentView(enrollment, module).completedAt === undefined)
      throw new AppError("not-ready", "You can say how this module was once you have completed it. Nothing was saved.");
    const evaluatedAt = before?.evaluatedAt ?? ctx.now.toISOString();
    const on = givenOn({ evaluatedAt }, ctx.district.zone);
    const result = { moduleId: module.id, on, changeableUntil: changeableUntil(on) };
    if (before && isDeepStrictEqual(before.answers, answers)) return result;
    if (ctx.today > result.changeableUntil)
      throw new AppError("conflict", "What you said of this module is counted by now and can no longer be changed. Nothing was saved.");
    return commit(ctx, {
      action: "module.evaluated",
      subject: `staff:${staffId}`,
      writes: [moduleEvaluations.put({ staffId, moduleId: module.id, answers, evaluatedAt, version: before?.version ?? 0 })],
      after: { moduleId: module.id },
      result,
    });
  });
}
