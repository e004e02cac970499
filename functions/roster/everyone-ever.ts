import type { Context } from "../platform/context.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import { nameLists } from "./name-lists.ts";
import { listEverySchool, listMembers } from "./queries.ts";
import { staffRecords } from "./records.ts";

const width = 8;

/**
 * The ids of everyone who is or was here, in order, whatever script their names are written in: from the lists of names,
 * which those who left stay on, and from the lists of schools.
 */
export async function everyoneEver(ctx: Context): Promise<string[]> {
  const ids = new Set<string>();
  await sideBySide(nameLists, width, async (list) => {
    for (const { id } of await ctx.table.list(staffRecords, list, { index: "index1" }, () => {})) ids.add(id);
  });
  await sideBySide(await listEverySchool(ctx), width, async ({ id }) => {
    for (const { staffId } of await listMembers(ctx, id)) ids.add(staffId);
  });
  return [...ids].toSorted();
}
