/** A value of a CSV cell; what is not known is an empty cell. */
export type CsvCell = string | number | boolean | undefined;

/** Characters with which a spreadsheet begins a formula (OWASP ASVS 5.0, 1.2.10). */
const startsFormula = /^[=+\-@\t\r\0]/;

/**
 * CSV as RFC 4180 has it: CRLF after every row, quotes where needed. Text that a spreadsheet would run as a formula is
 * made text by a leading apostrophe; numbers stay numbers. A byte order mark tells spreadsheets that it is UTF-8.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: CsvCell): string {
  if (value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const safe = startsFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
