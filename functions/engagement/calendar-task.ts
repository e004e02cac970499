import * as z from "zod";
import { districts } from "../platform/district.ts";
import { AppError } from "../platform/errors.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import { taskKind } from "../platform/task.ts";
import { listEverySchool, listMembers } from "../roster/queries.ts";
import { summarizeStaff } from "./actions/summarize-staff.ts";

const width = 16;
/** People for one step. */
const chunk = 64;

const Place = z.object({ schoolId: z.string(), after: z.string(), done: z.number(), total: z.number() });

/**
 * Makes everyone's summary anew by the calendars as they are now, school by school; their figures follow from the stream.
 * Someone at two schools is made twice, which costs reads alone.
 */
export const calendarTask = taskKind({
  name: "calendar",
  job: "engagement",
  permission: "engagement:district",
  input: z.object({ version: z.number().int() }),
  checkpoint: Place,
  async step(ctx, { input, checkpoint }) {
    // Another process may have kept the settings from before the change: the row itself is what counts.
    const district = await ctx.table.get(districts, { of: "", at: "META" });
    if (!district || district.version < input.version) throw new AppError("try-again", "The calendar is not there yet.");
    const schoolIds = (await listEverySchool(ctx)).map(({ id }) => id).toSorted();
    if (!checkpoint) {
      let total = 0;
      await sideBySide(schoolIds, width, async (id) => void (total += (await listMembers(ctx, id)).length));
      return { checkpoint: { schoolId: "", after: "", done: 0, total }, done: 0, total };
    }
    const { schoolId, after, done, total } = checkpoint;
    const here = after === "" ? schoolIds.find((id) => id > schoolId) : schoolId;
    if (here === undefined) return { outcome: { people: done } };
    const members = (await listMembers(ctx, here)).map(({ staffId }) => staffId).toSorted();
    const next = members.filter((id) => id > after).slice(0, chunk);
    await sideBySide(next, width, (staffId) => summarizeStaff({ ...ctx, district }, staffId));
    const last = next.at(-1);
    const isMore = last !== undefined && last !== members.at(-1);
    const at = { schoolId: here, after: isMore ? last : "", done: done + next.length, total: Math.max(total, done + next.length) };
    return { checkpoint: at, done: at.done, total: at.total };
  },
});
