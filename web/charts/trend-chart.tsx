import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { useState } from "react";
import { charts } from "../strings/en-charts.ts";
import { dayOf, monthTicks, nearestWeek, type TrendWeek } from "./trend-layout.ts";
import { useWidth } from "./use-width.ts";
import "./charts.css";

type TrendChartProps = {
  labelledBy: string;
  describedBy: string;
  weeks: TrendWeek[];
  /** What the lines are called; without `floor` there is one line. */
  names: { line: string; floor?: string };
};

const height = 240;
const plot = { top: 12, bottom: 28, left: 44, right: 44 };

/** Weeks as lines from 0 to 100, the space between two lines as a band. One week at a time is read out below. */
export function TrendChart({ labelledBy, describedBy, weeks, names }: TrendChartProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const [at, setAt] = useState(weeks.length - 1);
  const index = Math.min(at, weeks.length - 1);
  const week = weeks[index];
  const days = weeks.map(({ on }) => dayOf(on));
  const x = scaleLinear([days[0] ?? 0, days.at(-1) ?? 1], [plot.left, Math.max(width - plot.right, plot.left + 1)]);
  const xOf = (on: string) => x(dayOf(on));
  return (
    <div className="trend">
      <ul className="chart-legend" aria-hidden="true">
        <li data-kind="level">{names.line}</li>
        {names.floor !== undefined && <li data-kind="floor">{names.floor}</li>}
      </ul>
      <div
        className="trend-box"
        ref={ref}
        onPointerMove={(event) => setAt(nearestWeek(weeks, xOf, event.clientX - event.currentTarget.getBoundingClientRect().left))}
      >
        {width > 0 && (
          <svg width={width} height={height} role="img" aria-labelledby={labelledBy} aria-describedby={describedBy}>
            <Frame width={width} ticks={monthTicks(weeks, xOf, 44)} xOf={xOf} />
            <Lines weeks={weeks} xOf={xOf} hasFloor={names.floor !== undefined} />
            {week && <Cursor week={week} x={xOf(week.on)} />}
          </svg>
        )}
        {/* The browser's own slider reads the weeks out by keyboard and screen reader; it lies over the picture, unseen. */}
        <input
          type="range"
          className="trend-slider"
          aria-label={charts.week}
          min={0}
          max={Math.max(weeks.length - 1, 0)}
          value={index}
          aria-valuetext={week?.text ?? ""}
          onChange={(event) => setAt(Number(event.target.value))}
        />
      </div>
      <p className="chart-readout" aria-hidden="true">
        {week?.text}
      </p>
    </div>
  );
}

const y = scaleLinear([0, 100], [height - plot.bottom, plot.top]);

function Frame({ width, ticks, xOf }: { width: number; ticks: string[]; xOf: (on: string) => number }) {
  return (
    <g>
      {[0, 25, 50, 75, 100].map((value) => (
        <g key={value}>
          <line className="chart-grid" x1={plot.left} x2={width - plot.right} y1={y(value)} y2={y(value)} />
          <text className="chart-tick" x={plot.left - 8} y={y(value)} dy="0.32em" textAnchor="end">
            {charts.percent(value)}
          </text>
        </g>
      ))}
      {ticks.map((on) => (
        <text key={on} className="chart-tick" x={xOf(on)} y={height - 8} textAnchor="middle">
          {charts.month(on)}
        </text>
      ))}
    </g>
  );
}

function Lines({ weeks, xOf, hasFloor }: { weeks: TrendWeek[]; xOf: (on: string) => number; hasFloor: boolean }) {
  const lineOf = (value: (week: TrendWeek) => number | undefined) =>
    line<TrendWeek>()
      .defined((week) => value(week) !== undefined)
      .x(({ on }) => xOf(on))
      .y((week) => y(value(week) ?? 0))(weeks) ?? "";
  const band = area<TrendWeek>()
    .defined((week) => week.line !== undefined && week.floor !== undefined)
    .x(({ on }) => xOf(on))
    .y0((week) => y(week.floor ?? 0))
    .y1((week) => y(week.line ?? 0))(weeks);
  return (
    <g>
      {hasFloor && <path className="chart-band" d={band ?? ""} />}
      {hasFloor && <path className="chart-line" data-kind="floor" d={lineOf(({ floor }) => floor)} />}
      <path className="chart-line" data-kind="level" d={lineOf((week) => week.line)} />
    </g>
  );
}

function Cursor({ week, x }: { week: TrendWeek; x: number }) {
  return (
    <g>
      <line className="trend-cursor" x1={x} x2={x} y1={plot.top} y2={height - plot.bottom} />
      {week.line !== undefined && <circle className="trend-point" data-kind="level" cx={x} cy={y(week.line)} r={5} />}
      {week.floor !== undefined && (
        <rect
          className="trend-point"
          data-kind="floor"
          x={x - 5}
          y={y(week.floor) - 5}
          width={10}
          height={10}
          transform={`rotate(45 ${x} ${y(week.floor)})`}
        />
      )}
    </g>
  );
}
