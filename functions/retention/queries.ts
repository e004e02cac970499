import type { Context } from "../platform/context.ts";
import { localDate } from "../platform/dates.ts";
import { idFrom } from "../platform/ids.ts";
import type { Versioned } from "../platform/record.ts";
import { findTask } from "../platform/task.ts";
import { keepOptions, type RetentionPage } from "./contract.ts";
import { retentionAddress, type RetentionPolicy, retentionPolicies } from "./records.ts";
import { firstOfMonth, holdsThisMonth, lastDayOver, nextRun } from "./rules.ts";

/** For how many school years evidence is kept; undefined while the district keeps everything. */
export async function schoolYearsKept(ctx: Context): Promise<number | undefined> {
  return (await ctx.table.get(retentionPolicies, retentionAddress))?.schoolYears;
}

/** The work that empties what is over this month: begun once, whichever day of the month that is. */
export const monthsTaskId = (ctx: Context): string => idFrom("tsk", ctx.district.id, "empty-what-is-over", ctx.today.slice(0, 7));

/** For how many school years evidence is kept, where what is over is still to be emptied this month; undefined where nothing is to be done. */
export async function schoolYearsDue(ctx: Context): Promise<number | undefined> {
  const policy = await ctx.table.get(retentionPolicies, retentionAddress);
  return policy && (await isStillDue(ctx, policy)) ? policy.schoolYears : undefined;
}

async function isStillDue(ctx: Context, { schoolYears, savedAt }: RetentionPolicy): Promise<boolean> {
  if (schoolYears === undefined || !holdsThisMonth(localDate(new Date(savedAt), ctx.district.zone), ctx.today)) return false;
  return !(await findTask(ctx, monthsTaskId(ctx)));
}

/** The district's choice and what comes of it; one read, and one more where there is a choice. */
export async function readRetention(ctx: Context): Promise<RetentionPage> {
  const policy = await ctx.table.get(retentionPolicies, retentionAddress);
  const over = (on: string, schoolYears: number) => lastDayOver(on, schoolYears, ctx.district.calendar);
  // What the first of the month did not come to is done as soon as may be.
  const on = policy && (await isStillDue(ctx, policy)) ? ctx.today : nextRun(ctx.today);
  return {
    version: policy?.version ?? 0,
    upTo: keepOptions.map((schoolYears) => ({ schoolYears, day: over(ctx.today, schoolYears) })),
    ...(policy?.schoolYears !== undefined && {
      schoolYears: policy.schoolYears,
      next: { on, upTo: over(firstOfMonth(on), policy.schoolYears) },
    }),
    ...(policy && savedOf(ctx, policy)),
  };
}

const savedOf = (ctx: Context, { savedByName, savedAt }: Versioned & { savedByName: string; savedAt: string }) => ({
  savedByName,
  savedOn: localDate(new Date(savedAt), ctx.district.zone),
});
