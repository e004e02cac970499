import { type ReactNode, useId } from "react";

/** The width that every drawing is made for, in its own units: about the pixels of a phone, so that 14 units stay readable. */
const width = 340;

/** The sheet of a drawing: one picture with a name. What it shows is said in words beside it. */
export function Drawing({ title, height, children }: { title: string; height: number; children: ReactNode }) {
  const id = useId();
  return (
    <svg className="picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
      <title id={id}>{title}</title>
      {children}
    </svg>
  );
}

const lineHeights = { name: 20, note: 17, aside: 18 };

type WordsProps = {
  x: number;
  y: number;
  /** As they stand on the sheet: a drawing does not break lines by itself. */
  lines: readonly string[];
  /** `name` names a part, `note` says what it is, `aside` is said about the whole. */
  kind?: keyof typeof lineHeights;
  anchor?: "start" | "middle" | "end";
};

/** Words in a drawing; `y` is the foot of the first line. */
export function Words({ x, y, lines, kind = "note", anchor = "start" }: WordsProps) {
  return (
    <text className="picture-words" data-kind={kind} y={y} textAnchor={anchor}>
      {lines.map((line, index) => (
        <tspan key={line} x={x} dy={index === 0 ? 0 : lineHeights[kind]}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** A knot on the thread, with its number where the parts have an order. */
export function Knot({ x, y, number, isTied = false }: { x: number; y: number; number?: number; isTied?: boolean }) {
  return (
    <g>
      <circle className="picture-knot" data-tied={isTied || undefined} cx={x} cy={y} r={number === undefined ? 8 : 12} />
      {number !== undefined && (
        <text className="picture-number" x={x} y={y + 5} textAnchor="middle">
          {number}
        </text>
      )}
    </g>
  );
}

/** The head of an arrow whose tip is at `x`, `y`; 0 degrees points right, 90 down. */
export function ArrowHead({ x, y, degrees, kind = "thread" }: { x: number; y: number; degrees: number; kind?: "thread" | "back" }) {
  return <path className="picture-arrow" data-kind={kind} d="M-8 -6L0 0L-8 6" transform={`translate(${x} ${y}) rotate(${degrees})`} />;
}
