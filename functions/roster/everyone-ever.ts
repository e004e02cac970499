import type { Context } from "../platform/context.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import { listEverySchool, listMembers } from "./queries.ts";
import { staffRecords } from "./records.ts";

/** First letters of family names as they are written in Latin script. */
const letters = Array.from("abcdefghijklmnopqrstuvwxyz0123456789àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþßāăąćčďđēęěğīįıķļľłńņňőœřśşšťţūůűųźżžșțʻ’'");
const width = 8;

/**
 * The ids of everyone who is or was here, in order: from the lists of schools, and from the list of names for those who
 * left. Of those who left, a name that does not begin in Latin script is not found.
 */
export async function everyoneEver(ctx: Context): Promise<string[]> {
  const ids = new Set<string>();
  await sideBySide(letters, width, async (letter) => {
    for (const { id } of await ctx.table.list(staffRecords, `NAME#${letter}`, { index: "index1" }, () => {})) ids.add(id);
  });
  await sideBySide(await listEverySchool(ctx), width, async ({ id }) => {
    for (const { staffId } of await listMembers(ctx, id)) ids.add(staffId);
  });
  return [...ids].toSorted();
}
