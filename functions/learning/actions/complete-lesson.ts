import { isDeepStrictEqual } from "node:util";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import { notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { EnrollmentView } from "../contract.ts";
import { readModule } from "../../curriculum/queries.ts";
import { readEnrollment } from "../queries.ts";
import { enrollments } from "../records.ts";
import { doneAtWithin, enrollmentView, newEnrollment, withLesson } from "../rules.ts";

/**
 * Records that the signed-in person finished a lesson. `doneAt` is when they did it, which may be before it arrives;
 * the same lesson twice, late or out of order changes nothing.
 */
export async function completeLesson(
  ctx: Granted<"learning:write">,
  input: { staffId: string; moduleId: string; lessonId: string; doneAt?: string | undefined },
): Promise<EnrollmentView> {
  const module = await readModule(ctx, input.moduleId);
  if (!module.lessons.some(({ id }) => id === input.lessonId)) throw notFound("lesson");
  const at = doneAtWithin(input.doneAt, ctx.now);
  return retryOnConflict(async () => {
    const before = await readEnrollment(ctx, input.staffId, module.id);
    const start = before ?? { ...newEnrollment(input.staffId, module, at), version: 0 };
    const after = { ...withLesson(start, module, input.lessonId, at), version: start.version };
    const result = enrollmentView(after, module);
    if (isDeepStrictEqual(before, after)) return result;
    return commit(ctx, {
      action: "lesson.completed",
      subject: `staff:${input.staffId}`,
      writes: [enrollments.put(after)],
      after: { moduleId: module.id, lessonId: input.lessonId, at },
      result,
    });
  });
}
