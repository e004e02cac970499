import * as z from "zod";
import { JobRole } from "../roster/contract.ts";
import { MetricDefinition, MetricId, Rate } from "./contract.ts";

/** One person in a list: where they stand, in the figures' own terms. */
export const StaffRow = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(JobRole),
  schoolNames: z.array(z.string()),
  assigned: z.number(),
  completed: z.number(),
  overdue: z.number(),
  nextDueOn: z.iso.date().optional(),
  lastActivityOn: z.iso.date().optional(),
  practiceDue: z.number(),
  practiceAccepted: z.number(),
  inReview: z.number(),
  isStalled: z.boolean(),
  isCertified: z.boolean(),
  isOnLeave: z.boolean(),
  isInGrace: z.boolean(),
});
export type StaffRow = z.infer<typeof StaffRow>;

/** The people behind one figure: `counted` are in its numerator, the rest of `people` in its denominator only. */
export const DrillPage = z.object({
  metric: MetricId,
  school: z.object({ id: z.string(), name: z.string() }),
  role: JobRole.optional(),
  asOf: z.iso.datetime(),
  rate: Rate,
  people: z.array(StaffRow.extend({ numerator: z.number(), denominator: z.number() })),
});
export type DrillPage = z.infer<typeof DrillPage>;

/** Evidence that waits for a review. */
export const WaitingReview = z.object({
  staffId: z.string(),
  staffName: z.string(),
  moduleId: z.string(),
  moduleTitle: z.string(),
  evidenceId: z.string(),
  submittedAt: z.iso.datetime(),
  waitingDays: z.number(),
});
export type WaitingReview = z.infer<typeof WaitingReview>;

/** What waits for a review at a school, the longest wait first; `hasCoach`: somebody else is named to answer it. */
export const SchoolReviewsPage = z.object({
  school: z.object({ id: z.string(), name: z.string() }),
  reviews: z.array(WaitingReview.extend({ hasCoach: z.boolean() })),
});
export type SchoolReviewsPage = z.infer<typeof SchoolReviewsPage>;

/** The coach's first screen, sorted by who needs them; `why` says it in words. */
export const CaseloadPage = z.object({
  today: z.iso.date(),
  people: z.array(StaffRow.extend({ need: z.enum(["review", "overdue", "stalled", "dueSoon", "onTrack", "onLeave"]), why: z.string() })),
  reviews: z.array(WaitingReview),
  /** The figures of the people on the list, as counts first: a caseload is small, and its coach knows everyone. */
  metrics: z.record(MetricId, Rate),
  definitions: z.array(MetricDefinition),
});
export type CaseloadPage = z.infer<typeof CaseloadPage>;

/** Whom a new edition of a module would meet. */
export const ModulePeople = z.object({
  moduleId: z.string(),
  completed: z.number(),
  begun: z.number(),
  ahead: z.number(),
  people: z.array(
    z.object({ staffId: z.string(), name: z.string(), schoolName: z.string(), stage: z.enum(["completed", "begun", "ahead"]) }),
  ),
  /** There are more people than names here. */
  isCut: z.boolean(),
});
export type ModulePeople = z.infer<typeof ModulePeople>;

/**
 * Which figure's people. `counted`: they are in its numerator. `rest`: something of theirs is still missing from it; who
 * has some practice accepted and some not is in both.
 */
export const PeopleBehind = z.object({
  metric: MetricId.default("transfer"),
  role: JobRole.optional(),
  show: z.enum(["all", "counted", "rest"]).default("all"),
});
export type PeopleBehind = z.infer<typeof PeopleBehind>;
