import type { DistrictPage, MetricDefinition } from "../../functions/engagement/contract.ts";
import { RateBar } from "../charts/rate-bar.tsx";
import { t } from "../strings/en.ts";
import { figures } from "../strings/en-figures.ts";
import { lead } from "../strings/en-lead.ts";
import { Section } from "../ui/page.tsx";
import { Table } from "../ui/table.tsx";

const { roles: say } = figures;

/** The chosen figure of each role across the view, by name. */
export function RoleTotals({ page, definition }: { page: DistrictPage; definition: MetricDefinition }) {
  const rows = page.byRole.toSorted((a, b) => t.jobRoles[a.role].localeCompare(t.jobRoles[b.role]));
  if (rows.length === 0)
    return (
      <Section title={say.title}>
        <p className="quiet">{say.none}</p>
      </Section>
    );
  return (
    <Section title={say.title}>
      <div className="lead-role-totals">
        <Table
          caption={say.caption(definition.title)}
          isCaptionHidden
          rows={rows}
          rowKey={({ role }) => role}
          columns={[
            { id: "role", header: say.role, isRowHeader: true, cell: ({ role }) => t.jobRoles[role] },
            {
              id: "share",
              header: say.share,
              cell: ({ rate }) =>
                rate.isHidden || rate.percent === undefined ? (
                  <span className="quiet">{lead.rate(rate)}</span>
                ) : (
                  <RateBar percent={rate.percent} text={lead.rate(rate)} />
                ),
            },
          ]}
        />
      </div>
    </Section>
  );
}
