import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitText, lineHeight } from "../../functions/platform/paper/fit-text.ts";
import { qrCode } from "../../functions/platform/paper/qr-code.ts";
import { readQr } from "../support/read-qr.ts";

/** Letters of different widths, as a typeface has them. */
const measure = (text: string): number => [...text].reduce((sum, letter) => sum + 0.25 + ((letter.codePointAt(0) ?? 0) % 7) / 10, 0);

describe("a text in its box", () => {
  it("never leaves it, and loses no letter, however long it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.record({
          width: fc.integer({ min: 40, max: 700 }),
          height: fc.integer({ min: 10, max: 80 }),
          size: fc.integer({ min: 8, max: 40 }),
        }),
        fc.boolean(),
        (text, box, isProse) => {
          const { lines, size } = fitText(text, { ...box, isProse }, measure);
          expect(size).toBeLessThanOrEqual(box.size);
          expect(lineHeight(size) * lines.length).toBeLessThanOrEqual(box.height + 0.001);
          for (const line of lines) expect(measure(line) * size).toBeLessThanOrEqual(box.width + 0.001);
          const letters = (all: string): string => all.replaceAll(/\s/g, "");
          expect(letters(lines.join(""))).toBe(letters(text));
        },
      ),
    );
  });

  it("shrinks on one line before it wraps, and prose wraps before it shrinks", () => {
    const box = { width: 200, height: 60, size: 20 };
    expect(fitText("a".repeat(20), box, () => 12).lines).toHaveLength(1);
    expect(fitText("two words", { ...box, isProse: true }, (text) => text.length * 1.5).lines).toEqual(["two", "words"]);
  });
});

it("a QR code says what was put into it, at every length it can hold", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
      fc.pre(new TextEncoder().encode(address).length <= 213);
      expect(readQr(qrCode(address))).toBe(address);
    }),
    { numRuns: 20 },
  );
  for (let length = 1; length <= 213; length += 15) expect(readQr(qrCode("x".repeat(length)))).toBe("x".repeat(length));
  expect(() => qrCode("x".repeat(214))).toThrow("too many");
});
