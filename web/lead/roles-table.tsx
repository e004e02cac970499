import { Link } from "@tanstack/react-router";
import type { MetricId, SchoolPage } from "../../functions/engagement/contract.ts";
import { RateBar } from "../charts/rate-bar.tsx";
import { t, words } from "../strings/en.ts";
import { lead } from "../strings/en-lead.ts";
import { type Column, Table } from "../ui/table.tsx";
import { metricIds } from "./filter.ts";

const { school: say } = lead;

type Row = SchoolPage["byRole"][number];

/** A school's figures by job role; each leads to the people behind it. */
export function RolesTable({ page, metric }: { page: SchoolPage; metric: MetricId }) {
  const others = metricIds.filter((id) => id !== metric);
  const rows = page.byRole
    .filter(({ activeStaff }) => activeStaff > 0)
    .toSorted((a, b) => t.jobRoles[a.role].localeCompare(t.jobRoles[b.role]));
  const columns: Column<Row>[] = [
    { id: "role", header: say.columns.role, isRowHeader: true, cell: ({ role }) => t.jobRoles[role] },
    { id: "staff", header: say.columns.staff, isNumeric: true, cell: ({ activeStaff }) => words.number(activeStaff) },
    ...[metric, ...others].map((id): Column<Row> => ({
      id,
      header: lead.short[id],
      isNumeric: id !== metric,
      cell: (row) => <Cell row={row} id={id} schoolId={page.school.id} isChosen={id === metric} />,
    })),
  ];
  return (
    <div className="lead-schools">
      <Table caption={say.rolesTable} isCaptionHidden rows={rows} rowKey={({ role }) => role} columns={columns} />
    </div>
  );
}

function Cell({ row, id, schoolId, isChosen }: { row: Row; id: MetricId; schoolId: string; isChosen: boolean }) {
  const rate = row.metrics[id];
  if (rate.isHidden) return <span className="quiet">{lead.hidden}</span>;
  if (rate.percent === undefined) return <span className="quiet">{isChosen ? lead.nothingYet : "–"}</span>;
  return (
    <Link
      to="/district/schools/$schoolId/people"
      params={{ schoolId }}
      search={{ role: row.role, ...(id !== "transfer" && { metric: id }) }}
      className="lead-cell"
      title={say.cell(lead.short[id], t.jobRoles[row.role])}
    >
      {isChosen ? <RateBar percent={rate.percent} text={lead.rate(rate)} /> : lead.share(rate)}
      <span className="visually-hidden">
        {isChosen ? "" : ` (${lead.headline.counted(rate)})`} {say.cell(lead.short[id], t.jobRoles[row.role])}
      </span>
    </Link>
  );
}
