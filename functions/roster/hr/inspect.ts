import type { Context } from "../../platform/context.ts";
import type { HrColumn, HrInspection, HrMapping } from "../mapping-contract.ts";
import { listSchools, schoolView } from "../queries.ts";
import { importMappings } from "../mapping-records.ts";
import { guessColumns, guessSchool, guessTitle, isPrivateHeader } from "./guess.ts";
import { type HrTable, readTable, signatureOf } from "./read-table.ts";

const inSamples = 5;
/** More different values than this are no titles and no schools. */
const mostValues = 400;
const defaultName = "HR";

/** The mapping that was saved for files with these headers, if any. */
export async function findMapping(ctx: Context, signature: string): Promise<HrMapping | undefined> {
  const found = await ctx.table.get(importMappings, { of: "IMPMAP", at: signature });
  return found?.mapping;
}

/**
 * Looks at a personnel file: its columns with sample values, how it would be read, and what nobody has said anything
 * about yet. Nothing of it is kept.
 */
export async function inspectHr(ctx: Context, bytes: Uint8Array): Promise<HrInspection> {
  const table = readTable(bytes);
  const signature = signatureOf(table.headers);
  const saved = await findMapping(ctx, signature);
  const schools = await listSchools(ctx);
  const columns = table.headers.map((header, i) => columnOf(header, table, i));
  const mapping: HrMapping = {
    name: saved?.name ?? defaultName,
    columns: saved?.columns ?? guessColumns(columns),
    titles: { ...saved?.titles },
    schools: { ...saved?.schools },
    endsAbsent: saved?.endsAbsent ?? false,
  };
  const [titles, places] = [valuesIn(columns, mapping.columns.title), valuesIn(columns, mapping.columns.school)];
  const unmapped = {
    titles: titles.filter((title) => mapping.titles[title] === undefined),
    schools: places.filter((place) => mapping.schools[place] === undefined),
  };
  // Guesses for whatever column could be the titles or the schools, so that choosing another one needs no second look.
  for (const { values = [] } of columns) {
    for (const { value } of values) {
      const [meaning, school] = [guessTitle(value), guessSchool(value, schools)];
      if (meaning !== undefined) mapping.titles[value] ??= meaning;
      if (school !== undefined) mapping.schools[value] ??= school;
    }
  }
  return { signature, rows: table.rows.length, columns, mapping, isSaved: saved !== undefined, unmapped, schools: schools.map(schoolView) };
}

function columnOf(header: string, { rows }: HrTable, at: number): HrColumn {
  const isPrivate = isPrivateHeader(header);
  if (isPrivate) return { header, samples: [], isPrivate };
  const counted = new Map<string, number>();
  const samples: string[] = [];
  for (const { cells } of rows) {
    const value = cells[at] ?? "";
    if (value === "") continue;
    if (samples.length < inSamples) samples.push(value);
    if (counted.size <= mostValues) counted.set(value, (counted.get(value) ?? 0) + 1);
  }
  const values = [...counted].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count);
  return { header, samples, isPrivate, ...(values.length <= mostValues && { values }) };
}

function valuesIn(columns: readonly HrColumn[], header: string | undefined): string[] {
  const column = columns.find((one) => one.header.toLowerCase() === header?.toLowerCase());
  return (column?.values ?? []).map(({ value }) => value);
}
