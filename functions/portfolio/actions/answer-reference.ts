import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { enqueue } from "../../platform/outbox.ts";
import type { Versioned } from "../../platform/record.ts";
import { readStaff } from "../../roster/queries.ts";
import { fullName, isWorking } from "../../roster/rules.ts";
import type { ReferenceAnswer, ReferenceOutcome } from "../reference-contract.ts";
import { referenceForm } from "../reference-form.ts";
import { referenceProblems } from "../reference-rules.ts";
import { readRequest } from "../read-references.ts";
import { type Reference, references } from "../records.ts";
import { partPercents } from "../rules.ts";

/** Gives the recommendation one was asked for, once, with the message that tells the person. It cannot be altered afterwards. */
export async function giveReference(
  ctx: Granted<"reference:give">,
  { referenceId, ...answer }: ReferenceAnswer & { referenceId: string },
): Promise<ReferenceOutcome> {
  const before = await readRequest(ctx, referenceId);
  const referee = await readStaff(ctx, signedInStaffId(ctx));
  // They may have come to be coached by the person since they were asked.
  if (referee.coachId === before.staffId)
    throw new AppError("not-allowed", "This person coaches you now, so you cannot recommend them. You can decline without saying why.");
  const form = referenceForm();
  const fields = referenceProblems(form, answer);
  if (fields.length > 0)
    throw new AppError("invalid-input", "Complete the recommendation and send it again. Nothing was saved.", { fields });
  const { formVersion, scores, comment } = answer;
  const percent = Math.min(...partPercents(form, scores).map((part) => part.percent));
  // Asked under an account that was merged into theirs, they answer as who they are now.
  const by = { refereeId: referee.id, refereeName: fullName(referee) };
  return save(ctx, { ...before, ...by, state: "given", formVersion, scores, comment, percent });
}

/** Declines to recommend; nobody asks why. */
export async function declineReference(ctx: Granted<"reference:give">, referenceId: string): Promise<ReferenceOutcome> {
  return save(ctx, { ...(await readRequest(ctx, referenceId)), state: "declined" });
}

const words = {
  given: (name: string) => ({
    subject: "A colleague has recommended you",
    said: `${name} has given the recommendation you asked for. You can read it in your portfolio; besides you, only the reviewers of an application of yours read it.`,
  }),
  declined: (name: string) => ({
    subject: "A colleague passed your request on",
    said: `${name} will not give the recommendation you asked for. Nobody has to, or has to say why. You can ask someone else.`,
  }),
};

async function save(ctx: Granted<"reference:give">, answered: Reference & Versioned & { state: "given" | "declined" }) {
  const { id, state, staffId, refereeName } = answered;
  const staff = await readStaff(ctx, staffId);
  const { subject, said } = words[state](refereeName);
  const message = {
    key: `reference-${state}:${id}`,
    staffId,
    toName: fullName(staff),
    toEmail: staff.email,
    subject,
    body: [`Hello ${staff.givenName},`, said, `Read more: ${ctx.origin}/portfolio/recommendations`].join("\n\n"),
  };
  return commit(ctx, {
    action: state === "given" ? "reference.given" : "reference.declined",
    subject: `staff:${staffId}`,
    writes: [
      references.put({ ...answered, answeredAt: ctx.now.toISOString(), answeredOn: ctx.today }),
      ...(isWorking(staff, ctx.today) ? [enqueue(ctx, message)] : []),
    ],
    // Neither its scores nor its words: whoever may read the audit is not among its readers.
    after: { referenceId: id, state },
    result: { id, state },
  });
}
