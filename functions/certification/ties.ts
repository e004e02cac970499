import type { Context } from "../platform/context.ts";
import { listGivenReferences } from "../portfolio/read-references.ts";
import { asksForReferences, type Decider, type Ties } from "./application-rules.ts";
import { findStaff } from "../roster/queries.ts";
import { ownIds } from "../roster/read-merges.ts";
import type { CertificationDefinition } from "./ladder-rules.ts";
import type { Candidate } from "./queries.ts";

/** Who has recommended a person, where a certification asks for it: none of them reviews their application for it. */
export async function refereesFor(
  ctx: Context,
  definition: Pick<CertificationDefinition, "requirements" | "renewal"> | undefined,
  staffId: string,
): Promise<string[]> {
  return asksForReferences(definition) ? (await listGivenReferences(ctx, staffId)).map(({ refereeId }) => refereeId) : [];
}

/** How someone who reviews, or decides an appeal, may be tied to a person. */
export async function tiesOf(
  ctx: Context,
  { staff }: Pick<Candidate, "staff">,
  definition: CertificationDefinition | undefined,
): Promise<Ties> {
  return {
    coachId: staff.coachId,
    ownCoachMayReview: definition?.ownCoachMayReview ?? true,
    recommendedBy: await refereesFor(ctx, definition, staff.id),
  };
}

/** Someone who would review or decide, as all that they are. */
export async function deciderOf(ctx: Context, staffId: string): Promise<Decider> {
  const [ids, staff] = await Promise.all([ownIds(ctx, staffId), findStaff(ctx, staffId)]);
  return { ids, coachId: staff?.coachId };
}
