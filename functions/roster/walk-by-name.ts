import type { Context } from "../platform/context.ts";
import { nameKey, nameLists } from "./name-lists.ts";
import { type Staff, staffRecords } from "./records.ts";

/** Where a walk through the lists of names stands: on a list, after a name. */
export type NamePlace = { list: number; after?: string | undefined };

/** Above every character that a key of these lists uses for what parts it. */
const justAfter = "\u0001";

/**
 * The next people of a walk through everyone who is or was here, by the lists of names, `limit` at most, and where to go on; no place at
 * the end. Each is met once; who is renamed meanwhile may be met twice or not at all.
 */
export async function nextByName(
  ctx: Context,
  from: NamePlace,
  limit: number,
): Promise<{ staffIds: string[]; next: NamePlace | undefined; lists: number }> {
  const staffIds: string[] = [];
  let place: NamePlace | undefined = from;
  while (place && staffIds.length < limit) {
    const of: string | undefined = nameLists[place.list];
    if (of === undefined) return { staffIds, next: undefined, lists: nameLists.length };
    const left = limit - staffIds.length;
    const rows = await listedAfter(ctx, of, place.after, left);
    staffIds.push(...rows.map(({ id }) => id));
    const last = rows.length < left ? undefined : rows.at(-1);
    place = last ? { list: place.list, after: nameKey(last) } : { list: place.list + 1 };
  }
  return { staffIds, next: place && place.list < nameLists.length ? place : undefined, lists: nameLists.length };
}

async function listedAfter(ctx: Context, of: string, after: string | undefined, limit: number): Promise<Staff[]> {
  const from = after === undefined ? {} : { from: `${after}${justAfter}` };
  return (await ctx.table.page(staffRecords, of, { index: "index1", limit, ...from })).rows;
}
