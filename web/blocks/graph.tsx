import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { useWidth } from "../charts/use-width.ts";
import { blocks } from "../strings/en-blocks.ts";
import { words } from "../strings/en.ts";
import { useOwnLang } from "../ui/content-context.ts";
import type { BlockProps } from "../ui/lazy-block.tsx";
import type { BlockTable } from "./block-nodes.ts";
import { type GraphData, graphFrom, isBelow, nameLines, scaleOf, type Series, writtenPlaces } from "./graph-layout.ts";
import "./graph.css";

const say = blocks.graph;
const height = 280;
const plot = { top: 24, bottom: 64, left: 44, right: 16, inset: 20 };
/** About as wide as a letter of a place's name or a figure gets, in pixels. */
const letter = 7;

/** The table of a `graph` or `decide` block as lines over its places, with its figures; the table itself behind a line that opens it. */
export function Graph({ table, render }: { table: BlockTable } & Pick<BlockProps, "render">) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const lang = useOwnLang();
  const data = graphFrom(table);
  const measured = data.series.filter(({ isGoal }) => !isGoal).map(({ name }) => name);
  return (
    <ChartFigure
      title={say.title(measured, data.label)}
      isTitleHidden
      summary={<span lang={lang}>{summaryOf(data)}</span>}
      table={render([table.node])}
    >
      {({ labelledBy, describedBy }) => (
        <div className="graph">
          <ul className="graph-legend" aria-hidden="true">
            {data.series.map(({ name, isGoal }, index) => (
              <li key={name} data-line={lineKind(isGoal, index)}>
                {name}
              </li>
            ))}
          </ul>
          <div className="graph-box" ref={ref}>
            {width > 0 && (
              <svg width={width} height={height} role="img" aria-labelledby={labelledBy} aria-describedby={describedBy}>
                <Plot data={data} width={width} />
              </svg>
            )}
          </div>
        </div>
      )}
    </ChartFigure>
  );
}

const lineKind = (isGoal: boolean, index: number) => (isGoal ? "goal" : index === 0 ? "first" : "second");

function Plot({ data, width }: { data: GraphData; width: number }) {
  const { from, to, ticks } = scaleOf(data);
  const count = data.places.length;
  const span = Math.max(width - plot.left - plot.right - 2 * plot.inset, 1);
  const step = span / Math.max(count - 1, 1);
  const x = (place: number) => plot.left + plot.inset + place * step;
  const y = scaleLinear([from, to], [height - plot.bottom, plot.top]);
  return (
    <g>
      {ticks.map((value) => (
        <g key={value}>
          <line className="chart-grid" x1={plot.left} x2={width - plot.right} y1={y(value)} y2={y(value)} />
          <text className="chart-tick" x={plot.left - 8} y={y(value)} dy="0.32em" textAnchor="end">
            {figure(value, data)}
          </text>
        </g>
      ))}
      <Places data={data} step={step} x={x} />
      <text className="graph-foot" x={x(0) + span / 2} y={height - 8} textAnchor="middle">
        {data.label}
      </text>
      {data.series.toReversed().map((one) => (
        <Line key={one.name} data={data} one={one} x={x} y={y} step={step} />
      ))}
    </g>
  );
}

function Places({ data: { places }, step, x }: { data: GraphData; step: number; x: (place: number) => number }) {
  const lines = places.map((name) => nameLines(name, step / letter - 1));
  const longest = Math.max(...lines.flat().map((text) => text.length));
  const written = writtenPlaces(places.length, step, (longest + 1) * letter);
  const last = places.length - 1;
  // Names that are wider than the room beside the first and the last point begin, or end, at the plot's edge.
  const room = 2 * (plot.inset + plot.right);
  const isWide = (texts: string[]) => Math.max(...texts.map((text) => text.length)) * letter > room;
  return (
    <g>
      {lines.map((texts, place) => (
        <g key={place}>
          <line className="chart-grid" x1={x(place)} x2={x(place)} y1={height - plot.bottom} y2={height - plot.bottom + 5} />
          {written.has(place) && (
            <text className="chart-tick" y={height - plot.bottom + 19} textAnchor={isWide(texts) ? edge(place, last) : "middle"}>
              {texts.map((text, row) => (
                <tspan key={row} x={x(place) + (isWide(texts) ? shift(place, last) : 0)} dy={row === 0 ? 0 : 15}>
                  {text}
                </tspan>
              ))}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

const edge = (place: number, last: number) => (place === 0 ? "start" : place === last ? "end" : "middle");
const shift = (place: number, last: number) => (place === 0 ? -plot.inset - 8 : place === last ? plot.inset + plot.right - 2 : 0);

type LineProps = { data: GraphData; one: Series; x: (place: number) => number; y: (value: number) => number; step: number };

function Line({ data, one, x, y, step }: LineProps) {
  const { values, isGoal, name } = one;
  const index = data.series.indexOf(one);
  const path = line<number | undefined>()
    .defined((value) => value !== undefined)
    .x((_, place) => x(place))
    .y((value) => y(value ?? 0))(values);
  const last = values.findLastIndex((value) => value !== undefined);
  const isEndBelow = data.series.some(({ isGoal: isOther, values: own }) => !isOther && (own[last] ?? -Infinity) > (values[last] ?? 0));
  if (isGoal)
    return (
      <g>
        <path className="graph-line" data-line="goal" d={path ?? ""} />
        <text className="graph-value" data-line="goal" x={x(last)} y={y(values[last] ?? 0) + (isEndBelow ? 20 : -10)} textAnchor="end">
          {name} {figure(values[last] ?? 0, data)}
        </text>
      </g>
    );
  const written = writtenPlaces(values.length, step, 4.5 * letter);
  return (
    <g>
      <path className="graph-line" data-line={lineKind(false, index)} d={path ?? ""} />
      {values.map((value, place) =>
        value === undefined ? null : (
          <g key={place}>
            <Point x={x(place)} y={y(value)} kind={lineKind(false, index)} />
            {written.has(place) && (
              <text className="graph-value" x={x(place)} y={y(value) + (isBelow(data, index, place) ? 22 : -12)} textAnchor="middle">
                {figure(value, data)}
              </text>
            )}
          </g>
        ),
      )}
    </g>
  );
}

function Point({ x, y, kind }: { x: number; y: number; kind: string }) {
  if (kind === "second") return <rect className="graph-point" data-line={kind} x={x - 5} y={y - 5} width={10} height={10} />;
  return <circle className="graph-point" data-line={kind} cx={x} cy={y} r={5.5} />;
}

function figure(value: number, { unit }: GraphData): string {
  if (unit === "") return words.number(value);
  return Number.isInteger(value) ? words.percent(value) : `${words.number(value)}${unit}`;
}

/** What there is to see, with its figures, and nothing of what it means: that is for the reader to find. */
function summaryOf(data: GraphData): string {
  const { from } = scaleOf(data);
  const lines = data.series.flatMap(({ name, values }) => {
    const known = values.flatMap((value, place) => (value === undefined ? [] : [{ value, at: data.places[place] ?? "" }]));
    const [first, last] = [known[0], known.at(-1)];
    return first && last ? [say.from(name, figure(first.value, data), first.at, figure(last.value, data), last.at)] : [];
  });
  const gaps = data.series.flatMap(({ isGoal, values }) => (isGoal ? [] : values)).filter((value) => value === undefined).length;
  return [...lines, ...(gaps > 0 ? [say.gaps(gaps)] : []), ...(from > 0 ? [say.begins(figure(from, data))] : [])].join(" ");
}
