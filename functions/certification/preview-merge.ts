import { assignmentsFrom } from "../assignment/queries.ts";
import { enrollmentsFrom } from "../learning/queries.ts";
import type { Context } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import { mergedProfiles, requireMergeable } from "../roster/merge-rules.ts";
import { listCaseload, listEverySchool, readStaff, staffFrom } from "../roster/queries.ts";
import { mergesOf } from "../roster/read-merges.ts";
import { fullName, rolesFrom } from "../roster/rules.ts";
import { mergedSeats } from "../roster/seat-merge-rules.ts";
import { seatsFrom } from "../roster/team-queries.ts";
import type { MergePreview } from "./contract.ts";
import { certificatesFrom } from "./queries.ts";

/**
 * What merging another account into this one would move, in numbers: completions, those that both have, certificates,
 * assignments, roles and people coached. Refused where the merge would be. Nothing is written.
 */
export async function previewMerge(
  ctx: Context,
  { staffId, duplicateId }: { staffId: string; duplicateId: string },
): Promise<MergePreview> {
  const kept = await readStaff(ctx, staffId);
  const [items, own, schools, coached, earlier] = await Promise.all([
    ctx.table.collection(`U#${duplicateId}`),
    ctx.table.collection(`U#${staffId}`),
    listEverySchool(ctx),
    listCaseload(ctx, duplicateId),
    mergesOf(ctx, duplicateId),
  ]);
  const duplicate = staffFrom(items);
  if (!duplicate) throw notFound("person");
  requireMergeable(kept, duplicate, earlier, ctx.today);
  const after = mergedProfiles(kept, duplicate, { by: "", at: ctx.now.toISOString(), today: ctx.today });
  const done = (rows: typeof items) =>
    new Set(enrollmentsFrom(rows).flatMap(({ moduleId, completedAt }) => (completedAt === undefined ? [] : moduleId)));
  const [theirs, mine] = [done(items), done(own)];
  const nameOf = new Map(schools.map(({ id, name }) => [id, name]));
  const before = new Set(kept.roles.map(({ role, schoolId }) => `${role} ${schoolId}`));
  return {
    name: fullName(duplicate),
    email: duplicate.email,
    keptName: fullName(kept),
    completions: theirs.size,
    completionsOfBoth: theirs.intersection(mine).size,
    completionsAfter: theirs.union(mine).size,
    begun: enrollmentsFrom(items).length,
    certificates: certificatesFrom(items).length,
    assignments: assignmentsFrom(items).filter(({ endedOn }) => endedOn === undefined).length,
    caseload: coached.length,
    seats: mergedSeats(seatsFrom(own), seatsFrom(items)).moved.length,
    roles: rolesFrom(after.kept, ctx.today)
      .filter(({ role, schoolId }) => !before.has(`${role} ${schoolId}`))
      .map(({ role, schoolId }) => ({ role, schoolName: nameOf.get(schoolId) ?? "A closed school" })),
    losesAdministration: duplicate.isDistrictAdministrator && !kept.isDistrictAdministrator,
  };
}
