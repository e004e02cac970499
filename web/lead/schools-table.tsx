import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { DistrictPage, MetricId, SchoolRate, SchoolRow } from "../../functions/engagement/contract.ts";
import { RateBar } from "../charts/rate-bar.tsx";
import { words } from "../strings/en.ts";
import { lead } from "../strings/en-lead.ts";
import { Button } from "../ui/button.tsx";
import { SearchField } from "../ui/filter-field.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { metricIds, type View } from "./filter.ts";

const { spread: say } = lead;
const shownAtFirst = 60;
const manySchools = 16;

/** The schools by name, never by merit; each figure leads to the people behind it. Below them their total, and whom it is without. */
export function SchoolsTable({ page, metric, view }: { page: DistrictPage; metric: MetricId; view: View }) {
  const { schools } = page;
  const [find, setFind] = useState("");
  const [isAll, setAll] = useState(false);
  const wanted = find.trim().toLocaleLowerCase();
  const found = schools.filter(({ name }) => name.toLocaleLowerCase().includes(wanted)).toSorted((a, b) => a.name.localeCompare(b.name));
  const shown = isAll ? found : found.slice(0, shownAtFirst);
  const isAnyHidden = shown.some((school) => metricIds.some((id) => school.metrics[id].isHidden));
  return (
    <div className="stack">
      {schools.length >= manySchools && (
        <div className="lead-find no-print">
          <SearchField label={say.find} value={find} onChange={({ target }) => setFind(target.value)} />
        </div>
      )}
      <div className="lead-schools">
        <Table caption={say.table} rows={shown} rowKey={({ id }) => id} columns={columnsFor(metric, view)} />
      </div>
      {shown.length < found.length && (
        <div className="row">
          <Button onClick={() => setAll(true)}>{say.showAll(found.length)}</Button>
        </div>
      )}
      <p className="lead-total">
        {say.total(lead.short[metric], page.metrics[metric])} {page.leftOut[metric].people > 0 && `${lead.leftOut(page.leftOut[metric])}.`}
      </p>
      {isAnyHidden && <p className="quiet small">{lead.hiddenNote}</p>}
    </div>
  );
}

function columnsFor(metric: MetricId, view: View): Column<SchoolRow>[] {
  const { level: _, metric: __, ...search } = view;
  const others = metricIds.filter((id) => id !== metric);
  return [
    {
      id: "school",
      header: say.columns.school,
      isRowHeader: true,
      cell: ({ id, name }) => (
        <Link to="/school/$schoolId" params={{ schoolId: id }} search={{ ...search, ...(metric !== "transfer" && { metric }) }}>
          {name}
        </Link>
      ),
    },
    { id: "level", header: say.columns.level, cell: ({ level }) => lead.levels[level] },
    { id: "staff", header: say.columns.staff, isNumeric: true, cell: ({ activeStaff }) => words.number(activeStaff) },
    ...[metric, ...others].map((id): Column<SchoolRow> => ({
      id,
      header: lead.short[id],
      isNumeric: id !== metric,
      cell: (school) => <Cell school={school} id={id} rate={school.metrics[id]} search={search} isChosen={id === metric} />,
    })),
  ];
}

type CellProps = { school: SchoolRow; id: MetricId; rate: SchoolRate; search: View; isChosen: boolean };

function Cell({ school, id, rate, search, isChosen }: CellProps) {
  if (rate.isHidden) return <span className="quiet">{lead.hidden}</span>;
  if (rate.percent === undefined) return <span className="quiet">{isChosen ? lead.nothingYet : "–"}</span>;
  return (
    <Link
      to="/district/schools/$schoolId/people"
      params={{ schoolId: school.id }}
      search={{ ...search, ...(id !== "transfer" && { metric: id }) }}
      className="lead-cell"
      title={say.cell(lead.short[id], school.name)}
    >
      {isChosen ? <RateBar percent={rate.percent} text={lead.rate(rate)} /> : lead.percent(rate.percent)}
      <span className="visually-hidden">
        {isChosen ? "" : ` (${lead.ofCount(rate)})`} {say.cell(lead.short[id], school.name)}
      </span>
    </Link>
  );
}
