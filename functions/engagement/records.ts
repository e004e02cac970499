import * as z from "zod";
import { fromDayNumber } from "../platform/dates.ts";
import { record } from "../platform/record.ts";
import { taskPlace } from "../platform/table-definition.ts";
import { JobRole, SchoolLevel, StaffStatus } from "../roster/contract.ts";
import { Seat } from "../roster/team-contract.ts";
import { CountOnIt, MetricId } from "./contract.ts";
import { BenchSeat, Gap, TeamTally } from "./coverage-contract.ts";

/** A day as a number (days since 1970-01-01): compact, and compared with "today" by whoever reads. */
const Day = z.number().int();

/** One module in force: `[module, due day, flags]`. A school's hundred rows are read at once, so they are short. */
const CompactItem = z.tuple([z.string(), Day, z.number().int()]);
/** `equivalent`: prior learning counts for it. It is complete, and no learning of ours. */
export const itemFlags = { completed: 1, accepted: 2, equivalent: 4 } as const;

/**
 * One person as one school counts them, holding what any "today" needs; nothing in it is true on one day alone.
 * Someone who works at two schools has a row in each; the primary school's is `isHome`, and by it the district
 * counts them once.
 */
export const StaffSummary = z.object({
  schoolId: z.string(),
  staffId: z.string(),
  name: z.string(),
  /** Their job roles at this school. */
  roles: z.array(JobRole),
  isHome: z.boolean(),
  /** On the home row: their job roles anywhere. Elsewhere empty. */
  districtRoles: z.array(JobRole),
  schoolIds: z.array(z.string()),
  status: StaffStatus,
  /** `isShort`: of at most twenty school days, so that it leaves nobody out of the figures. */
  leave: z.object({ from: Day, to: Day.optional(), isShort: z.literal(true).optional() }).optional(),
  graceEndsOn: Day,
  coachId: z.string().optional(),
  items: z.array(CompactItem),
  /** Begun and not complete: `[module, day of the last activity]`. */
  open: z.array(z.tuple([z.string(), Day])),
  lastActivityOn: Day.optional(),
  /** The last day of the Foundations certificate that lasts longest. */
  certifiedUntil: Day.optional(),
  /** The last day on which a check of the core was passed since that certificate's renewal window opened. */
  renewalOn: Day.optional(),
  /** The day on which the last module of the shared core on their path was completed. */
  coreDoneOn: Day.optional(),
  /** The last day on which practice of theirs was reviewed or their coach sent them a message. */
  coachedOn: Day.optional(),
  /** Modules completed that nothing asks for: they train for a seat on a team all the same. */
  beyond: z.array(z.string()).optional(),
  /** Evidence that waits for a review: `[module, evidence, submitted at]`. */
  reviews: z.array(z.tuple([z.string(), z.string(), z.iso.datetime()])),
  /** The first later day on which a role or an assignment begins or has ended, so that this row must be made anew though nothing happened. */
  recheckOn: Day.optional(),
  /** Rows of the person's partition that could not be read and were left out. */
  bad: z.number().int(),
});
export type StaffSummary = z.infer<typeof StaffSummary>;

const farAway = "9999-12-31";

/** The earliest due date of what is not completed, as the key under which a coach's list is sorted. */
export function nextDueKey({ items }: Pick<StaffSummary, "items">): string {
  const days = items.filter(([, , flags]) => !(flags & itemFlags.completed)).map(([, dueOn]) => dueOn);
  return days.length === 0 ? farAway : fromDayNumber(Math.min(...days));
}

/** In the school's own partition, so that a roll-up reads them strongly consistent and never an index. */
export const staffSummaries = record({
  type: "staff-summary",
  kind: "derived",
  schema: StaffSummary,
  address: ({ schoolId, staffId }) => ({ of: `S#${schoolId}`, at: `STAFF#${staffId}` }),
  index1: (row) =>
    row.isHome && row.coachId !== undefined ? { of: `COACH#${row.coachId}`, at: `${nextDueKey(row)}#${row.staffId}` } : undefined,
});

/** Which schools hold rows of the person: what must be removed when they move. */
export const summaryPointers = record({
  type: "summary-pointer",
  kind: "derived",
  schema: z.object({
    staffId: z.string(),
    schoolIds: z.array(z.string()),
    /** Which seats on teams have a row: `[place, seat]`. */
    seats: z.array(z.tuple([z.string(), z.string()])).optional(),
  }),
  address: ({ staffId }) => ({ of: `U#${staffId}`, at: pointerKey }),
});
export const pointerKey = "SUM";

/**
 * The counts of a group of people as whole numbers with spaces between, in the order that `tally.ts` names. Text, because
 * a thousand schools are read at once and a list of numbers takes ten times as long.
 */
const CompactTally = z.string();

const Sums = z.object({ total: CompactTally, byRole: z.partialRecord(JobRole, CompactTally) });

/** A school's figures on a day: of everyone who works there, and of those whose primary school it is. */
export const SchoolFigures = Sums.extend({
  schoolId: z.string(),
  name: z.string(),
  level: SchoolLevel,
  /** The local date for which this was worked out. */
  asOfDay: z.iso.date(),
  rolledAt: z.iso.datetime(),
  /** What the district adds up, so that a person counts once; left out where it is the same. */
  home: Sums.optional(),
  /** Rows that could not be read and were left out, here and in the people's own partitions. */
  bad: z.number().int(),
});
export type SchoolFigures = z.infer<typeof SchoolFigures>;

/** Today's figures: one row for each school, all in one collection, so that the district's page is one query. */
export const schoolRollUps = record({
  type: "school-roll-up",
  kind: "derived",
  schema: SchoolFigures,
  address: ({ schoolId }) => ({ of: "ROLL", at: `S#${schoolId}` }),
});

/** That a large school's figures wait to be worked out, and when they last were. */
export const RollUpCall = z.object({ schoolId: z.string(), isOpen: z.boolean(), answeredAt: z.iso.datetime().optional() });
export type RollUpCall = z.infer<typeof RollUpCall>;

/** At the place of long work, so that the work's reader hears of it; see actions/call-roll-up.ts. */
export const rollUpCalls = record({
  type: "roll-up-call",
  kind: "derived",
  schema: RollUpCall,
  address: ({ schoolId }) => ({ of: `ROLLUP#${schoolId}`, at: taskPlace }),
});

const FrozenFigures = SchoolFigures.extend({ week: z.string() });

/** A school's figures as they stood in a week; written once. */
export const schoolWeeks = record({
  type: "school-week",
  kind: "derived",
  schema: FrozenFigures,
  address: ({ schoolId, week }) => ({ of: `S#${schoolId}`, at: `HIST#${week}` }),
});

/** The same, beside the other schools' of the week, so that the district's page of a day that is past is one query too. */
export const weekRollUps = record({
  type: "week-roll-up",
  kind: "derived",
  schema: FrozenFigures,
  address: ({ schoolId, week }) => ({ of: `ROLLW#${week}`, at: `S#${schoolId}` }),
});

/**
 * The district's figures as they stood in a week, for one choice of level and role; written once. Hidden schools are
 * left out of the score as unknown, and of a level's total, just as on the page.
 */
export const trendWeeks = record({
  type: "trend-week",
  kind: "derived",
  schema: z.object({
    slice: z.string(),
    week: z.string(),
    asOfDay: z.iso.date(),
    figures: z.array(
      z.object({
        metric: MetricId,
        numerator: z.number(),
        denominator: z.number(),
        /** How many people stand behind the total, where that is not the denominator. */
        people: z.number().optional(),
        /** The total itself was hidden, whatever its size. */
        isHidden: z.literal(true).optional(),
        countOnIt: CountOnIt,
      }),
    ),
    /** The schools of the view that were hidden, each with a bit for every place in `figures` in which it was. */
    hiddenBits: z.record(z.string(), z.number().int()).optional(),
  }),
  address: ({ slice, week }) => ({ of: `TREND#${slice}`, at: week }),
});

/** The partition of the trend for a choice of level and role. */
export const sliceOf = ({ level, role }: { level?: string | undefined; role?: string | undefined }): string =>
  `${level ?? "all"}#${role ?? "all"}`;

/** The last local date for which every school was worked out. */
export const dayTicks = record({
  type: "day-tick",
  kind: "derived",
  schema: z.object({ day: z.iso.date(), finishedAt: z.iso.datetime(), people: z.number(), schools: z.number() }),
  address: () => ({ of: "", at: "TICK#engagement" }),
});

/** How far the tick of a day has come: everyone up to this person, by id. Where the process ended, the next hour's goes on from here. */
export const dayTickPlaces = record({
  type: "day-tick-place",
  kind: "derived",
  schema: z.object({ day: z.iso.date(), after: z.string() }),
  address: () => ({ of: "", at: "TICKPLACE#engagement" }),
});

/** A seat on a team with what decides whether its holder covers it, on whatever day is asked about. */
export const SeatStanding = Seat.extend({
  name: z.string(),
  status: StaffStatus,
  leave: z.object({ from: Day, to: Day.optional() }).optional(),
  /** Whether they work at the place whose team it is. */
  isHere: z.boolean(),
  completed: z.array(z.string()),
  certifiedUntil: Day.optional(),
});
export type SeatStanding = z.infer<typeof SeatStanding>;

/** Beside the seats themselves at the place, so that one query reads a school's teams with all that decides them. */
export const seatStandings = record({
  type: "seat-standing",
  kind: "derived",
  schema: SeatStanding,
  address: ({ place, id }) => ({ of: `S#${place}`, at: `SEATED#${id}` }),
});

/** How the teams of a place stand, and since when each gap is open: the only memory of that day where nothing else tells it. */
export const teamCoverages = record({
  type: "team-coverage",
  kind: "derived",
  schema: z.object({
    place: z.string(),
    name: z.string(),
    asOfDay: z.iso.date(),
    teams: z.array(TeamTally),
    gaps: z.array(Gap),
    /** How many people stand behind each critical role of a school; left out for the district. */
    bench: z.array(BenchSeat).optional(),
  }),
  address: ({ place }) => ({ of: "TEAM", at: `S#${place}` }),
});
