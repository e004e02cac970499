import type { Item } from "../../functions/platform/table.ts";

/** The largest row that DynamoDB takes, in bytes. */
const largestRow = 400 * 1024;

/** Rows as a table's export holds them: one line each, every value with its type. */
export function exportLines(rows: readonly Item[]): string {
  return rows.map((row) => `${JSON.stringify({ Item: fieldsOf(fitting(row)) })}\n`).join("");
}

/** Whoever loads an export does not weigh the rows; DynamoDB would. */
function fitting(row: Item): Item {
  const bytes = Buffer.byteLength(JSON.stringify(row));
  if (bytes > largestRow) throw new Error(`the row ${row.PK} / ${row.SK} has ${bytes} bytes; DynamoDB takes ${largestRow}`);
  return row;
}

const fieldsOf = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, typed(value)]])));

function typed(value: unknown): object {
  if (typeof value === "string") return { S: value };
  if (typeof value === "number") return { N: String(value) };
  if (typeof value === "boolean") return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.map(typed) };
  if (typeof value === "object") return { M: fieldsOf(value) };
  throw new Error(`a row may not hold a ${typeof value}`);
}
