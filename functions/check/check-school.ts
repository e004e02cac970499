import { figuresOf } from "../engagement/actions/roll-up-school.ts";
import { schoolRollUps, staffSummaries } from "../engagement/records.ts";
import type { Context } from "../platform/context.ts";
import { rowsOf } from "../platform/district-table.ts";
import { log } from "../platform/log.ts";
import type { Item } from "../platform/table.ts";
import { findSchool } from "../roster/queries.ts";
import type { Finding } from "./contract.ts";
import { difference } from "./difference.ts";

/** Everyone of whom a school's partition holds a row: on its list, or in its figures. */
export function peopleIn(items: readonly Item[]): string[] {
  return [...new Set(items.flatMap(({ SK }) => /^(?:MEMBER|STAFF)#(.+)$/.exec(SK)?.[1] ?? []))];
}

/** Whether a school's figures are what its rows add up to, on the day for which they were worked out. */
export async function checkSchool(ctx: Context, schoolId: string, items: Item[]): Promise<Finding[]> {
  const place = `ROLL / S#${schoolId}`;
  const repair = { kind: "rollUp" as const, schoolId };
  const summaries = items.filter(({ SK }) => SK.startsWith("STAFF#"));
  const rows = rowsOf(staffSummaries, summaries, () => undefined);
  try {
    const [school, stored] = await Promise.all([
      findSchool(ctx, schoolId),
      ctx.table.get(schoolRollUps, { of: "ROLL", at: `S#${schoolId}` }),
    ]);
    if (!school || (!school.isActive && rows.length === 0))
      return stored
        ? [{ kind: "rollUpDiffers", row: place, expected: "no figures: the school is closed and empty", found: "figures", repair }]
        : [];
    if (!stored)
      return rows.length === 0
        ? []
        : [{ kind: "rollUpDiffers", row: place, expected: "the school's figures", found: "no such row", repair }];
    const { rolledAt, asOfDay } = stored;
    const wanted = { ...figuresOf(school, rows, summaries.length - rows.length, asOfDay, ctx), rolledAt };
    const differs = difference(wanted, stored);
    return differs ? [{ kind: "rollUpDiffers", row: place, ...differs, repair }] : [];
  } catch (error) {
    log("warn", "a school's figures could not be checked", { districtId: ctx.district.id, error: String(error) });
    return [{ kind: "rollUpDiffers", row: place, expected: "the school's figures", found: "a row that cannot be read", repair }];
  }
}
