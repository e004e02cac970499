import { commit } from "../../platform/commit.ts";
import { localDate } from "../../platform/dates.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { enqueue } from "../../platform/outbox.ts";
import type { RecordWrite } from "../../platform/record.ts";
import { accountsToday } from "../../roster/read-merges.ts";
import { isWorking } from "../../roster/rules.ts";
import { applicationMeant, applicationView, currentReviews, reviewerProblem, stillNeeded } from "../application-rules.ts";
import type { ApplicationView } from "../contract.ts";
import type { ApplicationDecision } from "../decision-contract.ts";
import type { CertificationDefinition } from "../ladder-rules.ts";
import { certificationMail } from "../mail-words.ts";
import { newCertificate, relyingWrites, writesOf } from "../new-certificate.ts";
import { type Candidate, readCandidate, standingOf } from "../queries.ts";
import { readDefinitions } from "../read-definitions.ts";
import { type Application, applications } from "../records.ts";
import { certificationProgress } from "../rules.ts";
import { termHandedIn } from "../term-rules.ts";
import { deciderOf, tiesOf } from "../ties.ts";
import { requirementWords } from "../words.ts";

type Reviewer = { staffId: string; name: string };

/**
 * A reviewer's word on an application. The last acceptance that is needed issues the certificate in the same commit; a
 * return says why, and everything stays. Nobody reviews themselves, their own earlier word or, at the higher levels, the
 * person they coach; whoever has a conflict of interest is told to leave it to someone else.
 */
export async function reviewApplication(
  ctx: Granted<"application:review">,
  input: ApplicationDecision & { staffId: string; certificationId: string },
): Promise<ApplicationView> {
  const reviewer = reviewerOf(ctx);
  const { candidate, definition, application } = await readApplication(ctx, input);
  requireReviewable(application, input);
  const problem = reviewerProblem(application, {
    reviewer: await deciderOf(ctx, reviewer.staffId),
    ...(await tiesOf(ctx, candidate, definition)),
  });
  if (problem !== undefined) throw new AppError("not-allowed", problem);
  const at = ctx.now.toISOString();
  const { decision, comment } = input;
  const review = {
    reviewerId: reviewer.staffId,
    reviewerName: reviewer.name,
    reviewedAt: at,
    decision,
    comment,
    submission: application.submission,
  };
  const reviewed: Application & { version: number } = { ...application, reviews: [...application.reviews, review] };
  const after = decideState(ctx, reviewed, decision, await stillNeededOf(ctx, reviewed));
  const writes = after.state === "accepted" ? issued(ctx, candidate, definition, application) : [];
  const isTold = after.state === "returned" && isWorking(candidate.staff, ctx.today);
  return commit(ctx, {
    action: after.state === "underReview" ? "application.reviewed" : `application.${after.state}`,
    subject: `staff:${input.staffId}`,
    writes: [applications.put(after), ...writes, ...(isTold ? [enqueue(ctx, returnMessage(ctx, candidate, definition, after))] : [])],
    before: { state: application.state },
    after: { certificationId: definition.id, cycle: application.cycle, state: after.state, decision, submission: application.submission },
    result: applicationView({ ...after, version: after.version + 1 }, definition.title, candidate.appeals),
  });
}

function reviewerOf({ actor }: Granted<"application:review">): Reviewer {
  if (actor.kind !== "person") throw new Error("applications are reviewed by people");
  return actor;
}

/** An application with all that its reviewer must know; `not-found` when there is none. */
export async function readApplication(
  ctx: Granted<"application:review">,
  { staffId, certificationId }: { staffId: string; certificationId: string },
): Promise<{ candidate: Candidate; definition: CertificationDefinition; application: Application & { version: number } }> {
  const [candidate, definitions] = await Promise.all([readCandidate(ctx, staffId), readDefinitions(ctx)]);
  const definition = definitions.find(({ id }) => id === certificationId);
  const application = candidate && applicationMeant(candidate.applications, { held: candidate.held, certificationId });
  if (!candidate || !definition || !application) throw notFound("application");
  return { candidate, definition, application };
}

function requireReviewable(
  application: Application & { version: number },
  { version, decision, comment, hasNoConflict }: ApplicationDecision,
): void {
  if (application.state !== "underReview")
    throw new AppError("conflict", "This application was decided or taken back a moment ago. Reload to see it as it stands.");
  if (application.version !== version)
    throw new AppError(
      "conflict",
      "This application has changed since you opened it. Reload to see it; what you wrote is still on this page.",
    );
  if (!hasNoConflict)
    throw new AppError("invalid-input", "Leave this to someone else, or say that you have no conflict of interest. Nothing was saved.", {
      fields: [{ path: "json.hasNoConflict", message: "You must not evaluate this person or have a personal stake in the decision." }],
    });
  if (decision === "return" && comment.trim().length < 10)
    throw new AppError("invalid-input", "Say what is missing, so that the next submission can be accepted. Nothing was saved.", {
      fields: [{ path: "json.comment", message: "Write a sentence or two." }],
    });
}

/** How many words are still missing, with a reviewer who gave two under two accounts counted as the one they are. */
async function stillNeededOf(ctx: Granted<"application:review">, application: Application): Promise<number> {
  const { reviews } = application;
  const today = await accountsToday(ctx, reviews.length < 2 ? [] : currentReviews(application).map(({ reviewerId }) => reviewerId));
  return stillNeeded({
    ...application,
    reviews: reviews.map((one) => ({ ...one, reviewerId: today.get(one.reviewerId) ?? one.reviewerId })),
  });
}

function decideState(
  ctx: Granted<"application:review">,
  application: Application & { version: number },
  decision: "accept" | "return",
  needed: number,
) {
  if (decision === "return") return { ...application, state: "returned" as const, returnedOn: ctx.today };
  return { ...application, state: needed === 0 ? ("accepted" as const) : ("underReview" as const) };
}

/** What the last acceptance writes: the certificate, if what it asks for is still there and its holder works here today. */
function issued(
  ctx: Granted<"application:review">,
  candidate: Candidate,
  definition: CertificationDefinition,
  { submittedAt }: Application,
): RecordWrite<"fact">[] {
  const handedInOn = localDate(new Date(submittedAt), ctx.district.zone);
  const term = termHandedIn(candidate.held, definition, { handedInOn, today: ctx.today });
  if (!isWorking(candidate.staff, ctx.today))
    throw new AppError("not-ready", "This person is on leave or has left. The application keeps; accept it when they are back.");
  // Their other account may have held it, or an administrator have issued it meanwhile.
  if (!term)
    throw new AppError(
      "not-ready",
      "They hold this certificate already, and it is not to be renewed yet. Return the application with a word on that.",
    );
  if (!certificationProgress(definition, standingOf(ctx, candidate), term, requirementWords.en).isReady)
    throw new AppError(
      "not-ready",
      "Something the certificate asks for is no longer there. Return the application with a word on what is missing.",
    );
  return [...writesOf(ctx, candidate.staff, newCertificate(ctx, candidate, { definition, term })), ...relyingWrites(candidate, definition)];
}

function returnMessage(ctx: Granted<"application:review">, { staff }: Candidate, { title }: CertificationDefinition, after: Application) {
  return {
    key: `application-returned:${after.id}:${after.submission}`,
    staffId: staff.id,
    toName: after.staffName,
    toEmail: staff.email,
    says: certificationMail.applicationReturned({ givenName: staff.givenName, title, address: `${ctx.origin}/certificates` }),
  };
}
