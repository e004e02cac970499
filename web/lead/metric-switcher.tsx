import { Link } from "@tanstack/react-router";
import type { LeftOut, MetricId, Rate, SchoolRate } from "../../functions/engagement/contract.ts";
import { lead } from "../strings/en-lead.ts";
import { metricIds } from "./filter.ts";

type MetricSwitcherProps = { metrics: Record<MetricId, Rate | SchoolRate>; leftOut?: Record<MetricId, LeftOut>; chosen: MetricId };

/** All figures at a glance, each with its count and whom it is without; choosing one makes the page about it. */
export function MetricSwitcher({ metrics, leftOut, chosen }: MetricSwitcherProps) {
  return (
    <nav aria-label={lead.metrics}>
      <ul className="lead-metrics">
        {metricIds.map((id) => (
          <li key={id}>
            <Link
              to="."
              search={({ metric: _, ...rest }) => (id === "transfer" ? rest : { ...rest, metric: id })}
              resetScroll={false}
              className="lead-metric"
              activeOptions={{ exact: true, includeSearch: true }}
              data-chosen={id === chosen || undefined}
            >
              <span className="lead-metric-title">{lead.short[id]}</span>
              <Figure rate={metrics[id]} />
              {leftOut && leftOut[id].people > 0 && <span className="quiet small">{lead.leftOut(leftOut[id])}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Figure({ rate }: { rate: Rate | SchoolRate }) {
  if ("isHidden" in rate && rate.isHidden) return <span className="quiet small">{lead.hidden}</span>;
  if (rate.percent === undefined) return <span className="quiet small">{lead.noFigure}</span>;
  return (
    <>
      <span className="lead-metric-percent">{lead.share(rate)}</span>
      <span className="quiet small">{lead.headline.counted(rate)}</span>
    </>
  );
}
