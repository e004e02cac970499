import type { Context } from "../../platform/context.ts";
import { dayNumber } from "../../platform/dates.ts";
import { derive } from "../../platform/derive.ts";
import { log } from "../../platform/log.ts";
import { GuardFailed } from "../../platform/table.ts";
import { listEverySchool, listMembers } from "../../roster/queries.ts";
import { readSummaries } from "../queries.ts";
import { dayTickPlaces, dayTicks } from "../records.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { coverEveryTeam } from "./cover-teams.ts";
import { freezeWeek } from "./freeze-week.ts";
import { rollUpSchool } from "./roll-up-school.ts";
import { summarizeStaff } from "./summarize-staff.ts";

const width = 16;
/** So many people are done between two marks of how far it has come: a second or two. */
const peopleToAMark = 100;

/** `everyone`: each person's rows are made anew. `outdated`: only those that a date alone has changed. */
export type Thoroughness = "everyone" | "outdated";

/**
 * Brings a district's figures to today, once for each local date, and freezes the week on its first day. With
 * `everyone` it is the repair too: whatever stream records were lost, the figures are right afterwards. Cut short, it goes
 * on from where it stood when it is called again on that date. Returns whether there was anything to do.
 */
export async function dayTick(ctx: Context, thoroughness: Thoroughness = "everyone"): Promise<boolean> {
  const last = await ctx.table.get(dayTicks, { of: "", at: "TICK#engagement" });
  if (last && last.day >= ctx.today) return false;
  const place = await ctx.table.get(dayTickPlaces, { of: "", at: "TICKPLACE#engagement" });
  const done = await bringUpToDate(ctx, thoroughness, {
    after: place?.day === ctx.today ? place.after : "",
    mark: (after) => derive(ctx, [dayTickPlaces.overwrite({ day: ctx.today, after })]),
  });
  await freezeWeek(ctx);
  try {
    await derive(ctx, [dayTicks.put({ version: last?.version ?? 0, day: ctx.today, finishedAt: ctx.now.toISOString(), ...done })]);
  } catch (error) {
    // Another tick finished first; both wrote the same figures.
    if (!(error instanceof GuardFailed)) throw error;
  }
  return true;
}

/** Makes every summary and every roll-up of a district anew from the facts, whatever day it is. */
export async function repair(ctx: Context): Promise<void> {
  await bringUpToDate(ctx, "everyone", { after: "", mark: async () => {} });
}

async function bringUpToDate(
  ctx: Context,
  thoroughness: Thoroughness,
  { after, mark }: { after: string; mark: (after: string) => Promise<void> },
): Promise<{ people: number; schools: number }> {
  const schoolIds = (await listEverySchool(ctx)).map(({ id }) => id);
  const people = await peopleToSummarize(ctx, schoolIds, thoroughness);
  const rest = [...people].filter(([staffId]) => staffId > after).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (let first = 0; first < rest.length; first += peopleToAMark) {
    const some = rest.slice(first, first + peopleToAMark);
    await sideBySide(some, width, ([staffId, seenAt]) => summarizeOrSkip(ctx, staffId, seenAt));
    if (some.length === peopleToAMark) await mark(some.at(-1)?.[0] ?? "");
  }
  await sideBySide(schoolIds, width, (schoolId) => rollUpSchool(ctx, schoolId));
  await coverEveryTeam(ctx);
  return { people: people.size, schools: schoolIds.length };
}

/** One person whose rows cannot be made must not keep the whole district at yesterday; theirs stay as they were. */
async function summarizeOrSkip(ctx: Context, staffId: string, seenAt: readonly string[]): Promise<void> {
  try {
    await summarizeStaff(ctx, staffId, seenAt);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    log("error", "a person's summary could not be made", { districtId: ctx.district.id, staffId, error: text });
  }
}

/** Everyone on a school's list or with a row in it, and the schools at which a row was seen. */
async function peopleToSummarize(ctx: Context, schoolIds: string[], thoroughness: Thoroughness): Promise<Map<string, string[]>> {
  const today = dayNumber(ctx.today);
  const people = new Map<string, string[]>();
  await sideBySide(schoolIds, width, async (schoolId) => {
    const [members, { staffIds, rows }] = await Promise.all([listMembers(ctx, schoolId), readSummaries(ctx, schoolId)]);
    const isFresh = new Set(rows.filter(({ recheckOn }) => recheckOn === undefined || recheckOn > today).map(({ staffId }) => staffId));
    for (const staffId of staffIds)
      if (thoroughness === "everyone" || !isFresh.has(staffId)) people.set(staffId, [...(people.get(staffId) ?? []), schoolId]);
    for (const { staffId } of members)
      if (!people.has(staffId) && (thoroughness === "everyone" || !isFresh.has(staffId))) people.set(staffId, []);
  });
  return people;
}
