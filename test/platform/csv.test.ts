import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../functions/platform/csv.ts";

describe("CSV", () => {
  it("gives back every cell to whoever reads RFC 4180, whatever is in it", () => {
    const safe = fc.string().filter((text) => !/^[=+\-@\t\r\0]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(safe, safe), { minLength: 1 }), (rows) => {
        expect(parse(toCsv(["a", "b"], rows), { bom: true, relax_column_count: true, record_delimiter: "\r\n" })).toEqual([
          ["a", "b"],
          ...rows,
        ]);
      }),
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"])(
    "makes text of what a spreadsheet would run: %j",
    (text) => {
      const [[cell]] = parse(toCsv([text], []), { bom: true, record_delimiter: "\r\n" }) as [[string]];
      expect(cell).toBe(`'${text}`);
    },
  );

  it("leaves numbers numbers, and what is unknown empty", () => {
    expect(toCsv(["a"], [[-3.5, undefined, true]])).toBe("\uFEFFa\r\n-3.5,,true\r\n");
  });
});
