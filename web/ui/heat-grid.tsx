import { type ReactNode, useState } from "react";
import { t } from "../strings/en.ts";
import { Button } from "./button.tsx";
import "./heat-grid.css";

/** One cell: what it says, how strongly it is shaded (0 to 4), whether it is hatched because it is hidden or poorly known. */
export type Heat = { content: ReactNode; step?: number | undefined; isHatched?: boolean };

type HeatGridProps<Row> = {
  caption: string;
  /** What the first column holds. */
  rowTitle: string;
  columns: { id: string; header: string; isMarked?: boolean }[];
  rows: Row[];
  rowKey: (row: Row) => string;
  rowHeader: (row: Row) => ReactNode;
  cell: (row: Row, column: string) => Heat;
};

/**
 * Many numbers at once: shaded cells that each say their number, since shade alone says nothing to many. On phones each row
 * is a line with the marked figure, or, when one asks for every figure, a block of small cells with their headers. Roles are
 * written out for the reason given at `Table`.
 */
export function HeatGrid<Row>({ caption, rowTitle, columns, rows, rowKey, rowHeader, cell }: HeatGridProps<Row>) {
  const [isFull, setFull] = useState(false);
  const marked = columns.find(({ isMarked }) => isMarked);
  return (
    <div className="heat" data-compact={marked && !isFull ? "" : undefined}>
      {marked && (
        <p className="heat-phone" aria-hidden="true">
          {marked.header}
        </p>
      )}
      <table className="heat-table" role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {rowTitle}
            </th>
            {columns.map(({ id, header, isMarked }) => (
              <th key={id} scope="col" role="columnheader" data-marked={isMarked || undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              <th scope="row" role="rowheader">
                {rowHeader(row)}
              </th>
              {columns.map(({ id, header, isMarked }) => (
                <Cell key={id} header={header} isMarked={isMarked ?? false} heat={cell(row, id)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {marked && (
        <div className="row heat-phone">
          <Button aria-pressed={isFull} onClick={() => setFull(!isFull)}>
            {t.everyFigure}
          </Button>
        </div>
      )}
    </div>
  );
}

function Cell({ header, isMarked, heat: { content, step, isHatched } }: { header: string; isMarked: boolean; heat: Heat }) {
  return (
    <td
      role="cell"
      data-label={header}
      data-marked={isMarked || undefined}
      data-step={isHatched ? undefined : step}
      data-hatched={isHatched || undefined}
    >
      {content}
    </td>
  );
}
