import { commit } from "../../platform/commit.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { enqueue } from "../../platform/outbox.ts";
import type { RecordWrite, Versioned } from "../../platform/record.ts";
import { readStaff } from "../../roster/queries.ts";
import { fullName, isWorking } from "../../roster/rules.ts";
import type { OutsideDecision, OutsideOutcome } from "../contract.ts";
import { findOutsideCredit } from "../queries.ts";
import { type OutsideCredit, outsideCredits } from "../records.ts";
import { decisionProblems } from "../rules.ts";

type Reviewer = Granted<"credit:approve">;
type Decision = OutsideDecision["decision"];
const states = { approve: "approved", return: "returned", takeBack: "returned" } as const satisfies Record<
  Decision,
  OutsideCredit["state"]
>;
/**
 * Approves a course taken elsewhere, sends it back with words, or takes an approval back with words. Each decision is kept,
 * with a message to the person; one made on a page that is out of date is a `conflict`.
 */
export async function decideOutsideCredit(
  ctx: Reviewer,
  { staffId, creditId, version, decision, comment }: OutsideDecision & { staffId: string; creditId: string },
): Promise<OutsideOutcome> {
  const credit = await findOutsideCredit(ctx, staffId, creditId);
  if (!credit) throw notFound("course");
  if (credit.version !== version || credit.state !== (decision === "takeBack" ? "approved" : "submitted"))
    throw new AppError("conflict", "This course was decided or taken back a moment ago. Reload to see how it stands.");
  const fields = decisionProblems({ decision, comment });
  if (fields.length > 0) throw new AppError("invalid-input", "Complete your answer and send it again. Nothing was saved.", { fields });
  const { actor } = ctx;
  if (actor.kind !== "person") throw new Error("courses are approved by people");
  const review = { reviewerId: actor.staffId, reviewerName: actor.name, reviewedAt: ctx.now.toISOString(), decision, comment };
  const after = { ...credit, state: states[decision], reviews: [...credit.reviews, review] };
  const { id, state, minutes, completedOn } = after;
  return commit(ctx, {
    action: { approve: "outside-credit.approved", return: "outside-credit.returned", takeBack: "outside-credit.taken-back" }[decision],
    subject: `staff:${staffId}`,
    writes: [outsideCredits.put(after), ...(await told(ctx, after, { decision, byName: actor.name }))],
    after: { creditId: id, state, minutes, completedOn },
    result: { id, state, version: version + 1 },
  });
}

const words: Record<Decision, { subject: string; said: string }> = {
  approve: { subject: "Approved: a course you took elsewhere", said: "has approved a course you entered. It counts in your hours now." },
  return: {
    subject: "A course you entered needs something from you",
    said: "has sent a course you entered back, with words on what is missing. You can correct it and send it again.",
  },
  takeBack: {
    subject: "A course you entered counts no more",
    said: "has taken the approval of a course back, with the reason. You can correct it and send it again.",
  },
};

/** One message for each decision; none to someone who is not working here today. */
async function told(
  ctx: Reviewer,
  { staffId, id, reviews }: OutsideCredit & Versioned,
  { decision, byName }: { decision: Decision; byName: string },
): Promise<RecordWrite<"fact">[]> {
  const staff = await readStaff(ctx, staffId);
  if (!isWorking(staff, ctx.today)) return [];
  const { subject, said } = words[decision];
  return [
    enqueue(ctx, {
      key: `outside-credit:${id}:${reviews.length}`,
      staffId,
      toName: fullName(staff),
      toEmail: staff.email,
      subject,
      body: [`Hello ${staff.givenName},`, `${byName} ${said}`, `Read more: ${ctx.origin}/hours`].join("\n\n"),
    }),
  ];
}
