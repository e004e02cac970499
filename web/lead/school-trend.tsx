import type { MetricDefinition, SchoolPage } from "../../functions/engagement/contract.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { TrendChart } from "../charts/trend-chart.tsx";
import { fromFirstKnown } from "../charts/trend-layout.ts";
import { words } from "../strings/en.ts";
import { lead } from "../strings/en-lead.ts";
import { Section } from "../ui/page.tsx";
import { Table } from "../ui/table.tsx";

const { trend: say } = lead;

/** One school's frozen weeks as a line. */
export function SchoolTrend({ page, definition: { id, title } }: { page: SchoolPage; definition: MetricDefinition }) {
  const { trend } = page;
  const known = trend.flatMap(({ asOf, metrics: { [id]: rate } }) =>
    rate.percent === undefined ? [] : [{ on: asOf, value: rate.percent }],
  );
  const [first] = known;
  const last = known.at(-1);
  if (known.length < 2)
    return (
      <Section title={say.title}>
        <p className="quiet">{trend.length < 2 ? say.none : say.noneKnown}</p>
      </Section>
    );
  return (
    <Section title={say.title}>
      <ChartFigure
        title={say.figure(title)}
        summary={first && last ? say.summary(trend.length, first.on, first.value, last.value, title) : say.summaryUnknown}
        table={
          <Table
            caption={say.table}
            rows={trend.toReversed()}
            rowKey={({ week }) => week}
            columns={[
              { id: "week", header: say.columns.week, isRowHeader: true, cell: ({ asOf }) => words.fullDate(asOf) },
              { id: "rate", header: say.columns.rate, isNumeric: true, cell: ({ metrics }) => lead.rate(metrics[id]) },
            ]}
          />
        }
      >
        {(ids) => (
          <TrendChart
            {...ids}
            names={{ line: title }}
            weeks={fromFirstKnown(
              trend.map(({ asOf, metrics: { [id]: rate } }) => ({
                on: asOf,
                line: rate.percent,
                text: say.week(asOf, rate.percent === undefined ? [] : [say.weekRate(rate)]),
              })),
            )}
          />
        )}
      </ChartFigure>
    </Section>
  );
}
