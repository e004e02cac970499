import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { enqueue } from "../../platform/outbox.ts";
import type { Versioned } from "../../platform/record.ts";
import { readStaff } from "../../roster/queries.ts";
import { fullName, isWorking } from "../../roster/rules.ts";
import { portfolioMail } from "../mail-words.ts";
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

async function save(ctx: Granted<"reference:give">, answered: Reference & Versioned & { state: "given" | "declined" }) {
  const { id, state, staffId, refereeName } = answered;
  const staff = await readStaff(ctx, staffId);
  const message = {
    key: `reference-${state}:${id}`,
    staffId,
    toName: fullName(staff),
    toEmail: staff.email,
    says: portfolioMail.referenceAnswered({
      givenName: staff.givenName,
      referee: refereeName,
      isGiven: state === "given",
      address: `${ctx.origin}/portfolio/recommendations`,
    }),
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
