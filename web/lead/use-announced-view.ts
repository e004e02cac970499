import { useEffect, useRef } from "react";
import type { MetricId, Rate, SchoolRate } from "../../functions/engagement/contract.ts";
import { announce } from "../app/announce.ts";
import { lead } from "../strings/en-lead.ts";

/** Says the chosen figure when a change of view has arrived, for people who cannot see it change. Nothing on the first. */
export function useAnnouncedView(page: { metrics: Record<MetricId, Rate | SchoolRate> } | undefined, metric: MetricId): void {
  const said = useRef<object>(undefined);
  useEffect(() => {
    if (!page || said.current === page) return;
    if (said.current) announce(lead.filter.announced(lead.short[metric], lead.rate(page.metrics[metric])));
    said.current = page;
  }, [page, metric]);
}
