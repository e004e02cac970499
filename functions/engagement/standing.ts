import { schoolYearStart } from "../platform/contract-days.ts";
import { dayNumber, type LocalDate } from "../platform/dates.ts";
import type { SchoolCalendar } from "../platform/district.ts";
import { itemFlags, type StaffSummary } from "./records.ts";

/** Nothing done in something begun for this many days is a stall (docs/domain.md, metrics). */
export const stalledDays = 30;
/** A review or a coach's message this many days back, today included, is a trace of coaching. */
export const contactDays = 90;
/** A certificate that ends within this many days lapses next. */
export const lapsingDays = 90;

/** The day against which a summary is read, and the first day of the school year it lies in (both as day numbers). */
export type AsOf = { day: number; yearStart: number };

/** Why a person is in no figure; the first that applies. */
export const exclusions = ["left", "suspended", "onLeave"] as const;
export type Exclusion = (typeof exclusions)[number];

/** One module in force for a person. */
export type Item = {
  moduleId: string;
  dueOn: number;
  isCompleted: boolean;
  isAccepted: boolean;
  isInReview: boolean;
  /** Prior learning counts for it: no practice of it is asked. */
  isEquivalent: boolean;
};

/** A module begun and not complete. */
export type OpenModule = { moduleId: string; lastActivityOn: number };

/** Where one person stands on one day: all that a metric may look at. Nothing here is stored; it follows from the row and the day. */
export type Standing = {
  exclusion: Exclusion | undefined;
  /** On leave, however short: nothing of theirs is late, though a short one leaves nobody out. */
  isAway: boolean;
  /** In the first 45 days: nothing counts as due yet. */
  isInGrace: boolean;
  /** Everything in force, whenever it is due. */
  items: Item[];
  /** Due up to and including the day. */
  due: Item[];
  /** Of those, due this school year. */
  dueThisYear: Item[];
  open: OpenModule[];
  stalled: OpenModule[];
  hasLearnedThisYear: boolean;
  isCertified: boolean;
  hasHeldCertificate: boolean;
  /** In force, ending soon, and nothing done towards its renewal. */
  isLapsing: boolean;
  /** There when the 45th day after hire fell in this school year: whether the shared core was complete by then. */
  onboarding: { isDone: boolean } | undefined;
  /** There when the person has a coach: whether there is a recent trace of it. */
  coaching: { isReached: boolean } | undefined;
};

/** The day and the first day of its school year by the district's calendar, whichever years were entered. */
export function asOf(today: LocalDate, calendar: SchoolCalendar): AsOf {
  return { day: dayNumber(today), yearStart: dayNumber(schoolYearStart(today, calendar)) };
}

/** Reads a summary as of a day. */
export function standingOn(row: StaffSummary, { day, yearStart }: AsOf): Standing {
  const inReview = new Set(row.reviews.map(([moduleId]) => moduleId));
  const items = row.items.map(([moduleId, dueOn, flags]) => ({
    moduleId,
    dueOn,
    isCompleted: (flags & itemFlags.completed) !== 0,
    isAccepted: (flags & itemFlags.accepted) !== 0,
    isEquivalent: (flags & itemFlags.equivalent) !== 0,
    isInReview: inReview.has(moduleId),
  }));
  const due = items.filter(({ dueOn }) => dueOn <= day);
  const open = row.open.map(([moduleId, lastActivityOn]) => ({ moduleId, lastActivityOn }));
  const { certifiedUntil, graceEndsOn, coreDoneOn, coachedOn } = row;
  const isCertified = certifiedUntil !== undefined && day <= certifiedUntil;
  return {
    exclusion: exclusionOn(row, day),
    isAway: isAway(row, day),
    isInGrace: day < graceEndsOn,
    items,
    due,
    dueThisYear: due.filter(({ dueOn }) => dueOn >= yearStart),
    open,
    stalled: open.filter(({ lastActivityOn }) => day - lastActivityOn >= stalledDays),
    hasLearnedThisYear: row.lastActivityOn !== undefined && row.lastActivityOn >= yearStart,
    isCertified,
    hasHeldCertificate: certifiedUntil !== undefined,
    isLapsing: isCertified && certifiedUntil - day <= lapsingDays && row.renewalOn === undefined,
    onboarding:
      yearStart <= graceEndsOn && graceEndsOn <= day ? { isDone: coreDoneOn !== undefined && coreDoneOn <= graceEndsOn } : undefined,
    coaching: row.coachId === undefined ? undefined : { isReached: coachedOn !== undefined && day - coachedOn < contactDays },
  };
}

/** Whether the person is away on leave on the day. */
export function isAway({ leave }: Pick<StaffSummary, "leave">, day: number): boolean {
  return leave !== undefined && leave.from <= day && (leave.to === undefined || day <= leave.to);
}

function exclusionOn(row: StaffSummary, day: number): Exclusion | undefined {
  if (row.status === "left") return "left";
  if (row.status === "suspended") return "suspended";
  // Someone away for a few weeks stays in the figures; their dates wait for them.
  return isAway(row, day) && row.leave?.isShort !== true ? "onLeave" : undefined;
}
