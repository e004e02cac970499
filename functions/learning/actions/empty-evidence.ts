import type { Context } from "../../platform/context.ts";
import type { RecordWrite, Versioned } from "../../platform/record.ts";
import { changeEverywhere, type MergedCopies } from "../../roster/merged-copies.ts";
import { readEnrollment } from "../queries.ts";
import { enrollments, type Evidence, evidenceRecords } from "../records.ts";
import { emptiedEvidence, withEmptiedPractice } from "../rules.ts";
import { removeFile } from "./remove-file.ts";

/**
 * Removes the file of a submission for good and gives the writes that empty it, wherever a merge has put or left a copy of it. Where it
 * waited for a review, its enrollment says that it is with its person again.
 */
export async function emptyEvidence(
  ctx: Context,
  { evidence, copies, how }: { evidence: Evidence & Versioned; copies: MergedCopies; how: Parameters<typeof emptiedEvidence>[1] },
): Promise<RecordWrite<"fact">[]> {
  const { id, staffId, moduleId, file } = evidence;
  const enrollment = await readEnrollment(ctx, staffId, moduleId);
  const removed = file ? await removeFile(ctx, { staffId, file, copies }) : [];
  return [
    ...changeEverywhere(ctx.district.id, copies, evidenceRecords, {
      row: evidence,
      same: { id },
      change: (one) => emptiedEvidence(one, how),
    }),
    ...changeEverywhere(ctx.district.id, copies, enrollments, {
      row: enrollment,
      same: { moduleId },
      change: (one) => withEmptiedPractice(one, id, ctx.now.toISOString()),
    }),
    ...removed,
  ];
}
