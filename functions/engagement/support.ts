import type { CountOnIt, Coverage, MetricId, RoleGap, SchoolRate, SupportReason } from "./contract.ts";
import { rounded } from "./count-on-it.ts";
import { metricOf } from "./metrics/all.ts";

/** From this distance on, on the weaker side of the schools' level, a school is asked first (a convention of ours). */
const farBehind = 15;
/** From this gap on between a school's roles, one of them is being left out. */
const rolesFarApart = 25;
/** Below this share of known people a figure is no reason for anything. */
const leastCoverage = 0.8;

/** The figures that ask for support; what lapses is planned for by date, and no school is behind in it. */
const askedOf = ["transfer", "current", "reach", "stalled", "onboarded", "coachingReach"] as const satisfies readonly MetricId[];

/** Whether enough is known for a figure to stand by itself. */
const isWellKnown = ({ known, of }: Coverage): boolean => of === 0 || known >= leastCoverage * of;

/** What a view shows of one school, and the schools' levels it is held against: nothing that is hidden goes in. */
export type Shown = { metrics: Record<MetricId, SchoolRate>; coverage: Coverage; roleGap: RoleGap };

/** Why a school should be asked first what is in the way; empty where nothing that is shown says so. */
export function supportReasons({ metrics, coverage, roleGap }: Shown, levels: ReadonlyMap<MetricId, CountOnIt>): SupportReason[] {
  if (!isWellKnown(coverage)) return [];
  const behind = askedOf.flatMap((metric): SupportReason[] => {
    const rate = metrics[metric];
    const level = levels.get(metric)?.level;
    if (rate.isHidden || rate.percent === undefined || level === undefined) return [];
    const distance = rounded(metricOf(metric).definition.isHigherBetter ? level - rate.percent : rate.percent - level);
    return distance >= farBehind ? [{ kind: "behind", metric, rate, level, distance }] : [];
  });
  const apart: SupportReason[] = roleGap.state === "known" && roleGap.points >= rolesFarApart ? [{ kind: "roleGap", gap: roleGap }] : [];
  return [...behind, ...apart];
}
