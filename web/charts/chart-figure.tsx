import { type ReactNode, useId } from "react";
import { charts } from "../strings/en-charts.ts";
import "./charts.css";

type ChartFigureProps = {
  /** What the picture shows: the name it is found by. */
  title: string;
  isTitleHidden?: boolean;
  /** The picture in a sentence or two, for everyone: what there is to see, with its figures. */
  summary: ReactNode;
  /** The same numbers as a table. There is no picture without one. */
  table: ReactNode;
  /** Whether the table stands open below, or behind a line that opens it. */
  isTableOpen?: boolean;
  /** The picture, which takes its name and description from the ids it is given. */
  children: (ids: { labelledBy: string; describedBy: string }) => ReactNode;
};

/** The frame of every picture: its name, what it says in words, the picture, and the table behind it. */
export function ChartFigure({ title, isTitleHidden = false, summary, table, isTableOpen = false, children }: ChartFigureProps) {
  const id = useId();
  const labelledBy = `${id}-title`;
  const describedBy = `${id}-summary`;
  return (
    <figure className="chart-figure" aria-labelledby={labelledBy}>
      <figcaption className="chart-caption">
        <span id={labelledBy} className={isTitleHidden ? "visually-hidden" : "chart-title"}>
          {title}
        </span>
        <span id={describedBy} className="chart-summary">
          {summary}
        </span>
      </figcaption>
      {children({ labelledBy, describedBy })}
      {isTableOpen ? (
        table
      ) : (
        <details className="chart-details">
          <summary>{charts.showTable}</summary>
          {table}
        </details>
      )}
    </figure>
  );
}
