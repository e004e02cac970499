import type { CountOnIt, MetricId, SchoolRate, TrendPoint } from "./contract.ts";
import { type Across, type Choice, hiddenIn } from "./district-figures.ts";
import { metricIds } from "./metrics/all.ts";
import type { trendWeeks } from "./records.ts";
import { rateOf } from "./tally.ts";

type Week = Parameters<(typeof trendWeeks)["put"]>[0];
type Frozen = Pick<Week, "figures" | "hiddenBits">;

/** What a week keeps of a view: every total and score, and which schools they are without. */
export function frozenFigures(across: Map<MetricId, Across>): Frozen {
  const hiddenBits: Record<string, number> = {};
  const figures = [...across].map(([metric, one], i) => {
    for (const schoolId of hiddenIn(one)) hiddenBits[schoolId] = (hiddenBits[schoolId] ?? 0) | (1 << i);
    return { metric, numerator: one.total.numerator, denominator: one.total.denominator, countOnIt: one.countOnIt };
  });
  return { figures, hiddenBits };
}

/**
 * A frozen week as it may be shown beside today's page: only figures that are without every school that is hidden
 * today. What differs between such a week and today, or between two such weeks, are then schools that the page shows,
 * so that no subtraction finds a hidden one. The total of all levels counts every school, today as then, and always stays.
 */
export function weekBeside(
  { week, asOfDay, figures, hiddenBits }: Frozen & Pick<Week, "week" | "asOfDay">,
  today: Map<MetricId, Across>,
  { level, metric }: Choice & { metric: MetricId },
): TrendPoint {
  const isWithoutHidden = (id: MetricId): boolean => {
    const at = figures.findIndex((figure) => figure.metric === id);
    const hidden = hiddenIn(today.get(id) ?? { bySchool: new Map() });
    return hidden.every((schoolId) => ((hiddenBits?.[schoolId] ?? 0) & (1 << at)) !== 0);
  };
  const rateIn = (id: MetricId): SchoolRate => {
    if (level !== undefined && !isWithoutHidden(id)) return { isHidden: true };
    return { ...rateOf(figures.find((figure) => figure.metric === id) ?? { numerator: 0, denominator: 0 }), isHidden: false };
  };
  const score: CountOnIt = figures.find((figure) => figure.metric === metric)?.countOnIt ?? { schools: 0, known: 0 };
  return {
    week,
    asOf: asOfDay,
    metrics: Object.fromEntries(metricIds.map((id) => [id, rateIn(id)])) as TrendPoint["metrics"],
    countOnIt: isWithoutHidden(metric) ? score : { schools: score.schools, known: 0 },
  };
}
