import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Versioned } from "../../platform/record.ts";
import { attemptSeed, attemptView, drawItems, isWhole, renewedAttempt } from "../check-rules.ts";
import type { ModuleAnswers, ModuleContent } from "../../curriculum/content.ts";
import type { AttemptView } from "../contract.ts";
import { readAnswers, readModule } from "../../curriculum/queries.ts";
import { readAttempt, readEnrollment } from "../queries.ts";
import { attempts, type Enrollment, enrollments } from "../records.ts";
import { newEnrollment, withOpenAttempt } from "../rules.ts";

/**
 * Opens the signed-in person's next attempt at a check, or answers the one that is open: two tabs, or two requests at
 * the same moment, are one attempt. It may be opened at any time; retries are not limited.
 */
export async function openAttempt(ctx: Granted<"learning:write">, input: { staffId: string; moduleId: string }): Promise<AttemptView> {
  const module = await readModule(ctx, input.moduleId);
  const bank = await readAnswers(ctx, input.moduleId);
  return retryOnConflict(async () => {
    const enrollment = await readEnrollment(ctx, input.staffId, module.id);
    if (enrollment?.check.openAttempt !== undefined)
      return goOn(ctx, { ...enrollment, number: enrollment.check.openAttempt }, module, bank);
    return begin(ctx, enrollment ?? { ...newEnrollment(input.staffId, module, ctx.now.toISOString()), version: 0 }, module, bank);
  });
}

async function begin(
  ctx: Granted<"learning:write">,
  enrollment: Enrollment & Versioned,
  module: ModuleContent,
  bank: ModuleAnswers,
): Promise<AttemptView> {
  const at = ctx.now.toISOString();
  const { staffId, moduleId, check } = enrollment;
  const number = check.attempts + 1;
  const seed = attemptSeed({ staffId, moduleId, number });
  const drawn = drawItems(bank.items, { draw: module.check.draw, seen: check.seen, seed });
  const attempt = { staffId, moduleId, number, hash: bank.hash, startedAt: at, drawn, answers: {} };
  return commit(ctx, {
    action: "attempt.opened",
    subject: `staff:${staffId}`,
    writes: [
      attempts.put({ ...attempt, version: 0 }),
      enrollments.put({ ...withOpenAttempt(enrollment, module, at), version: enrollment.version }),
    ],
    after: { moduleId, number },
    result: attemptView(attempt, bank),
  });
}

/** Answers the open attempt; questions that were edited while it was open are drawn anew under the same number. */
async function goOn(
  ctx: Granted<"learning:write">,
  { staffId, moduleId, number, check }: Enrollment & { number: number },
  module: ModuleContent,
  bank: ModuleAnswers,
): Promise<AttemptView> {
  const attempt = await readAttempt(ctx, staffId, moduleId, number);
  if (attempt.drawn.every((one) => isWhole(bank, one))) return attemptView(attempt, bank);
  const renewed = { ...renewedAttempt(attempt, bank, { draw: module.check.draw, seen: check.seen }), version: attempt.version };
  return commit(ctx, {
    action: "attempt.renewed",
    subject: `staff:${staffId}`,
    writes: [attempts.put(renewed)],
    after: { moduleId, number, hash: bank.hash },
    result: attemptView(renewed, bank),
  });
}
