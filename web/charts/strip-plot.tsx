import { scaleLinear } from "d3-scale";
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { charts } from "../strings/en-charts.ts";
import { fitDots, placeLabel } from "./strip-layout.ts";
import { useWidth } from "./use-width.ts";
import "./charts.css";

/** One dot. A dot with a `label` can be reached and read; one without stays nameless. */
export type StripPoint = { id: string; value: number; label?: string; href?: string; isOwn?: boolean };

/** A value marked across the plot, with its words. */
export type StripMark = { kind: "level" | "floor" | "own"; value: number; label: string };

type StripPlotProps = {
  /** Ids of the picture's name and description (`ChartFigure` gives them). */
  labelledBy: string;
  describedBy: string;
  points: StripPoint[];
  marks: StripMark[];
  /** Between which the count-on-it score lies when some schools are unknown. */
  bounds?: { lower: number; upper: number; label: string } | undefined;
  /** What stands below the plot about the dot one is at; with a link where there is one. */
  readout?: (id: string) => ReactNode;
  onOpen?: (id: string) => void;
};

const top = 66;
const bottom = 24;
/** How high the picture is; the second where dots would otherwise be too small to point at. */
const heights = [196, 340] as const;
const room = (height: number): number => height - top - bottom - 10;
const side = 18;

/** Schools as dots on a scale from 0 to 100: how far apart they are, without an order of merit. */
export function StripPlot({ labelledBy, describedBy, points, marks, bounds, readout, onOpen }: StripPlotProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const [atId, setAtId] = useState<string>();
  const x = scaleLinear([0, 100], [side, Math.max(width - side, side + 1)]);
  // As text, so that pointing at a dot does not lay out a thousand of them again.
  const places = points.map(({ value }) => x(value).toFixed(1)).join(" ");
  const { radius, dots, ...fitted } = useMemo(() => {
    const [low, high] = [room(heights[0]), room(heights[1])];
    return fitDots(places === "" ? [] : places.split(" ").map(Number), { low, high, from: side, to: Math.max(width - side, side + 1) });
  }, [places, width]);
  const isTall = fitted.height > room(heights[0]);
  const height = heights[isTall ? 1 : 0];
  const middle = top + (height - top - bottom) / 2;
  const isNamed = points.some(({ label }) => label !== undefined);
  return (
    <div className="strip">
      <div className="strip-box" data-tall={isTall || undefined} data-specks={radius < 4 || undefined} ref={ref}>
        {width > 0 && (
          <svg width={width} height={height} role={isNamed ? "group" : "img"} aria-labelledby={labelledBy} aria-describedby={describedBy}>
            <Axis x={x} height={height} />
            {bounds && (
              <rect
                className="chart-bounds"
                x={x(bounds.lower)}
                width={Math.max(2, x(bounds.upper) - x(bounds.lower))}
                y={top}
                height={height - top - bottom}
              />
            )}
            {marks.map((mark) => (
              <line
                key={mark.kind}
                className="chart-mark"
                data-kind={mark.kind}
                x1={x(mark.value)}
                x2={x(mark.value)}
                y1={labelRow(mark.kind) + 6}
                y2={height - bottom}
              />
            ))}
            <Dots points={points} dots={dots} radius={radius} middle={middle} atId={atId} setAtId={setAtId} onOpen={onOpen} />
            {marks.map((mark) => (
              <MarkLabel key={mark.kind} mark={mark} x={x(mark.value)} width={width} isLeft={isLeft(mark, marks)} />
            ))}
            {bounds && (
              <MarkLabel
                mark={{ kind: "floor", value: bounds.lower, label: bounds.label }}
                x={x(bounds.lower)}
                width={width}
                isLeft={false}
              />
            )}
          </svg>
        )}
      </div>
      {isNamed && (
        <div className="chart-readout no-print" aria-hidden={atId === undefined || undefined}>
          {atId !== undefined && readout ? readout(atId) : <Hint />}
        </div>
      )}
    </div>
  );
}

function Hint() {
  return (
    <span className="quiet">
      <span className="strip-hint-pointer">{charts.stripHint}</span>
      <span className="strip-hint-touch">{charts.stripHintTouch}</span>
    </span>
  );
}

const labelRow = (kind: StripMark["kind"]) => (kind === "floor" ? 44 : 20);

function Axis({ x, height }: { x: (value: number) => number; height: number }) {
  return (
    <g aria-hidden="true">
      {[0, 25, 50, 75, 100].map((value) => (
        <g key={value}>
          <line className="chart-grid" x1={x(value)} x2={x(value)} y1={top} y2={height - bottom} />
          <text
            className="chart-tick"
            x={x(value)}
            y={height - 6}
            textAnchor={value === 0 ? "start" : value === 100 ? "end" : "middle"}
            dx={value === 0 ? -12 : value === 100 ? 12 : 0}
          >
            {charts.percent(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The score's words stand on the side away from the level, so that its line does not run through them. */
function isLeft({ kind, value }: StripMark, marks: readonly StripMark[]): boolean {
  const level = marks.find((mark) => mark.kind === "level");
  return kind === "floor" && level !== undefined ? value <= level.value : value > 50;
}

/** About as wide as a letter of a label gets, in pixels. */
const letter = 8;

/** The words of a mark, beside its line; on the other side where there is no room. */
function MarkLabel({ mark, x, width, isLeft: isLeftWanted }: { mark: StripMark; x: number; width: number; isLeft: boolean }) {
  const { x: at, isOnLeft } = placeLabel(x, mark.label.length * letter, width, isLeftWanted);
  return (
    <text className="chart-label" data-kind={mark.kind} x={at} y={labelRow(mark.kind) + 10} textAnchor={isOnLeft ? "end" : "start"}>
      {mark.label}
    </text>
  );
}

type DotsProps = {
  points: StripPoint[];
  dots: ReturnType<typeof fitDots>["dots"];
  radius: number;
  middle: number;
  atId: string | undefined;
  setAtId: (id: string) => void;
  onOpen: ((id: string) => void) | undefined;
};

function Dots({ points, dots, radius, middle, atId, setAtId, onOpen }: DotsProps) {
  const links = useRef(new Map<number, HTMLOrSVGElement>());
  const reachable = dots.findIndex(({ index }) => points[index]?.id === atId);
  const step = (event: KeyboardEvent, place: number) => {
    const to = nextPlace(event.key, place, dots.length);
    if (to === undefined) return;
    event.preventDefault();
    links.current.get(to)?.focus();
  };
  return (
    <g>
      {dots.map((dot, place) => {
        const point = points[dot.index];
        if (!point) return null;
        const circle = (
          <circle
            className="strip-dot"
            data-own={point.isOwn || undefined}
            data-at={point.id === atId || undefined}
            cx={dot.x}
            cy={middle + dot.y}
            r={point.isOwn ? radius + 2 : radius}
          />
        );
        if (point.label === undefined || point.href === undefined) return <g key={point.id}>{circle}</g>;
        return (
          <a
            key={point.id}
            href={point.href}
            className="strip-link"
            aria-label={point.label}
            tabIndex={place === Math.max(reachable, 0) ? 0 : -1}
            ref={(link) => {
              if (link) links.current.set(place, link);
              else links.current.delete(place);
            }}
            onPointerEnter={() => setAtId(point.id)}
            onFocus={() => setAtId(point.id)}
            onKeyDown={(event) => step(event, place)}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || !onOpen) return;
              event.preventDefault();
              // A finger cannot hover: its tap says which school it is, and the link below opens it.
              if ((event.nativeEvent as PointerEvent).pointerType === "touch") setAtId(point.id);
              else onOpen(point.id);
            }}
          >
            <circle className="strip-target" cx={dot.x} cy={middle + dot.y} r={Math.max(radius, 8)} />
            {circle}
          </a>
        );
      })}
    </g>
  );
}

function nextPlace(key: string, place: number, count: number): number | undefined {
  if (key === "ArrowRight" || key === "ArrowDown") return Math.min(place + 1, count - 1);
  if (key === "ArrowLeft" || key === "ArrowUp") return Math.max(place - 1, 0);
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : undefined;
}
