import type { Context } from "../platform/context.ts";
import { listMembersAfter, type Member } from "../roster/queries.ts";

/** Where a walk through the schools' lists of people stands: at a school, after a person. */
export type Place = { school: number; after?: string | undefined };

export type Found = { staffId: string; schoolId: string };

/**
 * The next people of a walk through the schools' lists, `limit` rows at most, and where to go on; no place at the end of
 * the last school. Someone who works at two schools is met at both. `total` counts the rows that were looked at.
 */
export async function walkMembers(
  ctx: Context,
  schoolIds: readonly string[],
  from: Place,
  { limit, concerns }: { limit: number; concerns: (member: Member, schoolId: string) => boolean },
): Promise<{ found: Found[]; next: Place | undefined }> {
  const found: Found[] = [];
  let place: Place | undefined = from;
  let left = limit;
  while (place && left > 0) {
    const schoolId: string | undefined = schoolIds[place.school];
    if (schoolId === undefined) return { found, next: undefined };
    const members = await listMembersAfter(ctx, schoolId, place.after, left);
    for (const member of members) if (concerns(member, schoolId)) found.push({ staffId: member.staffId, schoolId });
    const last = members.length < left ? undefined : members.at(-1)?.staffId;
    // An empty school costs a look as well, so that a thousand of them are not walked in one go.
    left -= Math.max(members.length, 5);
    place = last === undefined ? { school: place.school + 1 } : { school: place.school, after: last };
    if (place.school >= schoolIds.length) place = undefined;
  }
  return { found, next: place };
}
