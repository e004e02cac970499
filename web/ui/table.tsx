import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import "./table.css";

/** One column: its header, what each row shows in it, and whether it can be sorted by. */
export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The column that names the row; exactly one should. */
  isRowHeader?: boolean;
  isNumeric?: boolean;
  isSortable?: boolean;
  /** In a list on a phone: what it shows says nothing without its header. */
  isLabelledInList?: boolean;
};

/** By which column, and which way. */
export type Sort = { column: string; direction: "ascending" | "descending" };

type TableProps<Row> = {
  /** What the table shows; the name it is found by. */
  caption: string;
  isCaptionHidden?: boolean;
  /** Rows are lines of a list on a phone rather than cards: where a hundred of them are read through for one. */
  isListOnPhone?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
};

/**
 * A table on wide screens and a list of cards, or of lines, on phones. Roles are written out because a table that is laid out as
 * cards would otherwise lose its headers for screen readers.
 */
export function Table<Row>({
  caption,
  isCaptionHidden = false,
  isListOnPhone = false,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
}: TableProps<Row>) {
  return (
    <table className="table" role="table" data-list={isListOnPhone || undefined}>
      <caption className={isCaptionHidden ? "visually-hidden" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) =>
              column.isRowHeader ? (
                <th key={column.id} scope="row" role="rowheader">
                  {column.cell(row)}
                </th>
              ) : (
                <td
                  key={column.id}
                  role="cell"
                  data-column={column.id}
                  data-label={column.header}
                  data-numeric={column.isNumeric || undefined}
                  data-labelled={column.isLabelledInList || undefined}
                >
                  <span className="table-value">{column.cell(row)}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeaderCell<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}) {
  const direction = sort?.column === column.id ? sort.direction : undefined;
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={column.isSortable ? (direction ?? "none") : undefined}
      data-numeric={column.isNumeric || undefined}
    >
      {column.isSortable && onSort ? (
        <button
          type="button"
          className="table-sort"
          data-direction={direction}
          onClick={() => onSort({ column: column.id, direction: direction === "ascending" ? "descending" : "ascending" })}
        >
          {column.header}
          <Icon name="chevronDown" size={14} />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}
