import { scaleLinear } from "d3-scale";
import type { BlockTable, Cell } from "./block-nodes.ts";

/** One line of a graph; a value that was not measured is `undefined` and leaves a gap. */
export type Series = { name: string; isGoal: boolean; values: (number | undefined)[] };

/** What a graph's table says: what is counted along the foot, at which places, and the lines, the goal last. */
export type GraphData = { label: string; places: string[]; series: Series[]; unit: "" | "%" };

/** The graph that a table amounts to: a label, one or two columns of numbers, and perhaps a goal line. */
export function graphFrom({ head, rows }: BlockTable): GraphData {
  const series = head.slice(1).map(({ text, value }, index): Series => ({
    name: text,
    isGoal: value === "goal",
    values: rows.map((row) => numberIn(row[index + 1])),
  }));
  const hasPercent = rows.some((row) => row.slice(1).some(({ text }) => text.endsWith("%")));
  return {
    label: head[0]?.text ?? "",
    places: rows.map(([place]) => place?.text ?? ""),
    series: series.toSorted((a, b) => Number(a.isGoal) - Number(b.isGoal)),
    unit: hasPercent ? "%" : "",
  };
}

function numberIn(cell: Cell | undefined): number | undefined {
  const number = Number.parseFloat(cell?.text ?? "");
  return Number.isFinite(number) ? number : undefined;
}

/** From where to where the scale goes. It begins at zero, unless the values lie so close together that nothing could be seen. */
export function scaleOf({ series }: GraphData): { from: number; to: number; ticks: number[] } {
  const values = series.flatMap((one) => one.values).filter((value) => value !== undefined);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const range = high - low || Math.abs(high) || 1;
  const isFar = low > range * 1.5;
  const scale = scaleLinear([isFar ? low - range / 4 : Math.min(0, low), high + range / 8], [0, 1]).nice(5);
  const [from = 0, to = 1] = scale.domain();
  return { from, to, ticks: scale.ticks(5) };
}

/** Whether a value's figure stands below its point: it does where the closest other line runs above. */
export function isBelow({ series }: GraphData, line: number, place: number): boolean {
  const value = series[line]?.values[place];
  if (value === undefined) return false;
  const others = series.flatMap(({ values }, index) => (index === line ? [] : (values[place] ?? [])));
  const closest = others.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))[0];
  return closest !== undefined && value < closest;
}

/** A place's name in one line, or in two of about the same length where the room asks for it. */
export function nameLines(name: string, letters: number): string[] {
  if (name.length <= letters || !name.includes(" ")) return [name];
  const breaks = [...name.matchAll(/ /g)].map(({ index }) => index);
  const middle = breaks.toSorted((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0] ?? 0;
  return [name.slice(0, middle), name.slice(middle + 1)];
}

/** Of `count` things in a row, those that are written: all where there is room, else every second, third, …, and always the last. */
export function writtenPlaces(count: number, stepPx: number, roomPx: number): Set<number> {
  const every = Math.max(1, Math.ceil(roomPx / Math.max(stepPx, 1)));
  const last = count - 1;
  const places = Array.from({ length: count }, (_, index) => index).filter((index) => (last - index) % every === 0);
  return new Set(places);
}
