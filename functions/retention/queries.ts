import type { Context } from "../platform/context.ts";
import { localDate } from "../platform/dates.ts";
import type { Versioned } from "../platform/record.ts";
import { keepOptions, type RetentionPage } from "./contract.ts";
import { retentionAddress, retentionPolicies } from "./records.ts";
import { lastDayOver, nextRun } from "./rules.ts";

/** For how many school years evidence is kept; undefined while the district keeps everything. */
export async function schoolYearsKept(ctx: Context): Promise<number | undefined> {
  return (await ctx.table.get(retentionPolicies, retentionAddress))?.schoolYears;
}

/** The district's choice and what comes of it; one read. */
export async function readRetention(ctx: Context): Promise<RetentionPage> {
  const policy = await ctx.table.get(retentionPolicies, retentionAddress);
  const over = (on: string, schoolYears: number) => lastDayOver(on, schoolYears, ctx.district.calendar);
  const on = nextRun(ctx.today);
  return {
    version: policy?.version ?? 0,
    upTo: keepOptions.map((schoolYears) => ({ schoolYears, day: over(ctx.today, schoolYears) })),
    ...(policy?.schoolYears !== undefined && {
      schoolYears: policy.schoolYears,
      next: { on, upTo: over(on, policy.schoolYears) },
    }),
    ...(policy && savedOf(ctx, policy)),
  };
}

const savedOf = (ctx: Context, { savedByName, savedAt }: Versioned & { savedByName: string; savedAt: string }) => ({
  savedByName,
  savedOn: localDate(new Date(savedAt), ctx.district.zone),
});
