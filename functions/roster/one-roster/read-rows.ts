import { CsvError, type Info } from "csv-parse";
import { parse } from "csv-parse/sync";
import { decodeText, delimiterOf } from "../../platform/read-csv.ts";
import { type ColumnOf, columns, type FileKind, matchColumns } from "./columns.ts";
import type { Findings } from "./findings.ts";
import type { BundleFile } from "./open-bundle.ts";

/** A row: the line it begins on, and its cells, trimmed. A cell that is not there is empty. */
export type Row<Kind extends FileKind> = { line: number; cells: Record<ColumnOf<Kind>, string> };

/** A file's rows, and how the file itself spells a column. */
export type Table<Kind extends FileKind> = {
  rows: Row<Kind>[];
  header(column: ColumnOf<Kind>): string;
  has(column: ColumnOf<Kind>): boolean;
};

/**
 * Reads a file's rows, as leniently as can be done without guessing: a byte order mark, any line ending, other
 * encodings, semicolons or tabs between columns, stray quotes and short rows are taken; a row with more cells than the header is refused, because nobody can
 * tell which column slipped. Columns that are not needed are dropped before anything holds them.
 */
export function readRows<Kind extends FileKind>(kind: Kind, file: BundleFile, findings: Findings): Table<Kind> {
  const found: Row<Kind>[] = [];
  let matched = matchColumns(kind, []);
  const columnName = (column: ColumnOf<Kind>): string => matched.headers[column] ?? column;
  const table = { rows: found, header: columnName, has: (column: ColumnOf<Kind>) => matched.headers[column] !== undefined };
  const header = (cells: string[]): (string | false)[] => {
    matched = matchColumns(kind, cells);
    return matched.columns.map((column) => column ?? false);
  };
  // One kind of line ending: the parser counts a CRLF inside quotation marks twice.
  const text = textOf(file, findings).replaceAll(/\r\n?/g, "\n");
  let records: ParsedRecord[];
  try {
    records = recordsOf(text, header);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    findings.broken(
      file.name,
      lineOfBreak(text, header, error),
      "The file cannot be read from here on: a quotation mark opens and never closes.",
      "Close the quotation mark, or export the file again. Then import again: what else is wrong shows only then.",
    );
    return table;
  }
  for (const { header: spelt, column } of matched.misspelt)
    findings.warning(
      file.name,
      1,
      spelt.trim(),
      `This header was taken for "${column}".`,
      `Correct the spelling to "${column}" in the export.`,
    );
  for (const column of matched.missing)
    findings.error(
      file.name,
      1,
      column,
      `The column "${column}" is missing, so the file cannot be used.`,
      `Add the column "${column}" to the export.`,
    );
  if (matched.missing.length > 0) {
    findings.unusable(file.name);
    return table;
  }
  for (const { record, info } of records) {
    const raw = Object.keys(columns[kind]).map((name) => [name, record[name] ?? ""] as const);
    const line = info.lines - raw.reduce((sum, [, cell]) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    const trouble = troubleWith(raw, surplusCells(info.error, matched.columns.length));
    const cells = Object.fromEntries(raw.map(([name, cell]) => [name, onOneLine(cell)]));
    if (trouble) {
      findings.error(file.name, line, undefined, ...trouble);
      findings.unreadable(file.name);
    } else if (Object.values(cells).some((cell) => cell !== "")) {
      found.push({ line, cells: cells as Row<Kind>["cells"] });
    }
  }
  return table;
}

type Header = (cells: string[]) => (string | false)[];
type ParsedRecord = { record: Partial<Record<string, string>>; info: Info & { error?: CsvError | undefined } };

function recordsOf(text: string, header: Header, to?: number): ParsedRecord[] {
  return parse(text, {
    columns: header,
    info: true,
    bom: true,
    trim: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    delimiter: delimiterOf(text),
    ...(to !== undefined && { to }),
  }) as never;
}

/** The line of the row that opens the quotation mark: the parser itself names the one at which it gave up. */
function lineOfBreak(text: string, header: Header, error: CsvError): number {
  const count = "records" in error && typeof error.records === "number" ? error.records : 0;
  const isInHeader = !("columns" in error) || !Array.isArray(error.columns);
  if (count === 0) return isInHeader ? 1 : 2;
  return (recordsOf(text, header, count).at(-1)?.info.lines ?? 1) + 1;
}

/** Longer than anything a roster says; a cell like that is a sign of a slipped quotation mark. */
const maxCell = 500;

/** Why a row cannot be trusted, and what to do. */
function troubleWith(cells: readonly (readonly [string, string])[], surplus: number): [message: string, fix: string] | undefined {
  if (surplus > 0) {
    const what = surplus === 1 ? "one more cell" : `${surplus} more cells`;
    return [
      `This row has ${what} than the header, so its columns cannot be trusted.`,
      "Put quotation marks around a value that holds a comma.",
    ];
  }
  if (cells.some(([, cell]) => cell.length > maxCell))
    return ["A value in this row is far too long, so the row cannot be trusted.", "Look for a quotation mark that is not closed."];
  return undefined;
}

/** A value without line breaks and control characters, which no name or id has. */
function onOneLine(cell: string): string {
  return cell.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
}

/** How many cells with something in them stand beyond the header; empty ones at the end of a row are nothing. */
function surplusCells(error: CsvError | undefined, width: number): number {
  const record: unknown = error && "record" in error ? error.record : undefined;
  if (!Array.isArray(record)) return 0;
  return record.slice(width).filter((cell) => typeof cell === "string" && cell.trim() !== "").length;
}

function textOf({ name, bytes }: BundleFile, findings: Findings): string {
  const { text, isWindows1252 } = decodeText(bytes);
  if (isWindows1252)
    findings.warning(
      name,
      1,
      undefined,
      "The file is not UTF-8 and was read as Windows-1252.",
      "Check that names with accents are right, or export as UTF-8.",
    );
  return text;
}
