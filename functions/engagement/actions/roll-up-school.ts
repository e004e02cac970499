import { retryOnConflict } from "../../platform/commit.ts";
import type { Context } from "../../platform/context.ts";
import { derive } from "../../platform/derive.ts";
import { findSchool } from "../../roster/queries.ts";
import type { School } from "../../roster/records.ts";
import { readSummaries } from "../queries.ts";
import { type SchoolFigures, schoolRollUps, type StaffSummary } from "../records.ts";
import { readReplaceable, replace, saysTheSame } from "../replaceable.ts";
import { asOf } from "../standing.ts";
import { sumsOf } from "../tally.ts";

/**
 * Works out a school's figures from all its summary rows: the second stage of every figure. The version is read first,
 * then the rows, both strongly consistently, and the put is conditional on that version: whoever loses starts over from
 * there, so figures never go back to older rows. Nothing changed means nothing is written but, once a day, the day.
 */
export async function rollUpSchool(ctx: Context, schoolId: string): Promise<void> {
  await retryOnConflict(async () => {
    const old = await readReplaceable(ctx, schoolRollUps, { of: "ROLL", at: `S#${schoolId}` });
    const school = await findSchool(ctx, schoolId);
    const { rows, bad } = await readSummaries(ctx, schoolId);
    if (!school || (!school.isActive && rows.length === 0)) {
      if (old.value) await derive(ctx, [schoolRollUps.remove(old.value)]);
      return;
    }
    // A worker that began before midnight must not turn the day back.
    const day = old.value && old.value.asOfDay > ctx.today ? old.value.asOfDay : ctx.today;
    const next = { ...figuresOf(school, rows, bad, day, ctx), rolledAt: ctx.now.toISOString() };
    if (old.value && saysTheSame({ ...old.value, version: 0, rolledAt: next.rolledAt }, { ...next, version: 0 })) return;
    await derive(ctx, [replace(schoolRollUps, old, next)]);
  });
}

/** A school's figures for a day: a pure function of its rows, the day and the calendar. */
export function figuresOf(
  { id, name, level }: School,
  rows: StaffSummary[],
  bad: number,
  day: string,
  { district }: Context,
): Omit<SchoolFigures, "rolledAt"> {
  const when = asOf(day, district.calendar);
  const everyone = sumsOf(rows, when, ({ roles }) => roles, bad);
  const atHome = sumsOf(
    rows.filter(({ isHome }) => isHome),
    when,
    ({ districtRoles }) => districtRoles,
    bad,
  );
  return {
    schoolId: id,
    name,
    level,
    asOfDay: day,
    ...everyone,
    ...(!saysTheSame(everyone, atHome) && { home: atHome }),
    bad: bad + rows.reduce((sum, row) => sum + row.bad, 0),
  };
}
