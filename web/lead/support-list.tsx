import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { DistrictPage, SupportReason } from "../../functions/engagement/contract.ts";
import { figures } from "../strings/en-figures.ts";
import { Button } from "../ui/button.tsx";
import { Section } from "../ui/page.tsx";
import { type Column, Table } from "../ui/table.tsx";
import type { View } from "./filter.ts";

const { support: say } = figures;
const shownAtFirst = 6;
type Row = DistrictPage["support"][number];

/** The schools to ask first, by name, each with its reasons in sentences and the way to its people. */
export function SupportList({ page, view }: { page: DistrictPage; view: View }) {
  const [isAll, setAll] = useState(false);
  const rows = page.support;
  const shown = isAll ? rows : rows.slice(0, shownAtFirst);
  return (
    <Section title={say.title}>
      <p>{say.lead(rows.length)}</p>
      {rows.length > 0 && (
        <div className="lead-support">
          <Table caption={say.title} isCaptionHidden rows={shown} rowKey={({ schoolId }) => schoolId} columns={columnsFor(view)} />
        </div>
      )}
      {shown.length < rows.length && (
        <div className="row">
          <Button onClick={() => setAll(true)}>{say.showAll(rows.length)}</Button>
        </div>
      )}
    </Section>
  );
}

function columnsFor(view: View): Column<Row>[] {
  const { level: _, metric: __, ...search } = view;
  const columns: Column<Row>[] = [
    {
      id: "school",
      header: say.school,
      isRowHeader: true,
      cell: ({ schoolId, name }) => (
        <Link to="/school/$schoolId" params={{ schoolId }} search={search}>
          {name}
        </Link>
      ),
    },
    { id: "why", header: say.why, cell: ({ reasons }) => <Reasons reasons={reasons} /> },
  ];
  // Lists of people are of today alone.
  if (view.asOf !== undefined) return columns;
  return [
    ...columns,
    {
      id: "people",
      header: say.people,
      cell: ({ schoolId, name, reasons }) => (
        <Link to="/district/schools/$schoolId/people" params={{ schoolId }} search={{ ...search, ...firstList(reasons) }}>
          {say.see} <span className="visually-hidden">{say.seeOf(name)}</span>
        </Link>
      ),
    },
  ];
}

/** The list that the first reason is about, of those with something missing. */
function firstList(reasons: readonly SupportReason[]): View & { show?: "counted" | "rest" } {
  const [first] = reasons;
  if (first?.kind !== "behind") return { metric: "current", show: "rest" };
  if (first.metric === "stalled") return { metric: "stalled", show: "counted" };
  return { ...(first.metric !== "transfer" && { metric: first.metric }), show: "rest" };
}

/** Why, in sentences. */
export function Reasons({ reasons }: { reasons: readonly SupportReason[] }) {
  return (
    <ul className="lead-reasons">
      {reasons.map((reason) => (
        <li key={reason.kind === "behind" ? reason.metric : reason.kind}>{say.reason(reason)}</li>
      ))}
    </ul>
  );
}
