import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { DistrictPage, MetricId } from "../../functions/engagement/contract.ts";
import { words } from "../strings/en.ts";
import { figures } from "../strings/en-figures.ts";
import { lead } from "../strings/en-lead.ts";
import { Button } from "../ui/button.tsx";
import { FilterSelect, SearchField } from "../ui/filter-field.tsx";
import { HeatGrid } from "../ui/heat-grid.tsx";
import { metricIds, schoolLevels, type View } from "./filter.ts";
import { gapCell, rateCell } from "./heat-cell.tsx";
import { leastCoveragePercent } from "./heat.ts";

const { heat: say } = figures;
const perPage = 50;
const manySchools = 16;
type Order = "name" | "level";
type School = DistrictPage["schools"][number];

/**
 * Every school beside every figure, by name or by school level and never by merit; fifty at a time. Each cell says its
 * number and leads to the people behind it. Below stand the total and whom it is without.
 */
export function HeatTable({ page, metric, view }: { page: DistrictPage; metric: MetricId; view: View }) {
  const [find, setFind] = useState("");
  const [order, setOrder] = useState<Order>("name");
  const [from, setFrom] = useState(0);
  const wanted = find.trim().toLocaleLowerCase();
  const found = inOrder(page.schools, order).filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  const start = from < found.length ? from : 0;
  const shown = found.slice(start, start + perPage);
  const isMany = page.schools.length >= manySchools;
  return (
    <div className="stack">
      <p className="quiet">{say.lead}</p>
      {isMany && (
        <div className="lead-filter no-print">
          <SearchField label={lead.spread.find} value={find} onChange={({ target }) => setFind(target.value)} />
          <FilterSelect<Order>
            label={say.sort}
            value={order}
            options={[
              { value: "name", label: say.sortName },
              { value: "level", label: say.sortLevel },
            ]}
            onChoose={setOrder}
          />
          <span className="lead-refreshing" role="status">
            {wanted === "" ? "" : say.found(found.length)}
          </span>
        </div>
      )}
      {found.length === 0 ? <p className="quiet">{say.none}</p> : <Grid page={page} schools={shown} metric={metric} view={view} />}
      {found.length > perPage && <Pager from={start} all={found.length} onChange={setFrom} />}
      <Notes page={page} metric={metric} schools={shown} />
    </div>
  );
}

function inOrder(schools: readonly School[], order: Order): School[] {
  const place = ({ level }: School) => (order === "level" ? schoolLevels.indexOf(level) : 0);
  return schools.toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name));
}

type GridProps = { page: DistrictPage; schools: School[]; metric: MetricId; view: View };

function Grid({ page, schools, metric, view }: GridProps) {
  const ids = [metric, ...metricIds.filter((id) => id !== metric)];
  const isBetter = new Map(page.definitions.map(({ id, isHigherBetter }) => [id, isHigherBetter]));
  const { level: _, metric: __, ...search } = view;
  return (
    <HeatGrid<School>
      caption={lead.spread.table}
      rowTitle={lead.spread.columns.school}
      columns={[...ids.map((id) => ({ id, header: lead.short[id], isMarked: id === metric })), { id: "roleGap", header: say.roleGap }]}
      rows={schools}
      rowKey={({ id }) => id}
      rowHeader={(school) => (
        <>
          <Link to="/school/$schoolId" params={{ schoolId: school.id }} search={{ ...search, ...(metric !== "transfer" && { metric }) }}>
            {school.name}
          </Link>
          <span className="heat-about">
            {lead.levels[school.level]} · {say.staff} {words.number(school.activeStaff)}
          </span>
        </>
      )}
      cell={(school, column) => {
        const id = ids.find((one) => one === column);
        if (id === undefined) return gapCell(school.roleGap);
        return rateCell({ school, id, isChosen: id === metric, isHigherBetter: isBetter.get(id) ?? true, search });
      }}
    />
  );
}

function Pager({ from, all, onChange }: { from: number; all: number; onChange: (from: number) => void }) {
  return (
    <nav className="row no-print" aria-label={say.caption}>
      <Button disabled={from === 0} onClick={() => onChange(Math.max(0, from - perPage))}>
        {say.previous}
      </Button>
      <span role="status">{say.page(from + 1, Math.min(all, from + perPage), all)}</span>
      <Button disabled={from + perPage >= all} onClick={() => onChange(from + perPage)}>
        {say.next}
      </Button>
    </nav>
  );
}

function Notes({ page, metric, schools }: { page: DistrictPage; metric: MetricId; schools: School[] }) {
  const rates = schools.flatMap((school) => metricIds.map((id) => school.metrics[id]));
  return (
    <>
      <p className="lead-total">
        {lead.spread.total(lead.short[metric], page.metrics[metric])}{" "}
        {page.leftOut[metric].people > 0 && `${lead.leftOut(page.leftOut[metric])}.`}
      </p>
      {rates.some(({ isHidden }) => isHidden) && (
        <p className="quiet small">
          {lead.hiddenNote} {say.knownNote(leastCoveragePercent)}
        </p>
      )}
      {rates.some((rate) => "coded" in rate) && <p className="quiet small">{say.codedNote}</p>}
    </>
  );
}
