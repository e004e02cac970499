import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { ImportReport, RosterDiagnostic } from "../../functions/roster/contract.ts";
import { useSession } from "../app/session.ts";
import { words } from "../strings/en.ts";
import { admin } from "../strings/en-admin.ts";
import { Badge } from "../ui/badge.tsx";
import { ButtonAnchorLink } from "../ui/button.tsx";
import { FilterSelect } from "../ui/filter-field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { Table } from "../ui/table.tsx";
import { importQuery } from "./queries.ts";
import "./admin.css";

const { report: say } = admin;

/** What one import did: whether it was applied, what changed, and every row that needs someone. */
export function ReportPage() {
  const { importId } = useParams({ from: "/signed-in/admin/roster/$importId" });
  const { data: report } = useSuspenseQuery(importQuery(importId));
  const { district } = useSession();
  return (
    <Page
      title={say.title(report.startedAt, district.zone)}
      lead={say.lead(report.source, report.oneRosterVersion)}
      eyebrow={<Link to="/admin/roster">{say.back}</Link>}
    >
      <Outcome report={report} />
      <Section title={say.counts}>
        <div className="admin-counts stack">
          <Counts report={report} />
          {report.skipped > 0 && <p className="quiet small">{say.skipped(report.skipped)}</p>}
        </div>
      </Section>
      <Section title={say.problems}>
        <Diagnostics report={report} />
      </Section>
    </Page>
  );
}

function Outcome({ report: { isApplied, notApplied, errors } }: { report: ImportReport }) {
  if (!isApplied)
    return (
      <Notice kind="warn" title={say.notAppliedTitle}>
        <p>{notApplied ?? ""}</p>
        <p>{say.notApplied}</p>
      </Notice>
    );
  return (
    <Notice kind={errors > 0 ? "info" : "good"} title={say.appliedTitle}>
      {errors > 0 ? say.appliedWithErrors(errors) : say.applied}
    </Notice>
  );
}

function Counts({ report }: { report: ImportReport }) {
  const rows = [
    { id: "schools", name: say.schools, counts: report.schools },
    { id: "staff", name: say.staff, counts: report.staff },
  ];
  const kinds = ["added", "changed", "ended", "unchanged"] as const;
  return (
    <Table
      caption={say.counts}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: "what", header: say.countColumns.what, isRowHeader: true, cell: ({ name }) => name },
        ...kinds.map((kind) => ({
          id: kind,
          header: say.countColumns[kind],
          isNumeric: true,
          cell: ({ counts }: (typeof rows)[number]) => words.number(counts[kind]),
        })),
      ]}
    />
  );
}

function Diagnostics({ report }: { report: ImportReport }) {
  const [show, setShow] = useState<"all" | RosterDiagnostic["severity"]>("all");
  const { diagnostics, errors, warnings, id } = report;
  if (diagnostics.length === 0) return <p className="quiet">{say.problemsNone}</p>;
  const shown = diagnostics
    .map((diagnostic, index) => ({ ...diagnostic, index }))
    .filter(({ severity }) => show === "all" || severity === show);
  return (
    <div className="stack">
      <div className="admin-filter no-print">
        <FilterSelect
          label={say.show}
          value={show}
          onChoose={setShow}
          options={(["all", "error", "warning"] as const).map((value) => ({ value, label: say.shows[value] }))}
        />
        <ButtonAnchorLink href={`/api/roster/imports/${encodeURIComponent(id)}/diagnostics.csv`}>{say.download}</ButtonAnchorLink>
      </div>
      <Table
        caption={say.problems}
        isCaptionHidden
        rows={shown}
        rowKey={({ index }) => String(index)}
        columns={[
          { id: "place", header: say.columns.place, isRowHeader: true, cell: (diagnostic) => say.place(diagnostic) },
          {
            id: "severity",
            header: say.columns.severity,
            cell: ({ severity }) => <Badge tone={severity === "error" ? "warn" : "neutral"}>{say.severity[severity]}</Badge>,
          },
          { id: "message", header: say.columns.message, cell: ({ message }) => message },
          { id: "fix", header: say.columns.fix, cell: ({ fix }) => fix },
        ]}
      />
      {diagnostics.length < errors + warnings && <p className="quiet small">{say.shownFirst(diagnostics.length, errors + warnings)}</p>}
    </div>
  );
}
