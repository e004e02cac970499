import type { DistrictPage, MetricDefinition, SchoolRate, TrendPoint } from "../../functions/engagement/contract.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { TrendChart } from "../charts/trend-chart.tsx";
import { fromFirstKnown } from "../charts/trend-layout.ts";
import { words } from "../strings/en.ts";
import { lead } from "../strings/en-lead.ts";
import { Section } from "../ui/page.tsx";
import { Table } from "../ui/table.tsx";

const { trend: say } = lead;

/** Frozen weeks: level and count-on-it as lines with the gap between them as a band; the plain share where there is no score. */
export function DistrictTrend({ page, definition }: { page: DistrictPage; definition: MetricDefinition }) {
  const { id, title } = definition;
  const { trend } = page;
  const isAnyHidden = page.schools.some(({ metrics }) => metrics[id].isHidden);
  const hasScore = trend.some(({ countOnIt }) => countOnIt.score !== undefined);
  const lineOf = ({ countOnIt, metrics }: TrendPoint) => (hasScore ? countOnIt.level : percentOf(metrics[id]));
  const weeks = fromFirstKnown(
    trend.map((week) => ({ on: week.asOf, line: lineOf(week), floor: week.countOnIt.score, text: say.week(week.asOf, partsOf(week, id)) })),
  );
  if (weeks.length < 2)
    return (
      <Section title={say.title}>
        <p className="quiet">{trend.length < 2 ? say.none : say.noneKnown}</p>
        {isAnyHidden && trend.length >= 2 && <p className="quiet small">{say.hiddenNote}</p>}
      </Section>
    );
  const scored = trend.flatMap((week) => {
    const value = hasScore ? week.countOnIt.score : percentOf(week.metrics[id]);
    return value === undefined ? [] : [{ on: week.asOf, value }];
  });
  const [first] = scored;
  const last = scored.at(-1);
  return (
    <Section title={say.title}>
      <ChartFigure
        title={say.figure(title)}
        summary={
          first && last
            ? say.summary(trend.length, first.on, first.value, last.value, hasScore ? lead.score.title : title)
            : say.summaryUnknown
        }
        table={<Weeks trend={trend} id={id} />}
      >
        {(ids) => <TrendChart {...ids} names={hasScore ? { line: say.level, floor: say.floor } : { line: title }} weeks={weeks} />}
      </ChartFigure>
      {isAnyHidden && <p className="quiet small">{say.hiddenNote}</p>}
    </Section>
  );
}

const percentOf = (rate: SchoolRate): number | undefined => (rate.isHidden ? undefined : rate.percent);

function partsOf({ countOnIt: { level, score }, metrics }: TrendPoint, id: MetricDefinition["id"]): string[] {
  const rate = metrics[id];
  return [
    ...(level === undefined ? [] : [say.weekLevel(level)]),
    ...(score === undefined ? [] : [say.weekFloor(score)]),
    ...(level === undefined && !rate.isHidden && rate.percent !== undefined ? [say.weekRate(rate)] : []),
  ];
}

function Weeks({ trend, id }: { trend: TrendPoint[]; id: MetricDefinition["id"] }) {
  const known = (value: number | undefined, write: (value: number) => string) => (value === undefined ? "–" : write(value));
  return (
    <Table
      caption={say.table}
      rows={trend.toReversed()}
      rowKey={({ week }) => week}
      columns={[
        { id: "week", header: say.columns.week, isRowHeader: true, cell: ({ asOf }) => words.fullDate(asOf) },
        {
          id: "rate",
          header: say.columns.rate,
          isNumeric: true,
          cell: ({ metrics: { [id]: rate } }) => (rate.isHidden ? lead.hidden : lead.rate(rate)),
        },
        { id: "level", header: say.columns.level, isNumeric: true, cell: ({ countOnIt }) => known(countOnIt.level, lead.percent) },
        { id: "gap", header: say.columns.gap, isNumeric: true, cell: ({ countOnIt }) => known(countOnIt.gap, lead.score.gapValue) },
        { id: "floor", header: say.columns.floor, isNumeric: true, cell: ({ countOnIt }) => known(countOnIt.score, lead.percent) },
      ]}
    />
  );
}
