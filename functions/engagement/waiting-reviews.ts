import { readCatalog } from "../curriculum/queries.ts";
import type { Context } from "../platform/context.ts";
import { dayNumber, localDate } from "../platform/dates.ts";
import { notFound } from "../platform/errors.ts";
import type { Granted } from "../platform/grant.ts";
import { findSchool } from "../roster/queries.ts";
import type { SchoolReviewsPage, WaitingReview } from "./people-contract.ts";
import { needWords } from "./needs-words.ts";
import { readSummaries } from "./queries.ts";
import type { StaffSummary } from "./records.ts";

/** What modules are called now; one that is gone is said to be. */
export async function readTitles(ctx: Context): Promise<(moduleId: string) => string> {
  const titles = new Map((await readCatalog(ctx)).modules.map(({ id, title }) => [id, title]));
  return (moduleId) => titles.get(moduleId) ?? needWords[ctx.language].noLongerOffered;
}

/** A person's evidence that waits for a review. */
export function waitingReviews(ctx: Context, row: StaffSummary, titleOf: (moduleId: string) => string): WaitingReview[] {
  const today = dayNumber(ctx.today);
  return row.reviews.map(([moduleId, evidenceId, submittedAt]) => ({
    staffId: row.staffId,
    staffName: row.name,
    moduleId,
    moduleTitle: titleOf(moduleId),
    evidenceId,
    submittedAt,
    waitingDays: today - dayNumber(localDate(new Date(submittedAt), ctx.district.zone)),
  }));
}

/** The evidence that waits at a school, for those who may review it there: never their own, nor that of someone who left. */
export async function readSchoolReviews(ctx: Granted<"evidence:review">, schoolId: string): Promise<SchoolReviewsPage> {
  const [school, { rows }, titleOf] = await Promise.all([findSchool(ctx, schoolId), readSummaries(ctx, schoolId), readTitles(ctx)]);
  if (!school) throw notFound("school");
  const readerId = ctx.actor.kind === "person" ? ctx.actor.staffId : undefined;
  return {
    school: { id: school.id, name: school.name },
    reviews: rows
      .filter(({ status, staffId }) => status === "active" && staffId !== readerId)
      .flatMap((row) => waitingReviews(ctx, row, titleOf).map((one) => ({ ...one, hasCoach: row.coachId !== undefined })))
      .toSorted((a, b) => a.submittedAt.localeCompare(b.submittedAt)),
  };
}
