import * as z from "zod";
import type { Context } from "./context.ts";
import { derive } from "./derive.ts";
import { record } from "./record.ts";
import { GuardFailed } from "./table.ts";

/** The last local date on which a piece of the day's work was done to its end. */
export const daysDone = record({
  type: "day-done",
  kind: "derived",
  schema: z.object({ name: z.string(), day: z.iso.date(), finishedAt: z.iso.datetime() }),
  address: ({ name }) => ({ of: "", at: `DONE#${name}` }),
});

/**
 * Does a piece of work once for each local date of the district. It is put down when it is through: should the process
 * end before that, the next hour does it again from the beginning, so each part of it must be harmless when done twice.
 */
export async function onceADay(ctx: Context, name: string, work: () => Promise<void>): Promise<void> {
  const last = await ctx.table.get(daysDone, { of: "", at: `DONE#${name}` });
  if (last && last.day >= ctx.today) return;
  await work();
  try {
    await derive(ctx, [daysDone.put({ version: last?.version ?? 0, name, day: ctx.today, finishedAt: ctx.now.toISOString() })]);
  } catch (error) {
    // Another hour's run was through first.
    if (!(error instanceof GuardFailed)) throw error;
  }
}
