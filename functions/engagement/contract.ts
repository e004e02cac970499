import * as z from "zod";
import { JobRole, SchoolLevel } from "../roster/contract.ts";

/** The figures of the leader's screen (docs/domain.md, metrics). `transfer` is the headline. */
export const MetricId = z.enum(["transfer", "current", "reach", "stalled", "certified", "onboarded", "coachingReach", "lapsing", "lapsed"]);
export type MetricId = z.infer<typeof MetricId>;

/** A rate with its count, always; `percent` is absent when the denominator is 0 (unknown is not zero). */
export const Rate = z.object({ numerator: z.number(), denominator: z.number(), percent: z.number().optional() });
export type Rate = z.infer<typeof Rate>;

/**
 * A figure in a view across schools: a rate with its count; or, of fewer than twenty people nearly all or hardly any, only
 * that it is at least 95 or at most 5 percent, without the counts that would say more; or hidden, because fewer than five
 * people stand behind it or to protect one that is.
 */
export const SchoolRate = z.union([
  Rate.extend({ isHidden: z.literal(false) }),
  z.object({ isHidden: z.literal(false), coded: z.enum(["atLeast", "atMost"]), percent: z.number() }),
  z.object({ isHidden: z.literal(true) }),
]);
export type SchoolRate = z.infer<typeof SchoolRate>;

/** How much is known: people whose records could all be read, of everyone in the figures. */
export const Coverage = z.object({ known: z.number(), of: z.number() });
export type Coverage = z.infer<typeof Coverage>;

/** How far apart the roles of a school are in what is due: the highest less the lowest share of those who are current. */
export const RoleGap = z.union([
  z.object({
    state: z.literal("known"),
    points: z.number(),
    /** A role in it is said as at least 95 or at most 5 percent. */
    isAtLeast: z.literal(true).optional(),
    highest: z.object({ role: JobRole, percent: z.number() }),
    lowest: z.object({ role: JobRole, percent: z.number() }),
  }),
  /** `hidden`: a role's figure that it needs is not shown. `few`: fewer than two roles have five people with anything due. */
  z.object({ state: z.enum(["hidden", "few"]) }),
]);
export type RoleGap = z.infer<typeof RoleGap>;

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

/** What may be asked of the district page; all of it stands in the address. `asOf`: as it was frozen on or before that day. */
export const EngagementFilter = z.object({
  metric: MetricId.default("transfer"),
  level: SchoolLevel.optional(),
  role: JobRole.optional(),
  asOf: z.iso.date().optional(),
});
export type EngagementFilter = z.infer<typeof EngagementFilter>;

export const SchoolRow = z.object({
  id: z.string(),
  name: z.string(),
  level: SchoolLevel,
  activeStaff: z.number(),
  metrics: z.record(MetricId, SchoolRate),
  coverage: Coverage,
  roleGap: RoleGap,
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

/** The role gap's definition: a difference between shares, not a share. */
export const RoleGapDefinition = MetricDefinition.extend({ id: z.literal("roleGap") });
export type RoleGapDefinition = z.infer<typeof RoleGapDefinition>;

/** The frozen week that a page of the past shows. */
export const FrozenWeek = z.object({ week: z.string(), asOf: z.iso.date() });
export type FrozenWeek = z.infer<typeof FrozenWeek>;

/** Why a school should be asked first what is in the way: a figure far on the weaker side of the schools' level, or roles far apart. */
export const SupportReason = z.union([
  z.object({ kind: z.literal("behind"), metric: MetricId, rate: SchoolRate, level: z.number(), distance: z.number() }),
  z.object({ kind: z.literal("roleGap"), gap: RoleGap }),
]);
export type SupportReason = z.infer<typeof SupportReason>;

/** A school that needs support first, and why. By name, never by merit. */
const SchoolSupport = z.object({ schoolId: z.string(), name: z.string(), reasons: z.array(SupportReason) });
export type SchoolSupport = z.infer<typeof SchoolSupport>;

/** Who is in no figure: how many, and why. */
export const Excluded = z.object({ reason: z.string(), count: z.number() });
export type Excluded = z.infer<typeof Excluded>;

export const DistrictPage = z.object({
  asOf: z.iso.datetime(),
  /** There when the page shows the past: the week whose figures these are. */
  frozen: FrozenWeek.optional(),
  filter: EngagementFilter,
  districtName: z.string(),
  /** The totals; hidden like any other figure where fewer than five people stand behind them. */
  metrics: z.record(MetricId, SchoolRate),
  coverage: Coverage,
  /** What each total is without; said beside it wherever it stands. */
  leftOut: z.record(MetricId, LeftOut),
  countOnIt: CountOnIt,
  /** Evidence waiting for review: neither accepted nor missing. Not said where the total is hidden. */
  inReview: z.number().optional(),
  schools: z.array(SchoolRow),
  /** The chosen figure of each role across the view; the roles that anyone holds. */
  byRole: z.array(z.object({ role: JobRole, rate: SchoolRate })),
  /** The schools to ask first, by name, from what the page shows and nothing else. */
  support: z.array(SchoolSupport),
  trend: z.array(TrendPoint),
  definitions: z.array(MetricDefinition),
  roleGapDefinition: RoleGapDefinition,
  /** Staff left out of every figure and why; not said of a chosen level or role alone. */
  excluded: z.array(Excluded),
});
export type DistrictPage = z.infer<typeof DistrictPage>;

/**
 * Whether schools came closer together since an earlier frozen week, over the schools known at both times. It is said only
 * when the gap moved by five points or more and two thirds of the schools moved the same way; otherwise there is no clear change.
 */
export const DistrictChange = z.object({
  filter: EngagementFilter,
  since: FrozenWeek.optional(),
  schools: z.number(),
  gapThen: z.number().optional(),
  gapNow: z.number().optional(),
  up: z.number(),
  down: z.number(),
  verdict: z.enum(["closer", "apart", "noClearChange", "unknown"]),
});
export type DistrictChange = z.infer<typeof DistrictChange>;

const SchoolTrendPoint = z.object({ week: z.string(), asOf: z.iso.date(), metrics: z.record(MetricId, Rate) });

/** A leader's own school: its figures, its place among the others without their names, its people. */
export const SchoolPage = z.object({
  asOf: z.iso.datetime(),
  frozen: FrozenWeek.optional(),
  school: z.object({ id: z.string(), name: z.string(), level: SchoolLevel }),
  filter: EngagementFilter,
  metrics: z.record(MetricId, Rate),
  inReview: z.number(),
  activeStaff: z.number(),
  coverage: Coverage,
  excluded: z.array(Excluded),
  roleGap: RoleGap,
  /** Where this school is far on the weaker side of the schools' level, or its roles far apart. */
  support: z.array(SupportReason),
  byRole: z.array(z.object({ role: JobRole, activeStaff: z.number(), metrics: z.record(MetricId, SchoolRate) })),
  trend: z.array(SchoolTrendPoint),
  /** Other schools' figures for the chosen metric, sorted, nameless. */
  distribution: z.array(z.number()),
  definitions: z.array(MetricDefinition),
  roleGapDefinition: RoleGapDefinition,
});
export type SchoolPage = z.infer<typeof SchoolPage>;

/** A view, and since when; without a day, eight weeks before the view's own. */
export const ChangeFilter = EngagementFilter.extend({ since: z.iso.date().optional() });
export type ChangeFilter = z.infer<typeof ChangeFilter>;
