import * as z from "zod";
import { JobRole, SchoolLevel } from "../roster/contract.ts";

/** The figures of the leader's screen (docs/domain.md, metrics). `transfer` is the headline. */
export const MetricId = z.enum(["transfer", "current", "reach", "stalled", "certified"]);
export type MetricId = z.infer<typeof MetricId>;

/** A rate with its count, always; `percent` is absent when the denominator is 0 (unknown is not zero). */
export const Rate = z.object({ numerator: z.number(), denominator: z.number(), percent: z.number().optional() });
export type Rate = z.infer<typeof Rate>;

/** One school's cell: a rate, or hidden because fewer than five people (or to protect one that is). */
export const SchoolRate = z.union([Rate.extend({ isHidden: z.literal(false) }), z.object({ isHidden: z.literal(true) })]);
export type SchoolRate = z.infer<typeof SchoolRate>;

/**
 * The count-on-it score over schools: level − gap / 2. When some schools are unknown there are bounds;
 * a point is shown only with at least three schools and 80 % of them known.
 */
export const CountOnIt = z.object({
  schools: z.number(),
  known: z.number(),
  level: z.number().optional(),
  gap: z.number().optional(),
  score: z.number().optional(),
  lower: z.number().optional(),
  upper: z.number().optional(),
});
export type CountOnIt = z.infer<typeof CountOnIt>;

/** What may be asked of the district page; all of it stands in the address. */
export const EngagementFilter = z.object({
  metric: MetricId.default("transfer"),
  level: SchoolLevel.optional(),
  role: JobRole.optional(),
});
export type EngagementFilter = z.infer<typeof EngagementFilter>;

export const SchoolRow = z.object({
  id: z.string(),
  name: z.string(),
  level: SchoolLevel,
  activeStaff: z.number(),
  metrics: z.record(MetricId, SchoolRate),
});
export type SchoolRow = z.infer<typeof SchoolRow>;

/**
 * One frozen week. It is written once and never again; a figure in it that counted a school which is hidden now is
 * hidden, and its score unknown, so that no subtraction finds the school.
 */
export const TrendPoint = z.object({ week: z.string(), asOf: z.iso.date(), metrics: z.record(MetricId, SchoolRate), countOnIt: CountOnIt });
export type TrendPoint = z.infer<typeof TrendPoint>;

/** Who is missing from a total because their schools are hidden: people at their primary school, and those schools. */
export const LeftOut = z.object({ people: z.number(), schools: z.number() });
export type LeftOut = z.infer<typeof LeftOut>;

export const MetricDefinition = z.object({
  id: MetricId,
  title: z.string(),
  question: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  window: z.string(),
  excluded: z.string(),
  missing: z.string(),
  version: z.number(),
  /** Whether a higher figure is the better one. */
  isHigherBetter: z.boolean(),
});
export type MetricDefinition = z.infer<typeof MetricDefinition>;

export const DistrictPage = z.object({
  asOf: z.iso.datetime(),
  filter: EngagementFilter,
  districtName: z.string(),
  metrics: z.record(MetricId, Rate),
  /** What each total is without; said beside it wherever it stands. */
  leftOut: z.record(MetricId, LeftOut),
  countOnIt: CountOnIt,
  /** Evidence waiting for review: neither accepted nor missing. */
  inReview: z.number(),
  schools: z.array(SchoolRow),
  trend: z.array(TrendPoint),
  definitions: z.array(MetricDefinition),
  /** Staff left out of every figure and why. */
  excluded: z.array(z.object({ reason: z.string(), count: z.number() })),
});
export type DistrictPage = z.infer<typeof DistrictPage>;

const SchoolTrendPoint = z.object({ week: z.string(), asOf: z.iso.date(), metrics: z.record(MetricId, Rate) });

/** A leader's own school: its figures, its place among the others without their names, its people. */
export const SchoolPage = z.object({
  asOf: z.iso.datetime(),
  school: z.object({ id: z.string(), name: z.string(), level: SchoolLevel }),
  filter: EngagementFilter,
  metrics: z.record(MetricId, Rate),
  inReview: z.number(),
  activeStaff: z.number(),
  byRole: z.array(z.object({ role: JobRole, activeStaff: z.number(), metrics: z.record(MetricId, SchoolRate) })),
  trend: z.array(SchoolTrendPoint),
  /** Other schools' figures for the chosen metric, sorted, nameless. */
  distribution: z.array(z.number()),
  definitions: z.array(MetricDefinition),
});
export type SchoolPage = z.infer<typeof SchoolPage>;

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
