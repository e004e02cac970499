import type { Context } from "../platform/context.ts";
import { rowsOf } from "../platform/district-table.ts";
import { log } from "../platform/log.ts";
import { type SchoolFigures, schoolRollUps, type StaffSummary, staffSummaries } from "./records.ts";

/** What a school's partition says of its people: `staffIds` names everyone with a row, `rows` those that can be read. */
export type Summaries = { rows: StaffSummary[]; staffIds: string[]; bad: number };

/** A school's summary rows, strongly consistent; a row that cannot be read is left out, counted and logged. */
export async function readSummaries(ctx: Context, schoolId: string): Promise<Summaries> {
  const items = await ctx.table.collection(`S#${schoolId}`, { prefix: "STAFF#" });
  const rows = rowsOf(staffSummaries, items, ({ SK }) =>
    log("warn", "a row cannot be read and is left out of the figures", { districtId: ctx.district.id, row: `S#${schoolId} / ${SK}` }),
  );
  return { rows, staffIds: items.map(({ SK }) => SK.slice("STAFF#".length)), bad: items.length - rows.length };
}

/** Every school's figures of today, by name: one query, whatever the number of staff. */
export async function readRollUps(ctx: Context): Promise<SchoolFigures[]> {
  const all = await ctx.table.list(schoolRollUps, "ROLL", { prefix: "S#", eventual: true });
  return all.toSorted((a, b) => a.name.localeCompare(b.name));
}
