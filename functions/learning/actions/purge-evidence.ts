import { readModule, readModuleTitles } from "../../curriculum/queries.ts";
import { commit } from "../../platform/commit.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Language } from "../../platform/language.ts";
import { enqueue } from "../../platform/outbox.ts";
import type { RecordWrite } from "../../platform/record.ts";
import { readMergedCopies } from "../../roster/merged-copies.ts";
import { readStaff } from "../../roster/queries.ts";
import type { Staff } from "../../roster/records.ts";
import { fullName, isWorking } from "../../roster/rules.ts";
import type { PurgedEvidence, PurgeEvidence } from "../contract.ts";
import { learningMail } from "../mail-words.ts";
import { readEvidence } from "../queries.ts";
import type { Evidence } from "../records.ts";
import { emptiedEvidence } from "../rules.ts";
import { emptyEvidence } from "./empty-evidence.ts";

type Reviewer = Granted<"evidence:review">;

/**
 * Empties evidence in which a student can be recognized: its words and its file are gone for good; that it was there, who
 * emptied it and why stays. What waited for a review goes back to its person; what was accepted stays accepted.
 */
export async function purgeEvidence(
  ctx: Reviewer,
  input: PurgeEvidence & { staffId: string; moduleId: string; submission: number },
): Promise<PurgedEvidence> {
  const { staffId, submission, version, reason } = input;
  const module = await readModule(ctx, input.moduleId);
  const [staff, evidence] = await Promise.all([readStaff(ctx, staffId), readEvidence(ctx, staffId, module.id, submission)]);
  if (evidence.purged) throw new AppError("conflict", "This was emptied already. Reload to see why.");
  if (evidence.version !== version)
    throw new AppError("conflict", "This has changed since you opened it. Reload to see it as it is now, and empty it then.");
  const { file } = evidence;
  const { id: by, name: byName } = reviewerOf(ctx);
  const how = { purged: { by, byName, at: ctx.now.toISOString(), reason } };
  const emptied = emptiedEvidence(evidence, how);
  const told = tell(ctx, { staff, emptied, titles: await readModuleTitles(ctx, module.id), reviewer: byName });
  return commit(ctx, {
    action: "evidence.purged",
    subject: `staff:${staffId}`,
    writes: [...(await emptyEvidence(ctx, { evidence, copies: await readMergedCopies(ctx, staffId), how })), ...told],
    after: { moduleId: module.id, submission, evidenceId: evidence.id, state: emptied.state, reason, ...(file && { fileId: file.id }) },
    result: { submission, state: emptied.state, isTold: told.length > 0 },
  });
}

function reviewerOf({ actor }: Reviewer): { id: string; name: string } {
  if (actor.kind !== "person") throw new Error("evidence is reviewed by people");
  return { id: actor.staffId, name: actor.name };
}

function tell(
  ctx: Reviewer,
  { staff, emptied, titles, reviewer }: { staff: Staff; emptied: Evidence; titles: Record<Language, string>; reviewer: string },
): RecordWrite<"fact">[] {
  if (!isWorking(staff, ctx.today) || staff.email === "") return [];
  const { id, state, moduleId } = emptied;
  return [
    enqueue(ctx, {
      key: `evidence-purged:${id}`,
      staffId: staff.id,
      toName: fullName(staff),
      toEmail: staff.email,
      says: learningMail.emptied({
        givenName: staff.givenName,
        reviewer,
        isAccepted: state === "accepted",
        titles,
        address: `${ctx.origin}/learn/${moduleId}`,
      }),
    }),
  ];
}
