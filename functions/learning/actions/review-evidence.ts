import { commit, retryOnConflict } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Language } from "../../platform/language.ts";
import { enqueue } from "../../platform/outbox.ts";
import type { RecordWrite } from "../../platform/record.ts";
import { readStaff } from "../../roster/queries.ts";
import type { Staff } from "../../roster/records.ts";
import { fullName, isWorking } from "../../roster/rules.ts";
import type { ModuleContent } from "../../curriculum/content.ts";
import type { EvidenceView, ReviewDecision } from "../contract.ts";
import { readModule, speaking } from "../../curriculum/queries.ts";
import { learningMail } from "../mail-words.ts";
import { evidenceView, readEnrollment, readEvidence } from "../queries.ts";
import { enrollments, type Evidence, evidenceRecords } from "../records.ts";
import { reviewProblems } from "../review-rules.ts";
import { newEnrollment, withAcceptedPractice, withReturnedPractice } from "../rules.ts";

/**
 * Accepts or returns one submission, with where the person stands and the message that tells them, in one commit.
 * Nobody reviews their own; a review made on a page that is out of date is a `conflict`.
 */
export async function reviewEvidence(
  ctx: Granted<"evidence:review">,
  input: ReviewDecision & { staffId: string; moduleId: string; submission: number },
): Promise<EvidenceView> {
  const { staffId, submission } = input;
  const reviewer = reviewerOf(ctx, staffId);
  const module = await readModule(ctx, input.moduleId);
  const staff = await readStaff(ctx, staffId);
  // Its person may read in another language than whoever reviews.
  const told = { en: await readModule(speaking(ctx, "en"), module.id), es: await readModule(speaking(ctx, "es"), module.id) };
  const fields = reviewProblems(module.practice.rubric, input);
  if (fields.length > 0) throw new AppError("invalid-input", "Complete the review and send it again. Nothing was saved.", { fields });
  const at = ctx.now.toISOString();
  return retryOnConflict(async () => {
    const evidence = await readEvidence(ctx, staffId, module.id, submission);
    requireUnreviewed(evidence, input.version);
    const review = {
      reviewerId: reviewer.staffId,
      reviewerName: reviewer.name,
      reviewedAt: at,
      levels: input.levels,
      comment: input.comment,
    };
    const state = input.decision === "accept" ? "accepted" : "returned";
    const reviewed = { ...evidence, state, review } as const;
    const before = (await readEnrollment(ctx, staffId, module.id)) ?? {
      ...newEnrollment(staffId, module, evidence.submittedAt),
      version: 0,
    };
    const after = state === "accepted" ? withAcceptedPractice(before, module, at) : withReturnedPractice(before, module, at);
    const { version } = before;
    return commit(ctx, {
      action: `evidence.${state}`,
      subject: `staff:${staffId}`,
      writes: [evidenceRecords.put(reviewed), enrollments.put({ ...after, version }), ...tell(ctx, staff, reviewed, told)],
      before: { state: evidence.state },
      after: { moduleId: module.id, submission, evidenceId: evidence.id, state, levels: input.levels },
      result: evidenceView(reviewed, module, fullName(staff)),
    });
  });
}

function reviewerOf({ actor }: Granted<"evidence:review">, staffId: string): { staffId: string; name: string } {
  if (actor.kind !== "person") throw new Error(`${actor.name} is a job; evidence is reviewed by people`);
  if (actor.staffId === staffId)
    throw new AppError("not-allowed", "Your own evidence is reviewed by someone else: your coach or another leader of your school.");
  return actor;
}

function requireUnreviewed(evidence: Evidence & { version: number }, version: number): void {
  const { review, state } = evidence;
  if (review)
    throw new AppError(
      "conflict",
      state === "accepted"
        ? `${review.reviewerName} has accepted this a moment ago. Reload to read the review; what you wrote is still on this page.`
        : `${review.reviewerName} has returned this a moment ago. Reload to read the review; what you wrote is still on this page.`,
    );
  if (evidence.purged) throw new AppError("conflict", "This was emptied already. Reload to see why.");
  if (evidence.version !== version)
    throw new AppError(
      "conflict",
      "This evidence has changed since you opened it. Reload to see it as it is now; what you wrote is still on this page.",
    );
}

/** One message per submission; none to someone who is not working here today. */
function tell(
  ctx: Granted<"evidence:review">,
  staff: Staff,
  evidence: Evidence,
  { en, es }: Record<Language, ModuleContent>,
): RecordWrite<"fact">[] {
  if (!isWorking(staff, ctx.today)) return [];
  const message = {
    key: `evidence-reviewed:${evidence.id}`,
    staffId: staff.id,
    toName: fullName(staff),
    toEmail: staff.email,
    says: learningMail.reviewed({
      givenName: staff.givenName,
      reviewer: evidence.review?.reviewerName,
      isAccepted: evidence.state === "accepted",
      titles: { en: en.title, es: es.title },
      tasks: { en: en.practice.title, es: es.practice.title },
      address: `${ctx.origin}/learn/${evidence.moduleId}`,
    }),
  };
  return [enqueue(ctx, message)];
}
