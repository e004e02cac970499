import { commit, retryOnConflict } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { readStaff } from "../../roster/queries.ts";
import { fullName } from "../../roster/rules.ts";
import type { ModuleContent } from "../../curriculum/content.ts";
import type { EvidenceView, SubmitPractice } from "../contract.ts";
import { readModule } from "../../curriculum/queries.ts";
import { evidenceView, readEnrollment } from "../queries.ts";
import { type Enrollment, type Evidence, enrollments, evidenceRecords } from "../records.ts";
import { withSubmittedPractice } from "../rules.ts";
import { takeUpload } from "./take-upload.ts";

/**
 * Hands the signed-in person's practice evidence to their coach, in one commit with where they stand. While one
 * submission is with the coach, or once one is accepted, another is a `conflict`; after a return it is a new submission. A task of
 * a completed module can be done once more on purpose, as renewals ask for; the completion and its credit stay as they are.
 */
export async function submitPractice(
  ctx: Granted<"learning:write">,
  input: SubmitPractice & { staffId: string; moduleId: string },
): Promise<EvidenceView> {
  const { staffId } = input;
  const module = await readModule(ctx, input.moduleId);
  const text = acceptedText(module, input);
  const staffName = fullName(await readStaff(ctx, staffId));
  return retryOnConflict(async () => {
    const enrollment = await readEnrollment(ctx, staffId, module.id);
    requireOpen(enrollment, input);
    const taken = input.fileId === undefined ? undefined : await takeUpload(ctx, staffId, input.fileId);
    const submittedAt = ctx.now.toISOString();
    const submission = enrollment.practice.submissions + 1;
    const evidence: Evidence = {
      id: ctx.newId("evd"),
      staffId,
      moduleId: module.id,
      hash: module.hash,
      submission,
      submittedAt,
      text,
      state: "submitted",
      ...(taken && { file: taken.file }),
    };
    const after = withSubmittedPractice(enrollment, module, evidence.id, submittedAt);
    const view = await commit(ctx, {
      action: "evidence.submitted",
      subject: `staff:${staffId}`,
      writes: [
        evidenceRecords.put({ ...evidence, version: 0 }),
        enrollments.put({ ...after, version: enrollment.version }),
        ...(taken?.writes ?? []),
      ],
      after: { moduleId: module.id, submission, evidenceId: evidence.id, ...(taken && { fileId: taken.file.id }) },
      result: evidenceView(evidence, module, staffName),
    });
    await taken?.settle();
    return view;
  });
}

function requireOpen<T extends Enrollment>(enrollment: T | undefined, { isOnceMore }: SubmitPractice): asserts enrollment is T {
  if (!enrollment)
    throw new AppError(
      "not-ready",
      "Open this module's first lesson before you hand in its practice. What you wrote is kept on this device.",
    );
  const { state } = enrollment.practice;
  if (state === "submitted")
    throw new AppError("conflict", "Your practice already waits for a review. You can send another version if it comes back to you.");
  const mayAgain = isOnceMore === true && enrollment.completedAt !== undefined;
  if (state === "accepted" && !mayAgain)
    throw new AppError("conflict", "Your practice for this module was accepted. There is nothing more to send.");
}

function acceptedText({ practice }: ModuleContent, { text, fileId }: SubmitPractice): string {
  const refuse = (path: string, message: string) =>
    new AppError("invalid-input", "Correct what is named and send it again. Nothing was sent to your coach.", {
      fields: [{ path: `json.${path}`, message }],
    });
  const takes = { text: practice.accepts.includes("text"), file: practice.accepts.includes("file") };
  if (fileId !== undefined && !takes.file) throw refuse("fileId", "This practice is handed in as text. Remove the file and write it here.");
  if (text !== "" && !takes.text) throw refuse("text", "This practice is handed in as a file. Remove the text and attach the file.");
  if (text !== "" || fileId !== undefined) return text;
  if (!takes.text) throw refuse("fileId", "Attach the file that shows your practice.");
  throw refuse("text", takes.file ? "Write what you did, or attach a file that shows it." : "Write what you did.");
}
