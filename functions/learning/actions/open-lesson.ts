import { commit, retryOnConflict } from "../../platform/commit.ts";
import { localDate } from "../../platform/dates.ts";
import { notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { CatalogModule } from "../../curriculum/content.ts";
import type { EnrollmentView } from "../contract.ts";
import { readModule } from "../../curriculum/queries.ts";
import { readEnrollment } from "../queries.ts";
import { type Enrollment, enrollments } from "../records.ts";
import { enrollmentView, newEnrollment, withPlace } from "../rules.ts";

/**
 * Keeps the signed-in person's place and, the first time, starts the module. Opening the lesson one is at already
 * writes nothing more that day.
 */
export async function openLesson(
  ctx: Granted<"learning:write">,
  input: { staffId: string; moduleId: string; lessonId: string },
): Promise<EnrollmentView> {
  const module = await readModule(ctx, input.moduleId);
  if (!module.lessons.some(({ id }) => id === input.lessonId)) throw notFound("lesson");
  const at = ctx.now.toISOString();
  return retryOnConflict(async () => {
    const before = await readEnrollment(ctx, input.staffId, module.id);
    if (before && isUpToDate(ctx, before, module, input.lessonId)) return enrollmentView(before, module);
    const start = before ?? { ...newEnrollment(input.staffId, module, at), version: 0 };
    const after = { ...withPlace(start, module, input.lessonId, at), version: start.version };
    return commit(ctx, {
      action: before ? "lesson.opened" : "module.started",
      subject: `staff:${input.staffId}`,
      writes: [enrollments.put(after)],
      after: { moduleId: module.id, lessonId: input.lessonId },
      result: enrollmentView(after, module),
    });
  });
}

function isUpToDate(ctx: Granted<"learning:write">, enrollment: Enrollment, module: CatalogModule, lessonId: string): boolean {
  const isVersionKnown = enrollment.hash === module.hash || enrollment.completedAt !== undefined;
  const isActiveToday = localDate(new Date(enrollment.lastActivityAt), ctx.district.zone) === ctx.today;
  return enrollment.place === lessonId && isVersionKnown && isActiveToday;
}
