import { commit, retryOnConflict } from "../../platform/commit.ts";
import { type LocalDate, localDate } from "../../platform/dates.ts";
import type { Granted } from "../../platform/grant.ts";
import { evidenceOf } from "../queries.ts";
import { type Evidence, evidenceRecords } from "../records.ts";
import { removeFile } from "./remove-file.ts";

/**
 * Empties what a person handed in as practice and what was said of it, where it was decided up to a day: its words and its file are
 * gone for good. That it was there, its state, who reviewed it, when and on which levels stays. What waits for a review is left. As a
 * trial it counts and empties nothing.
 */
export async function expireEvidence(
  ctx: Granted<"retention:apply">,
  staffId: string,
  { upTo, isTrial }: { upTo: LocalDate; isTrial: boolean },
): Promise<{ rows: number; files: number }> {
  const isOver = (one: Evidence): boolean =>
    one.state !== "submitted" && !one.purged && one.expiredOn === undefined && decidedOn(one, ctx.district.zone) <= upTo;
  const over = (await evidenceOf(ctx, staffId)).filter(isOver);
  if (!isTrial)
    for (const { moduleId, submission } of over)
      await retryOnConflict(async () => {
        const now = (await evidenceOf(ctx, staffId, moduleId)).find((one) => one.submission === submission);
        if (!now || !isOver(now)) return;
        const { file, review, ...rest } = now;
        const removed = file ? await removeFile(ctx, staffId, file) : [];
        const emptied = { ...rest, text: "", ...(review && { review: { ...review, comment: "" } }), expiredOn: ctx.today };
        await commit(ctx, {
          action: "evidence.expired",
          subject: `staff:${staffId}`,
          writes: [evidenceRecords.put(emptied), ...removed],
          after: { moduleId, submission, evidenceId: now.id, ...(file && { fileId: file.id }) },
          result: null,
        });
      });
  return { rows: over.length, files: over.filter(({ file }) => file).length };
}

const decidedOn = ({ review, submittedAt }: Evidence, zone: string): LocalDate =>
  localDate(new Date(review?.reviewedAt ?? submittedAt), zone);
