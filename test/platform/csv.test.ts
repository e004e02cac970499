import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../functions/platform/csv.ts";

const read = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: false, record_delimiter: "\r\n" });

describe("CSV", () => {
  it("is read back, cell for cell, by another program", () => {
    const text = fc.string({ unit: fc.constantFrom(..."abc \"',;\n\r\tåß漢=+-@1") });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 6 }), (rows) => {
        const asText = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
        expect(read(toCsv(["a", "b"], rows)).slice(1)).toEqual(rows.map((row) => row.map(asText)));
      }),
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://evil.example")'])("makes text of a formula: %j", (formula) => {
    expect(read(toCsv(["a"], [[formula]]))[1]?.[0]).toBe(`'${formula}`);
  });

  it("keeps numbers as numbers, also negative ones, and leaves what is not known empty", () => {
    expect(toCsv(["a", "b", "c"], [[-1, undefined, true]])).toBe("\uFEFFa,b,c\r\n-1,,true\r\n");
  });
});
