import type { ModuleAnswers, ModuleContent } from "../curriculum/content.ts";
import { readAnswers, readModule } from "../curriculum/queries.ts";
import type { Context } from "../platform/context.ts";
import { attemptItems, attemptView } from "./check-rules.ts";
import { type AttemptPage, type AttemptResult, passPercent } from "./contract.ts";
import { readAttempt, readEnrollment } from "./queries.ts";
import type { Attempt, Enrollment } from "./records.ts";
import { enrollmentView } from "./rules.ts";

/** An attempt as it stands: questions alone while it is open, the result once it is submitted. */
export async function attemptPage(ctx: Context, staffId: string, moduleId: string, number: number): Promise<AttemptPage> {
  const module = await readModule(ctx, moduleId);
  const bank = await readAnswers(ctx, moduleId);
  const attempt = await readAttempt(ctx, staffId, moduleId, number);
  if (attempt.submittedAt === undefined) return { state: "open", attempt: attemptView(attempt, bank) };
  return { state: "submitted", result: attemptResult(attempt, module, bank, await readEnrollment(ctx, staffId, moduleId)) };
}

/** The result of a submitted attempt. */
export function attemptResult(
  attempt: Attempt,
  module: ModuleContent,
  bank: ModuleAnswers,
  enrollment: Enrollment | undefined,
): AttemptResult {
  const { moduleId, number, percent = 0 } = attempt;
  const isPassed = percent >= passPercent;
  return { moduleId, number, percent, isPassed, items: attemptItems(attempt, bank), enrollment: enrollmentView(enrollment, module) };
}
