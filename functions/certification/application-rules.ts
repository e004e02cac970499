import { addDays, type LocalDate } from "../platform/dates.ts";
import type { AppealView, ApplicationView } from "./contract.ts";
import type { CertificationDefinition } from "./ladder-rules.ts";
import type { Appeal, Application } from "./records.ts";

/** So many days after a return or a revocation it can be appealed. */
export const appealDays = 30;

/** One application in so many gets a reviewer more than its level asks for. */
const secondReviewOneIn = 10;

/** How many reviewers must accept an application. `chance` is a number drawn from 0 up to 1 when it is handed in. */
export function reviewersFor({ reviewers }: Pick<CertificationDefinition, "reviewers">, chance: number): number {
  return reviewers + (reviewers === 1 && chance < 1 / secondReviewOneIn ? 1 : 0);
}

/** The reviews of the submission that stands now. */
export function currentReviews({ reviews, submission }: Pick<Application, "reviews" | "submission">): Application["reviews"] {
  return reviews.filter((one) => one.submission === submission);
}

/** How many more reviewers must accept it. */
export function stillNeeded(application: Pick<Application, "reviews" | "submission" | "reviewers" | "state">): number {
  if (application.state === "accepted" || application.state === "withdrawn") return 0;
  const accepted = currentReviews(application).filter(({ decision }) => decision === "accept").length;
  return Math.max(0, application.reviewers - accepted);
}

type Reviewer = {
  reviewerId: string;
  coachId: string | undefined;
  ownCoachMayReview: boolean;
  /** Whoever has recommended the person. */
  recommendedBy: readonly string[];
};

/** Why someone may not review an application, in words for them; undefined when they may. */
export function reviewerProblem(
  application: Pick<Application, "staffId" | "reviews" | "submission">,
  { reviewerId, coachId, ownCoachMayReview, recommendedBy }: Reviewer,
): string | undefined {
  if (reviewerId === application.staffId) return "Your own application is reviewed by someone else.";
  if (currentReviews(application).some((one) => one.reviewerId === reviewerId))
    return "You have reviewed this submission. The next word on it is someone else's.";
  if (!ownCoachMayReview && reviewerId === coachId)
    return "You coach this person. At this level reviewers are people who do not coach the applicant.";
  if (recommendedBy.includes(reviewerId)) return "You have recommended this person. Someone else reviews their application.";
  return undefined;
}

/** What is known of someone who would decide an appeal of a return: the same ties count as for its reviewers. */
export type Ties = Omit<Reviewer, "reviewerId">;

/** Why someone may not decide an appeal; undefined when they may. */
export function deciderProblem(
  appeal: Pick<Appeal, "staffId" | "of" | "decidersBefore">,
  deciderId: string,
  { coachId, ownCoachMayReview, recommendedBy }: Ties,
): string | undefined {
  if (deciderId === appeal.staffId) return "Your own appeal is decided by someone else.";
  if (appeal.decidersBefore.includes(deciderId)) return "You took part in the decision that is appealed. Someone else decides this.";
  if (appeal.of === "return" && !ownCoachMayReview && deciderId === coachId)
    return "You coach this person. At this level someone who does not coach them decides.";
  if (appeal.of === "return" && recommendedBy.includes(deciderId)) return "You have recommended this person. Someone else decides this.";
  return undefined;
}

/** Whether something decided on a day can still be appealed. */
export const isAppealable = (decidedOn: LocalDate | undefined, today: LocalDate): boolean =>
  decidedOn !== undefined && today <= addDays(decidedOn, appealDays);

/** The appeals of one thing, the first filed first: what was put right can be decided, and appealed, again. */
export function appealsOf(
  appeals: readonly Appeal[],
  { of, certificationId, cycle }: Pick<Appeal, "of" | "certificationId" | "cycle">,
): Appeal[] {
  return appeals
    .filter((one) => one.of === of && one.certificationId === certificationId && one.cycle === cycle)
    .toSorted((a, b) => a.filedAt.localeCompare(b.filedAt));
}

/** An appeal as pages show it. */
export function appealView({ id, of, filedAt, reason, state, decidedByName, decidedAt, comment }: Appeal): AppealView {
  return {
    id,
    of,
    filedAt,
    reason,
    state,
    ...(decidedByName !== undefined && { decidedByName }),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(comment !== undefined && { comment }),
  };
}

/** An application as pages show it, with the appeal of its last return. */
export function applicationView(
  application: Application & { version: number },
  title: string,
  appeals: readonly Appeal[],
): ApplicationView {
  const { id, certificationId, cycle, state, submittedAt, statement, reviews, returnedOn, version } = application;
  const appeal = appealsOf(appeals, { of: "return", certificationId, cycle }).at(-1);
  return {
    id,
    certificationId,
    title,
    cycle,
    state,
    submittedAt,
    statement,
    reviews: reviews.map(({ submission: _, ...review }) => review),
    stillNeeded: stillNeeded(application),
    ...(state === "returned" && returnedOn !== undefined && { appealBy: addDays(returnedOn, appealDays) }),
    ...(appeal && { appeal: appealView(appeal) }),
    version,
  };
}
