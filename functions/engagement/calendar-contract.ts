import * as z from "zod";
import { JobRole } from "../roster/contract.ts";

const Name = z.string().trim().min(1, "Give it a name.").max(60);

/** A stretch, or a single day, on which nobody works under contract. */
export const Break = z.object({ name: Name, from: z.iso.date(), to: z.iso.date() });
export type Break = z.infer<typeof Break>;

/** One school year of a contract calendar. */
export const CalendarYear = z.object({ yearStartsOn: z.iso.date(), yearEndsOn: z.iso.date(), breaks: z.array(Break).max(60) });
export type CalendarYear = z.infer<typeof CalendarYear>;

const Years = z.array(CalendarYear).min(1, "Enter at least one school year.").max(6);

/** Employees who work on days of their own. */
export const CalendarGroup = z.object({ id: z.string().min(1).max(40), name: Name, years: Years });
export type CalendarGroup = z.infer<typeof CalendarGroup>;

/** The district's calendar, the groups beside it, and which job puts a person into which group; saved over the version that was read. */
export const CalendarSettings = z.object({
  version: z.number().int(),
  years: Years,
  groups: z.array(CalendarGroup).max(12),
  groupOfRole: z.partialRecord(JobRole, z.string().optional()),
});
export type CalendarSettings = z.infer<typeof CalendarSettings>;

/** A calendar that ends soon, with no year entered after it. */
const Ending = z.object({ name: z.string().optional(), endsOn: z.iso.date() });

export const CalendarPage = CalendarSettings.extend({ today: z.iso.date(), ending: z.array(Ending) });
export type CalendarPage = z.infer<typeof CalendarPage>;

/**
 * Whose open due dates a calendar would move. Worked out person by person; `isComplete` is false where there were more
 * people to look at than one preview looks at, and the counts then say "at least".
 */
export const CalendarPreview = z.object({
  total: z.number().int(),
  dates: z.number().int(),
  later: z.number().int(),
  earlier: z.number().int(),
  isComplete: z.boolean(),
  looked: z.number().int(),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      moves: z.array(z.object({ moduleId: z.string(), title: z.string(), from: z.iso.date(), to: z.iso.date() })),
    }),
  ),
});
export type CalendarPreview = z.infer<typeof CalendarPreview>;

/** The version saved, and the work that brings everyone's dates up to it. */
export const CalendarSaved = z.object({ version: z.number().int(), taskId: z.string() });
export type CalendarSaved = z.infer<typeof CalendarSaved>;

/** Puts a person on a group's calendar, or the district's own (`own`); without a group, their job decides. */
export const PersonGroupChange = z.object({ group: z.string().max(40).optional() });

/** Which calendar a person is on by hand, and which one their job gives them; none is the district's own. */
export const PersonGroup = z.object({ staffId: z.string(), name: z.string(), group: z.string().optional(), byJob: z.string().optional() });
export type PersonGroup = z.infer<typeof PersonGroup>;
