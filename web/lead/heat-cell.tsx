import { Link } from "@tanstack/react-router";
import type { DistrictPage, MetricId, RoleGap, SchoolRate } from "../../functions/engagement/contract.ts";
import { figures } from "../strings/en-figures.ts";
import { lead } from "../strings/en-lead.ts";
import type { Heat } from "../ui/heat-grid.tsx";
import type { View } from "./filter.ts";
import { heatStep, isWellKnown, needsCount } from "./heat.ts";

type School = DistrictPage["schools"][number];
type Shown = Extract<SchoolRate, { isHidden: false }>;

type About = { school: School; id: MetricId; isChosen: boolean; isHigherBetter: boolean; search: View };

/** One school's figure: its number and, where few stand behind it, its count; shaded, and hatched where it is hidden or poorly known. */
export function rateCell({ school, id, isChosen, isHigherBetter, search }: About): Heat {
  const rate = school.metrics[id];
  if (rate.isHidden || rate.percent === undefined)
    return { isHatched: rate.isHidden, content: <span className="quiet">{lead.share(rate)}</span> };
  const isKnown = isWellKnown(school.coverage);
  return {
    step: heatStep(rate.percent, isHigherBetter),
    isHatched: !isKnown,
    content: (
      <>
        {search.asOf === undefined ? <People school={school} id={id} rate={rate} search={search} /> : lead.share(rate)}
        {"numerator" in rate && (isChosen || needsCount(rate.denominator)) && <span className="heat-about">{lead.ofCount(rate)}</span>}
        {!isKnown && <span className="heat-about">{figures.heat.known(school.coverage)}</span>}
      </>
    ),
  };
}

/** The way to the people behind a figure; lists are of today alone. */
function People({ school, id, rate, search }: { school: School; id: MetricId; rate: Shown; search: View }) {
  const about = lead.spread.cell(lead.short[id], school.name);
  return (
    <Link
      to="/district/schools/$schoolId/people"
      params={{ schoolId: school.id }}
      search={{ ...search, ...(id !== "transfer" && { metric: id }) }}
      className="lead-cell"
      title={about}
    >
      {lead.share(rate)}
      <span className="visually-hidden"> {about}</span>
    </Link>
  );
}

/** How far apart a school's roles are, and which two. */
export function gapCell(gap: RoleGap): Heat {
  if (gap.state !== "known") return { isHatched: gap.state === "hidden", content: <span className="quiet">{figures.gap[gap.state]}</span> };
  return {
    step: heatStep(gap.points, false),
    content: (
      <span title={figures.gap.between(gap)}>
        {figures.gap.known(gap)}
        <span className="visually-hidden"> {figures.gap.between(gap)}</span>
      </span>
    ),
  };
}
