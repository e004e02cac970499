import type { Context } from "../platform/context.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import { members, type School } from "./records.ts";

/** Where someone stands on the roster as their school's list has it: enough to know that their row says nothing new. */
export type Standing = { rosterHash: string | undefined; source: string | undefined };

const width = 16;

/** Everyone who is on a school's list, read from the lists themselves: one query a school, whatever the number of people. */
export async function readStandings(ctx: Context, everySchool: readonly Pick<School, "id">[]): Promise<Map<string, Standing>> {
  const standings = new Map<string, Standing>();
  await sideBySide(everySchool, width, async ({ id }) => {
    for (const { staffId, rosterHash, source } of await ctx.table.list(members, `S#${id}`, { prefix: "MEMBER#" }))
      standings.set(staffId, { rosterHash, source });
  });
  return standings;
}
