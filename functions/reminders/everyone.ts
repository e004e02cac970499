import * as z from "zod";
import type { Context } from "../platform/context.ts";
import { listEverySchool, listMembers } from "../roster/queries.ts";

/** How far a walk over everyone has come: which school, and after which of its people. */
export const Place = z.object({ school: z.number().int(), after: z.string().optional(), done: z.number().int() });
export type Place = z.infer<typeof Place>;

export const start: Place = { school: 0, done: 0 };

/**
 * The next people of a walk over a whole district, school by school, and the place after them; undefined when it is
 * through. Someone at two schools comes up twice. `total` counts schools: it is known at once.
 */
export async function nextPeople(
  ctx: Context,
  at: Place,
  atOnce: number,
): Promise<{ staffIds: string[]; next: Place | undefined; schools: number }> {
  const schools = (await listEverySchool(ctx)).toSorted((a, b) => a.id.localeCompare(b.id));
  const school = schools[at.school];
  if (!school) return { staffIds: [], next: undefined, schools: schools.length };
  const ids = (await listMembers(ctx, school.id)).map(({ staffId }) => staffId).toSorted();
  const rest = at.after === undefined ? ids : ids.filter((id) => id > at.after!);
  const staffIds = rest.slice(0, atOnce);
  const done = at.done + staffIds.length;
  const isThrough = staffIds.length === rest.length;
  const last = staffIds.at(-1);
  const next = isThrough ? { school: at.school + 1, done } : { school: at.school, done, ...(last !== undefined && { after: last }) };
  return { staffIds, next: next.school >= schools.length ? undefined : next, schools: schools.length };
}
