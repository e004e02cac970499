import type { Context } from "../platform/context.ts";
import { listMembersAfter } from "../roster/queries.ts";

/** Where a walk through the schools' lists of people stands: at a school, after a person. */
export type Place = { school: number; after?: string | undefined };

/** The next people of a walk through the schools' lists, and where to go on; past the last school it names nobody. */
export async function nextPeople(
  ctx: Context,
  schoolIds: readonly string[],
  { school, after }: Place,
  limit: number,
): Promise<{ people: { staffId: string; schoolId: string }[]; next: Place } | undefined> {
  const schoolId = schoolIds[school];
  if (schoolId === undefined) return undefined;
  const members = await listMembersAfter(ctx, schoolId, after, limit);
  const last = members.length < limit ? undefined : members.at(-1)?.staffId;
  const people = members.map(({ staffId }) => ({ staffId, schoolId }));
  return { people, next: last === undefined ? { school: school + 1 } : { school, after: last } };
}
