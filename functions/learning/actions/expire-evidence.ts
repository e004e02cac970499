import { commit, retryOnConflict } from "../../platform/commit.ts";
import { type LocalDate, localDate } from "../../platform/dates.ts";
import type { Granted } from "../../platform/grant.ts";
import { copiesOf, readMergedCopies } from "../../roster/merged-copies.ts";
import { evidenceOf } from "../queries.ts";
import { type Evidence, evidenceRecords } from "../records.ts";
import { emptyEvidence } from "./empty-evidence.ts";

/**
 * Empties what a person handed in as practice and what was said of it, where it was decided up to a day: its words and its file are
 * gone for good. That it was there, its state, who reviewed it, when and on which levels stays. What waits for a review is left, also
 * where it does so in another account that has the same since a merge was taken back. As a trial it counts and empties nothing.
 */
export async function expireEvidence(
  ctx: Granted<"retention:apply">,
  staffId: string,
  { upTo, isTrial }: { upTo: LocalDate; isTrial: boolean },
): Promise<{ rows: number; files: number }> {
  const isEmpty = ({ purged, expiredOn }: Evidence): boolean => purged !== undefined || expiredOn !== undefined;
  const isDecided = (one: Evidence): boolean => one.state !== "submitted" && decidedOn(one, ctx.district.zone) <= upTo;
  const isOver = (one: Evidence): boolean => !isEmpty(one) && isDecided(one);
  let over = (await evidenceOf(ctx, staffId)).filter(isOver);
  if (!isTrial)
    for (const each of over)
      await retryOnConflict(async () => {
        const { id, moduleId, submission } = each;
        const now = (await evidenceOf(ctx, staffId, moduleId)).find((one) => one.submission === submission);
        const copies = await readMergedCopies(ctx, staffId);
        if (!now || !isOver(now) || !copiesOf(copies, evidenceRecords, { id }).every((one) => isEmpty(one) || isDecided(one))) {
          over = over.filter((one) => one !== each);
          return;
        }
        await commit(ctx, {
          action: "evidence.expired",
          subject: `staff:${staffId}`,
          writes: await emptyEvidence(ctx, { evidence: now, copies, how: { expiredOn: ctx.today } }),
          after: { moduleId, submission, evidenceId: id, ...(now.file && { fileId: now.file.id }) },
          result: null,
        });
      });
  return { rows: over.length, files: over.filter(({ file }) => file).length };
}

const decidedOn = ({ review, submittedAt }: Evidence, zone: string): LocalDate =>
  localDate(new Date(review?.reviewedAt ?? submittedAt), zone);
