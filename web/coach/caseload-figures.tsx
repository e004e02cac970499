import type { CaseloadPage } from "../../functions/engagement/people-contract.ts";
import { figures } from "../strings/en-figures.ts";
import { lead } from "../strings/en-lead.ts";
import { Table } from "../ui/table.tsx";

const { caseload: say } = figures;

/** The caseload in figures: counts first, with what each counts, behind a line that opens them. */
export function CaseloadFigures({ data }: { data: CaseloadPage }) {
  if (data.people.length === 0) return null;
  return (
    <details className="coach-group">
      <summary>{say.title}</summary>
      <p className="quiet">{say.lead}</p>
      <Table
        caption={say.title}
        isCaptionHidden
        rows={data.definitions}
        rowKey={({ id }) => id}
        columns={[
          { id: "figure", header: say.figure, isRowHeader: true, cell: ({ title }) => title },
          {
            id: "counted",
            header: say.counted,
            isNumeric: true,
            cell: ({ id }) => (data.metrics[id].denominator === 0 ? say.nothing : lead.ofCount(data.metrics[id])),
          },
          { id: "about", header: say.about, cell: ({ numerator }) => numerator },
        ]}
      />
    </details>
  );
}
