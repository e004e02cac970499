import { addDays, type LocalDate } from "../platform/dates.ts";
import type { AppealView, ApplicationView } from "./contract.ts";
import type { CertificationDefinition } from "./ladder-rules.ts";
import type { Appeal, Application, Certificate } from "./records.ts";

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
  const accepted = currentReviews(application).filter(({ decision }) => decision === "accept");
  return Math.max(0, application.reviewers - new Set(accepted.map(({ reviewerId }) => reviewerId)).size);
}

/**
 * The application for the next term of a certification: the one that waits for its reviewers, or else the last that was sent back or
 * taken back, unless a certificate was issued since. Numbers decide nothing: history comes in and accounts are merged with their own.
 */
export function currentApplication<A extends Application>(
  all: readonly A[],
  { held, certificationId }: { held: readonly Certificate[]; certificationId: string },
): A | undefined {
  const isOver = ({ submittedAt }: A): boolean =>
    held.some((one) => one.certificationId === certificationId && one.origin !== "history" && one.issuedAt > submittedAt);
  const open = all
    .filter((one) => one.certificationId === certificationId && one.state !== "accepted")
    .toSorted((a, b) => a.submittedAt.localeCompare(b.submittedAt));
  return open.find(({ state }) => state === "underReview") ?? open.findLast((one) => !isOver(one));
}

/** The current application of a certification, or the last there was: what someone means who names no term. */
export function applicationMeant<A extends Application>(
  all: readonly A[],
  of: { held: readonly Certificate[]; certificationId: string },
): A | undefined {
  const mine = all.filter(({ certificationId }) => certificationId === of.certificationId);
  return currentApplication(mine, of) ?? mine.toSorted((a, b) => b.submittedAt.localeCompare(a.submittedAt))[0];
}

/** The number of a person's next application for a certification: after all that its applications and certificates have. */
export function nextApplicationNumber(
  all: readonly Pick<Application, "certificationId" | "cycle">[],
  { held, certificationId }: { held: readonly Certificate[]; certificationId: string },
): number {
  const taken = [...all, ...held].filter((one) => one.certificationId === certificationId).map(({ cycle }) => cycle);
  return Math.max(0, ...taken) + 1;
}

/**
 * Two applications of one person for the same, handed in under two accounts, as the one they are: the one that is further stands,
 * in the kept one's place, and all that was handed in and said with the other is kept as having been before it.
 */
export function joinedApplication(kept: Application, other: Application): Application {
  const [before, standing] = isFurther(other, kept) ? [kept, other] : [other, kept];
  const { id, staffId, staffName, cycle } = kept;
  return {
    ...standing,
    id,
    staffId,
    staffName,
    cycle,
    submission: before.submission + standing.submission,
    // The second reviewer that was drawn for either stays drawn.
    reviewers: Math.max(kept.reviewers, other.reviewers),
    reviews: [...before.reviews, ...standing.reviews.map((review) => ({ ...review, submission: before.submission + review.submission }))],
    earlierStatements: [...before.earlierStatements, before.statement, ...standing.earlierStatements],
  };
}

const furthest: readonly Application["state"][] = ["withdrawn", "returned", "underReview"];

/** Whether one is further than another: it waits, more have accepted it, it waits longer; of two sent back, the last. */
function isFurther(one: Application, other: Application): boolean {
  if (one.state !== other.state) return furthest.indexOf(one.state) > furthest.indexOf(other.state);
  if (one.state !== "underReview") return one.submittedAt > other.submittedAt;
  const [accepted, acceptedOther] = [currentReviews(one).length, currentReviews(other).length];
  if (accepted !== acceptedOther) return accepted > acceptedOther;
  return one.submittedAt < other.submittedAt;
}

/** Whether a certification asks for recommendations, to be earned or to be renewed. */
export function asksForReferences(definition: Pick<CertificationDefinition, "requirements" | "renewal"> | undefined): boolean {
  return definition !== undefined && [...definition.requirements, ...definition.renewal].some(({ kind }) => kind === "references");
}

/** Someone who would decide: all ids that are theirs, of their account and of those merged into it, and who coaches them. */
export type Decider = { ids: readonly string[]; coachId: string | undefined };

type Reviewer = {
  reviewer: Decider;
  coachId: string | undefined;
  ownCoachMayReview: boolean;
  /** Whoever has recommended the person. */
  recommendedBy: readonly string[];
};

/** Why someone may not review an application, in words for them; undefined when they may. */
export function reviewerProblem(
  application: Pick<Application, "staffId" | "reviews" | "submission">,
  { reviewer, coachId, ownCoachMayReview, recommendedBy }: Reviewer,
): string | undefined {
  const isTheirs = (id: string | undefined): boolean => id !== undefined && reviewer.ids.includes(id);
  if (isTheirs(application.staffId)) return "Your own application is reviewed by someone else.";
  if (currentReviews(application).some(({ reviewerId }) => isTheirs(reviewerId)))
    return "You have reviewed this submission. The next word on it is someone else's.";
  if (!ownCoachMayReview && isTheirs(coachId))
    return "You coach this person. At this level reviewers are people who do not coach the applicant.";
  if (reviewer.coachId === application.staffId) return "This person coaches you. Someone else reviews their application.";
  if (recommendedBy.some(isTheirs)) return "You have recommended this person. Someone else reviews their application.";
  return undefined;
}

/** What is known of someone who would decide an appeal of a return: the same ties count as for its reviewers. */
export type Ties = Omit<Reviewer, "reviewer">;

/** Why someone may not decide an appeal; undefined when they may. */
export function deciderProblem(
  appeal: Pick<Appeal, "staffId" | "of" | "decidersBefore">,
  decider: Decider,
  { coachId, ownCoachMayReview, recommendedBy }: Ties,
): string | undefined {
  const isTheirs = (id: string | undefined): boolean => id !== undefined && decider.ids.includes(id);
  if (isTheirs(appeal.staffId)) return "Your own appeal is decided by someone else.";
  if (appeal.decidersBefore.some(isTheirs)) return "You took part in the decision that is appealed. Someone else decides this.";
  if (appeal.of === "return" && !ownCoachMayReview && isTheirs(coachId))
    return "You coach this person. At this level someone who does not coach them decides.";
  if (appeal.of === "return" && decider.coachId === appeal.staffId) return "This person coaches you. Someone else decides this.";
  if (appeal.of === "return" && recommendedBy.some(isTheirs)) return "You have recommended this person. Someone else decides this.";
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
