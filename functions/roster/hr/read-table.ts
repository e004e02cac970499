import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import { AppError } from "../../platform/errors.ts";
import { sha256 } from "../../platform/ids.ts";
import { decodeText, delimiterOf } from "../../platform/read-csv.ts";

/** A personnel file as rows; `line` is where a row begins. Headers are each their own: a second one of a name is numbered. */
export type HrTable = { headers: string[]; rows: { line: number; cells: string[] }[] };

const longestCell = 500;
const mostRows = 200_000;

/** Reads any CSV leniently: its encoding and what parts its columns are found out, empty rows and columns are nothing. */
export function readTable(bytes: Uint8Array): HrTable {
  const text = decodeText(bytes).text.replaceAll(/\r\n?/g, "\n");
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      info: true,
      bom: true,
      trim: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      delimiter: delimiterOf(text),
    }) as never;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unusable("The file cannot be read to its end: a quotation mark opens and never closes. Export it again as CSV.");
  }
  const [first, ...rest] = records;
  const headers = numbered(first?.record.map(onOneLine) ?? []);
  if (headers.length < 2)
    throw unusable("This is not a CSV file with a row of column names. Export it as CSV, with the names in its first row.");
  if (rest.length === 0) throw unusable("The file has column names and no row below them. Nothing was changed.");
  if (rest.length > mostRows) throw unusable("The file has more rows than a district has staff. Export staff alone.");
  const rows = rest.map(({ record, info }) => ({
    line: info.lines,
    cells: headers.map((_, i) => onOneLine((record[i] ?? "").slice(0, longestCell))),
  }));
  return { headers, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== "")) };
}

/** The same for the same set of headers, in whatever order and case they stand. */
export function signatureOf(headers: readonly string[]): string {
  return sha256(JSON.stringify(headers.map((header) => header.toLowerCase()).toSorted())).slice(0, 32);
}

function numbered(headers: string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header, i) => {
    const name = header === "" ? `Column ${i + 1}` : header.slice(0, 100);
    const n = (seen.get(name.toLowerCase()) ?? 0) + 1;
    seen.set(name.toLowerCase(), n);
    return n === 1 ? name : `${name} (${n})`;
  });
}

function onOneLine(cell: string): string {
  return cell.replaceAll(/[\p{Cc}\s]+/gu, " ").trim();
}

function unusable(detail: string): AppError {
  return new AppError("unsupported-file", detail);
}
