import { commit } from "../../platform/commit.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { enqueue } from "../../platform/outbox.ts";
import type { RecordWrite, Versioned } from "../../platform/record.ts";
import { readStaff } from "../../roster/queries.ts";
import { fullName, isWorking } from "../../roster/rules.ts";
import type { OutsideDecision, OutsideOutcome } from "../contract.ts";
import { creditMail } from "../mail-words.ts";
import { findOutsideCredit } from "../queries.ts";
import { type OutsideCredit, outsideCredits } from "../records.ts";
import { decidedState, decisionProblems } from "../rules.ts";

type Reviewer = Granted<"credit:approve">;
type Decision = OutsideDecision["decision"];
const actions: Record<Decision, string> = {
  agree: "outside-credit.agreed",
  refuse: "outside-credit.refused",
  approve: "outside-credit.approved",
  return: "outside-credit.returned",
  takeBack: "outside-credit.taken-back",
};

/**
 * Approves a course taken elsewhere, sends it back with words, or takes an approval back with words; before it is taken,
 * says that it will count, or why not. Each decision is kept, with a message to the person; one made on a page that is out
 * of date is a `conflict`.
 */
export async function decideOutsideCredit(
  ctx: Reviewer,
  { staffId, creditId, version, decision, comment }: OutsideDecision & { staffId: string; creditId: string },
): Promise<OutsideOutcome> {
  const credit = await findOutsideCredit(ctx, staffId, creditId);
  if (!credit) throw notFound("course");
  const becomes = decidedState(credit.state, decision);
  if (credit.version !== version || !becomes)
    throw new AppError("conflict", "This course was decided or taken back a moment ago. Reload to see how it stands.");
  const fields = decisionProblems({ decision, comment });
  if (fields.length > 0) throw new AppError("invalid-input", "Complete your answer and send it again. Nothing was saved.", { fields });
  if (decision === "agree" && credit.completedOn < ctx.today)
    throw new AppError(
      "conflict",
      "This course is over by now: it can no longer be approved beforehand. Say so, and ask for what shows it.",
    );
  const { actor } = ctx;
  if (actor.kind !== "person") throw new Error("courses are approved by people");
  const review = { reviewerId: actor.staffId, reviewerName: actor.name, reviewedAt: ctx.now.toISOString(), decision, comment };
  const { agreed: before, ...kept } = credit;
  // An approval beforehand is a fact that the course keeps, unless it is taken back itself.
  const agreed = decision === "agree" ? { on: ctx.today, minutes: credit.minutes } : becomes === "refused" ? undefined : before;
  const after = { ...kept, ...(agreed && { agreed }), state: becomes, reviews: [...credit.reviews, review] };
  const { id, state, minutes, completedOn } = after;
  return commit(ctx, {
    action: actions[decision],
    subject: `staff:${staffId}`,
    writes: [outsideCredits.put(after), ...(await told(ctx, after, { decision, byName: actor.name }))],
    after: { creditId: id, state, minutes, completedOn },
    result: { id, state, version: version + 1 },
  });
}

/** One message for each decision; none to someone who is not working here today. */
async function told(
  ctx: Reviewer,
  { staffId, id, reviews }: OutsideCredit & Versioned,
  { decision, byName }: { decision: Decision; byName: string },
): Promise<RecordWrite<"fact">[]> {
  const staff = await readStaff(ctx, staffId);
  if (!isWorking(staff, ctx.today)) return [];
  return [
    enqueue(ctx, {
      key: `outside-credit:${id}:${reviews.length}`,
      staffId,
      toName: fullName(staff),
      toEmail: staff.email,
      says: creditMail.decided({ givenName: staff.givenName, by: byName, decision, address: `${ctx.origin}/hours` }),
    }),
  ];
}
