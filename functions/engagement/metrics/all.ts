import type { MetricId } from "../contract.ts";
import type { Standing } from "../standing.ts";
import { certified } from "./certified.ts";
import { coachingReach } from "./coaching-reach.ts";
import { current } from "./current.ts";
import { lapsed } from "./lapsed.ts";
import { lapsing } from "./lapsing.ts";
import { type Contribution, type Metric, nothing } from "./metric.ts";
import { onboarded } from "./onboarded.ts";
import { reach } from "./reach.ts";
import { stalled } from "./stalled.ts";
import { transfer } from "./transfer.ts";

/** Every metric, the headline first. The order is that of the numbers in a roll-up row: add at the end only. */
export const metrics: readonly Metric[] = [transfer, current, reach, stalled, certified, onboarded, coachingReach, lapsing, lapsed];

/** The order in which figures are stored and shown. */
export const metricIds: readonly MetricId[] = metrics.map(({ definition }) => definition.id);

/** A metric by its id. */
export function metricOf(id: MetricId): Metric {
  const found = metrics.find(({ definition }) => definition.id === id);
  if (!found) throw new Error(`there is no metric ${id}`);
  return found;
}

/** What a person adds to a figure on a day; nothing when they are left out of the figures. */
export function contributionOf(metric: Metric, standing: Standing): Contribution {
  return standing.exclusion === undefined ? metric.contribution(standing) : nothing;
}
