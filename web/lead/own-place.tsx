import type { MetricDefinition, SchoolPage } from "../../functions/engagement/contract.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { StripPlot } from "../charts/strip-plot.tsx";
import { words } from "../strings/en.ts";
import { lead } from "../strings/en-lead.ts";
import { Section } from "../ui/page.tsx";
import { Table } from "../ui/table.tsx";

const { school: say } = lead;

/** A school among the others without their names: how far apart they are, never which place it holds. */
export function OwnPlace({ page, definition }: { page: SchoolPage; definition: MetricDefinition }) {
  const own = page.metrics[definition.id].percent;
  const others = page.distribution;
  const summary =
    others.length === 0
      ? say.placeNone
      : say.place(others.length, Math.min(...others), Math.max(...others), quantile(others, 0.25), quantile(others, 0.75));
  return (
    <Section title={say.placeTitle}>
      <ChartFigure
        title={say.placeFigure(definition.title)}
        summary={own === undefined ? `${summary} ${say.placeOwnNone}` : summary}
        table={
          <Table
            caption={say.placeTable}
            rows={others.map((value, index) => ({ value, number: index + 1 }))}
            rowKey={({ number }) => String(number)}
            columns={[
              { id: "number", header: say.placeNumber, isRowHeader: true, cell: ({ number }) => words.number(number) },
              { id: "share", header: say.placeColumn, isNumeric: true, cell: ({ value }) => lead.percent(value) },
            ]}
          />
        }
      >
        {(ids) =>
          others.length === 0 ? null : (
            <StripPlot
              {...ids}
              points={[
                ...others.map((value, index) => ({ id: String(index), value })),
                ...(own === undefined ? [] : [{ id: "own", value: own, isOwn: true }]),
              ]}
              marks={own === undefined ? [] : [{ kind: "own", value: own, label: say.placeOwn(own) }]}
            />
          )
        }
      </ChartFigure>
    </Section>
  );
}

/** The value below which a share of the sorted others lies, between two of them where it falls between. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return Math.round((low + (high - low) * (at % 1)) * 10) / 10;
}
