import * as z from "zod";
import type { Context } from "../platform/context.ts";
import { listMembersAfter, type Member } from "./queries.ts";

/** Where a walk through the schools' lists of people stands: at a school, after a person. */
export const WalkPlace = z.object({ school: z.number().int(), after: z.string().optional() });
export type WalkPlace = z.infer<typeof WalkPlace>;

/** Someone whom a walk came to, and at which school. */
export type Met = { staffId: string; schoolId: string };

/**
 * The next people of a walk through the schools' lists, `limit` rows at most, and where to go on; no place at the end of
 * the last school. Someone who works at two schools is met at both. Whom it does not concern is passed over and counts as a row.
 */
export async function walkMembers(
  ctx: Context,
  schoolIds: readonly string[],
  from: WalkPlace,
  { limit, concerns = () => true }: { limit: number; concerns?: (member: Member, schoolId: string) => boolean },
): Promise<{ met: Met[]; next: WalkPlace | undefined }> {
  const met: Met[] = [];
  let place: WalkPlace | undefined = from;
  let left = limit;
  while (place && left > 0) {
    const schoolId: string | undefined = schoolIds[place.school];
    if (schoolId === undefined) return { met, next: undefined };
    const members = await listMembersAfter(ctx, schoolId, place.after, left);
    for (const member of members) if (concerns(member, schoolId)) met.push({ staffId: member.staffId, schoolId });
    const last = members.length < left ? undefined : members.at(-1)?.staffId;
    // An empty school costs a look as well, so that a thousand of them are not walked in one go.
    left -= Math.max(members.length, 5);
    place = last === undefined ? { school: place.school + 1 } : { school: place.school, after: last };
    if (place.school >= schoolIds.length) place = undefined;
  }
  return { met, next: place };
}
