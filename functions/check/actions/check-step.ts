import type { Context } from "../../platform/context.ts";
import { dayNumber } from "../../platform/dates.ts";
import { derive } from "../../platform/derive.ts";
import type { Granted } from "../../platform/grant.ts";
import { log } from "../../platform/log.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import type { Step } from "../../platform/task.ts";
import { listEverySchool } from "../../roster/queries.ts";
import { checkPerson } from "../check-person.ts";
import { checkRow } from "../check-row.ts";
import { checkSchool, peopleIn } from "../check-school.ts";
import { checkSchoolWeeks, checkWeek, frozenWeeks } from "../check-weeks.ts";
import type { CheckReport, Finding } from "../contract.ts";
import { holding } from "../reading.ts";
import { checkReports } from "../records.ts";
import { repairDerived } from "../repair.ts";
import type { CheckPoint } from "../self-check.ts";

/** A step looks at whole schools until it has seen so many people; one very large school is a step of its own. */
const peopleInAStep = 200;
const kept = 100;
const width = 8;

type Counts = Omit<CheckReport, "findings">;

/**
 * One step of a district's check: the next schools with their people, everything that follows from facts worked out anew
 * and compared. What is derived and differs is made anew at once. Nothing is scanned: what no list of the district leads
 * to is found by the check of the whole table (docs/operations.md, the self-check).
 */
export async function checkStep(ctx: Granted<"engagement:read">, from: CheckPoint | undefined): Promise<Step<CheckPoint, Counts>> {
  const at = from ?? (await begin(ctx));
  const schoolIds = [...at.schoolIds];
  const reading = holding(ctx);
  const weeks = await weeksOfNight(ctx);
  const found: Finding[] = [];
  let { people } = at;
  while (schoolIds.length > 0 && people - at.people < peopleInAStep) {
    const schoolId = schoolIds.shift() ?? "";
    const items = await reading.table.collection(`S#${schoolId}`);
    found.push(...items.flatMap(checkRow), ...(await checkSchool(reading, schoolId, items)));
    found.push(...(await checkSchoolWeeks(reading, schoolId, items, weeks)));
    const staffIds = peopleIn(items);
    await sideBySide(staffIds, width, async (staffId) => {
      const rows = await reading.table.collection(`U#${staffId}`);
      found.push(...rows.flatMap(checkRow), ...(await checkPerson(reading, staffId, rows, [schoolId])));
    });
    people += staffIds.length;
  }
  if (schoolIds.length === 0) for (const week of weeks) found.push(...(await checkWeek(reading, week)));
  const next = await withFindings(ctx, { ...at, schoolIds, people }, found);
  if (schoolIds.length > 0) return { checkpoint: next, done: at.schools - schoolIds.length, total: at.schools };
  return { outcome: await keep(ctx, next) };
}

async function begin(ctx: Context): Promise<CheckPoint> {
  const schoolIds = (await listEverySchool(ctx)).map(({ id }) => id);
  return { schoolIds, schools: schoolIds.length, people: 0, found: 0, repaired: 0, findings: [] };
}

/** Weeks that are over do not change by themselves: the latest two, and of the others another one each night. */
async function weeksOfNight(ctx: Context): Promise<string[]> {
  const [last, before, ...others] = await frozenWeeks(ctx);
  const inTurn = others[dayNumber(ctx.today) % Math.max(1, others.length)];
  return [last, before, inTurn].filter((week) => week !== undefined);
}

/** Someone who works at two schools is met twice, and what is wrong with them is one finding. */
async function withFindings(ctx: Context, at: CheckPoint, found: readonly Finding[]): Promise<CheckPoint> {
  const nameOf = ({ kind, row }: Pick<Finding, "kind" | "row">): string => `${kind} ${row}`;
  const known = new Set(at.findings.map(nameOf));
  const fresh = [...new Map(found.map((one) => [nameOf(one), one])).values()].filter((one) => !known.has(nameOf(one)));
  await repairDerived(ctx, fresh);
  const shown = fresh.map(({ repair, ...finding }) => ({ ...finding, isRepaired: repair !== undefined }));
  return {
    ...at,
    found: at.found + shown.length,
    repaired: at.repaired + shown.filter(({ isRepaired }) => isRepaired).length,
    findings: [...at.findings, ...shown].slice(0, kept),
  };
}

async function keep(ctx: Context, { people, schools, found, repaired, findings }: CheckPoint): Promise<Counts> {
  const counts = { finishedAt: ctx.now.toISOString(), people, schools, found, repaired };
  const old = await ctx.table.get(checkReports, { of: "", at: "CHECK" });
  await derive(ctx, [checkReports.put({ version: old?.version ?? 0, ...counts, findings })]);
  // An operator hears of it: the alarm on errors in the log.
  if (found > 0) log("error", "the self-check found differences", { districtId: ctx.district.id, count: found });
  return counts;
}
