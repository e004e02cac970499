import { Link } from "@tanstack/react-router";
import type { MetricId, SchoolPage } from "../../functions/engagement/contract.ts";
import { t, words } from "../strings/en.ts";
import { figures } from "../strings/en-figures.ts";
import { lead } from "../strings/en-lead.ts";
import { type Heat, HeatGrid } from "../ui/heat-grid.tsx";
import { metricIds } from "./filter.ts";
import { heatStep } from "./heat.ts";

const { school: say } = lead;

type Row = SchoolPage["byRole"][number];

/** A school's figures by job role, by name; each leads to the people behind it, where the page is of today. */
export function RolesTable({ page, metric }: { page: SchoolPage; metric: MetricId }) {
  const ids = [metric, ...metricIds.filter((id) => id !== metric)];
  const isBetter = new Map(page.definitions.map(({ id, isHigherBetter }) => [id, isHigherBetter]));
  const rows = page.byRole
    .filter(({ activeStaff }) => activeStaff > 0)
    .toSorted((a, b) => t.jobRoles[a.role].localeCompare(t.jobRoles[b.role]));
  return (
    <HeatGrid<Row>
      caption={say.rolesTable}
      rowTitle={say.columns.role}
      columns={ids.map((id) => ({ id, header: lead.short[id], isMarked: id === metric }))}
      rows={rows}
      rowKey={({ role }) => role}
      rowHeader={({ role, activeStaff }) => (
        <>
          {t.jobRoles[role]}
          <span className="heat-about">
            {figures.heat.staff} {words.number(activeStaff)}
          </span>
        </>
      )}
      cell={(row, column) => {
        const id = ids.find((one) => one === column) ?? metric;
        return cellOf(row, id, page, isBetter.get(id) ?? true);
      }}
    />
  );
}

function cellOf(row: Row, id: MetricId, { school, frozen }: SchoolPage, isHigherBetter: boolean): Heat {
  const rate = row.metrics[id];
  if (rate.isHidden || rate.percent === undefined) return { content: <span className="quiet">{lead.share(rate)}</span> };
  const about = say.cell(lead.short[id], t.jobRoles[row.role]);
  return {
    step: heatStep(rate.percent, isHigherBetter),
    content: (
      <>
        {frozen ? (
          lead.share(rate)
        ) : (
          <Link
            to="/district/schools/$schoolId/people"
            params={{ schoolId: school.id }}
            search={{ role: row.role, ...(id !== "transfer" && { metric: id }) }}
            className="lead-cell"
            title={about}
          >
            {lead.share(rate)}
            <span className="visually-hidden"> {about}</span>
          </Link>
        )}
        {"numerator" in rate && <span className="heat-about">{lead.ofCount(rate)}</span>}
      </>
    ),
  };
}
