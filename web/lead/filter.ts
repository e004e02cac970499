import type { MetricId } from "../../functions/engagement/contract.ts";
import type { JobRole, SchoolLevel } from "../../functions/roster/contract.ts";
import { t } from "../strings/en.ts";

/** What a leader's page shows; it stands in the address, so that a view can be sent to a colleague. */
export type View = { metric?: MetricId; level?: SchoolLevel; role?: JobRole; asOf?: string };
export type Show = "all" | "counted" | "rest";

/** The figures in the order they are offered: the headline first, completion never. */
export const metricIds = [
  "transfer",
  "current",
  "reach",
  "stalled",
  "certified",
  "onboarded",
  "coachingReach",
  "lapsing",
  "lapsed",
] as const satisfies MetricId[];
export const schoolLevels = ["elementary", "middle", "high", "district"] as const satisfies SchoolLevel[];
export const jobRoles = Object.keys(t.jobRoles) as JobRole[];

const isOf = <T extends string>(all: readonly T[], value: unknown): value is T => (all as readonly unknown[]).includes(value);

/** Reads a view from an address; what it does not know is left out, so an old or mistyped address still opens. */
export function viewOf(search: Record<string, unknown>): View {
  const { metric, level, role, asOf } = search;
  return {
    ...(isOf(metricIds, metric) && metric !== "transfer" && { metric }),
    ...(isOf(schoolLevels, level) && { level }),
    ...(isOf(jobRoles, role) && { role }),
    ...(typeof asOf === "string" && /^\d{4}-\d{2}-\d{2}$/.test(asOf) && { asOf }),
  };
}

/** The same, with whom of a figure's people to show. */
export function peopleViewOf(search: Record<string, unknown>): View & { show?: Show } {
  const { show } = search;
  return { ...viewOf(search), ...((show === "counted" || show === "rest") && { show }) };
}
