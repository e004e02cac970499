import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ImportView, RosterDiagnostic } from "../../functions/roster/import-contract.ts";
import { rosterWords } from "../strings/en-roster.ts";
import { Badge } from "../ui/badge.tsx";
import { ButtonAnchorLink } from "../ui/button.tsx";
import { FilterSelect } from "../ui/filter-field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Table } from "../ui/table.tsx";
import { Pager } from "./pager.tsx";
import { diagnosticsQuery } from "./queries.ts";

const { one: say } = rosterWords;

/** Every row of a file that needs someone, in parts of a hundred, and all of them as a spreadsheet. */
export function ImportDiagnostics({ record: { id, errors, warnings } }: { record: ImportView }) {
  const [show, setShow] = useState<"all" | RosterDiagnostic["severity"]>("all");
  const [from, setFrom] = useState(0);
  const severity = show === "all" ? undefined : show;
  const { data, error, refetch } = useQuery({
    ...diagnosticsQuery(id, { from, ...(severity && { severity }) }),
    placeholderData: keepPreviousData,
    enabled: errors + warnings > 0,
  });
  if (errors + warnings === 0) return <p className="quiet">{say.problemsNone}</p>;
  return (
    <div className="stack">
      <div className="admin-filter no-print">
        <FilterSelect
          label={say.show}
          value={show}
          onChoose={(value) => {
            setFrom(0);
            setShow(value);
          }}
          options={(["all", "error", "warning"] as const).map((value) => ({ value, label: say.shows[value] }))}
        />
        <ButtonAnchorLink href={`/api/roster/imports/${encodeURIComponent(id)}/diagnostics.csv`}>{say.download}</ButtonAnchorLink>
      </div>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Table
            caption={say.problems}
            isCaptionHidden
            rows={data.diagnostics.map((diagnostic, index) => ({ ...diagnostic, index }))}
            rowKey={({ index }) => String(index)}
            columns={[
              { id: "place", header: say.columns.place, isRowHeader: true, cell: (diagnostic) => say.place(diagnostic) },
              {
                id: "severity",
                header: say.columns.severity,
                cell: (one) => <Badge tone={one.severity === "error" ? "warn" : "neutral"}>{say.severity[one.severity]}</Badge>,
              },
              { id: "message", header: say.columns.message, cell: ({ message }) => message },
              { id: "fix", header: say.columns.fix, cell: ({ fix }) => fix },
            ]}
          />
          <Pager from={data.from} shown={data.diagnostics.length} total={data.total} onGo={setFrom} />
        </>
      )}
    </div>
  );
}
