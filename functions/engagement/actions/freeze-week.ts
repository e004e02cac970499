import type { Context } from "../../platform/context.ts";
import { isoWeek } from "../../platform/dates.ts";
import { derive } from "../../platform/derive.ts";
import { GuardFailed } from "../../platform/table.ts";
import { JobRole, SchoolLevel } from "../../roster/contract.ts";
import { type Choice, viewAcross } from "../district-figures.ts";
import { frozenFigures } from "../trend.ts";
import { benchDepthOf } from "../metrics/bench-depth.ts";
import { benchWeeks } from "../bench-records.ts";
import { type SchoolFigures, schoolRollUps, schoolWeeks, sliceOf, teamCoverages, trendWeeks, weekRollUps } from "../records.ts";
import { sideBySide } from "../../platform/side-by-side.ts";

const width = 16;

/**
 * Freezes the week's figures, once: each school's, in its own partition and beside the others of the week, then the
 * district's from those very rows, for every choice of level and role in one transaction. What is frozen is never written again; a run that was cut short is continued by the next.
 */
export async function freezeWeek(ctx: Context): Promise<"frozen" | "frozenBefore"> {
  const week = isoWeek(ctx.today);
  if (await ctx.table.get(trendWeeks, { of: `TREND#${sliceOf({})}`, at: week })) return "frozenBefore";
  const frozen: SchoolFigures[] = [];
  await sideBySide(await ctx.table.list(schoolRollUps, "ROLL", { prefix: "S#" }), width, async (school) => {
    frozen.push(await freezeSchool(ctx, school, week));
  });
  const ordered = frozen.toSorted((a, b) => a.schoolId.localeCompare(b.schoolId));
  const views = new Map([undefined, ...SchoolLevel.options].map((level) => [level, viewAcross(ordered, level)]));
  const writes = choicesIn(ordered).map((choice) =>
    trendWeeks.put({
      version: 0,
      slice: sliceOf(choice),
      week,
      asOfDay: ctx.today,
      ...frozenFigures(views.get(choice.level)?.all(choice.role) ?? new Map()),
    }),
  );
  try {
    await derive(ctx, [...writes, benchWeeks.put({ version: 0, week, asOfDay: ctx.today, schools: await benchesOf(ctx, ordered) })]);
    return "frozen";
  } catch (error) {
    if (error instanceof GuardFailed) return "frozenBefore";
    throw error;
  }
}

/** How deep the bench is of each school that has critical roles, today. */
async function benchesOf(ctx: Context, schools: readonly SchoolFigures[]): Promise<Parameters<typeof benchWeeks.put>[0]["schools"]> {
  const levels = new Map(schools.map(({ schoolId, level }) => [schoolId, level]));
  const rows = await ctx.table.list(teamCoverages, "TEAM", { prefix: "S#" });
  return Object.fromEntries(
    rows.flatMap(({ place, bench = [] }) => {
      const [level, { numerator: deep, denominator: of }] = [levels.get(place), benchDepthOf(bench)];
      return level === undefined || of === 0 ? [] : [[place, { level, deep, of }]];
    }),
  );
}

/** The school's row of the week: ours, or the one that an earlier run froze. */
async function freezeSchool(ctx: Context, school: SchoolFigures, week: string): Promise<SchoolFigures> {
  const row = { ...school, week, version: 0 };
  try {
    await derive(ctx, [schoolWeeks.put(row), weekRollUps.put(row)]);
    return row;
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error;
    return (await ctx.table.get(schoolWeeks, { of: `S#${school.schoolId}`, at: `HIST#${week}` })) ?? row;
  }
}

/** Every choice that the page offers and that has anyone in it: at most 55, which one transaction holds with the row of the benches. */
function choicesIn(schools: readonly SchoolFigures[]): Choice[] {
  const levels = SchoolLevel.options.filter((level) => schools.some((school) => school.level === level));
  const choices: Choice[] = [];
  for (const level of [undefined, ...levels])
    for (const role of [undefined, ...JobRole.options]) {
      const isAnyone = schools.some(
        (school) => (level === undefined || school.level === level) && (role === undefined || role in school.byRole),
      );
      if (isAnyone || (level === undefined && role === undefined)) choices.push({ level, role });
    }
  return choices;
}
