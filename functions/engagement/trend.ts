import type { CountOnIt, MetricId, SchoolRate, TrendPoint } from "./contract.ts";
import { type Across, type Choice, hiddenIn } from "./district-figures.ts";
import { isFew } from "./hidden-figures.ts";
import { metricIds } from "./metrics/all.ts";
import type { trendWeeks } from "./records.ts";
import { shownRate } from "./suppression.ts";

type Week = Parameters<(typeof trendWeeks)["put"]>[0];
type Frozen = Pick<Week, "figures" | "hiddenBits">;

/** What a week keeps of a view: every total and score, and which schools they are without. */
export function frozenFigures(across: Map<MetricId, Across>): Frozen {
  const hiddenBits: Record<string, number> = {};
  const figures = [...across].map(([metric, one], i): Frozen["figures"][number] => {
    for (const schoolId of hiddenIn(one)) hiddenBits[schoolId] = (hiddenBits[schoolId] ?? 0) | (1 << i);
    const { people, numerator, denominator } = one.sum;
    return {
      metric,
      numerator,
      denominator,
      ...(people !== denominator && { people }),
      ...(one.total.isHidden && { isHidden: true }),
      countOnIt: one.countOnIt,
    };
  });
  return { figures, hiddenBits };
}

/**
 * A frozen week as it may be shown beside today's page: only figures that are without every school that is hidden
 * today, and no total that is hidden today. What differs between such a week and today, or between two such weeks, are
 * then schools that the page shows, so that no subtraction finds a hidden one. The total of all levels counts every
 * school, today as then. A figure that there was not yet is unknown.
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
    const figure = figures.find((one) => one.metric === id);
    if (!figure) return { isHidden: false, numerator: 0, denominator: 0 };
    const cell = { ...figure, people: figure.people ?? figure.denominator };
    const isGivenAway = level !== undefined && !isWithoutHidden(id);
    if (isGivenAway || figure.isHidden || isFew(cell) || today.get(id)?.total.isHidden) return { isHidden: true };
    return shownRate(cell);
  };
  const score: CountOnIt = figures.find((figure) => figure.metric === metric)?.countOnIt ?? { schools: 0, known: 0 };
  return {
    week,
    asOf: asOfDay,
    metrics: Object.fromEntries(metricIds.map((id) => [id, rateIn(id)])) as TrendPoint["metrics"],
    countOnIt: isWithoutHidden(metric) ? score : { schools: score.schools, known: 0 },
  };
}
