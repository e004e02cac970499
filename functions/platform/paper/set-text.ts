import { asDrawn, fitText, isRightToLeft, lineHeight } from "./fit-text.ts";
import type { Drawing } from "./ink.ts";

type Doc = Drawing["doc"];

/** How a text stands in its box: in at most this size; `isProse` wraps before it shrinks. */
export type TextBox = {
  x: number;
  width: number;
  height: number;
  size: number;
  font: "regular" | "bold";
  color: string;
  align?: "left" | "center";
  isProse?: boolean;
};

/** A text that has its lines and size; `actual` is what is meant where what is drawn is another order or another text. */
export type SetText = { height: number; actual?: string; draw: (y: number) => void };

/**
 * Sets a text into a box, in the order of its own script. Where the typeface does not have all its letters, `otherwise`
 * stands in its place, never an empty box; who listens, searches or copies gets the text itself all the same.
 */
export function setText(doc: Doc, text: string, otherwise: string, box: TextBox): SetText {
  const wanted = settable(text);
  doc.font(box.font);
  const isPrintable = canPrint(doc, wanted);
  const isReversed = isPrintable && isRightToLeft(wanted);
  const measure = (line: string): number => doc.fontSize(100).widthOfString(asDrawn(line, isReversed)) / 100;
  const { lines, size } = fitText(isPrintable ? wanted : otherwise, box, measure);
  const draw = (top: number): void => {
    doc.font(box.font).fillColor(box.color);
    for (const [i, line] of lines.entries()) {
      const left = box.width - measure(line) * size;
      const indent = box.align === "center" ? left / 2 : isReversed ? left : 0;
      doc.fontSize(size).text(asDrawn(line, isReversed), box.x + indent, top + i * lineHeight(size), { lineBreak: false });
    }
  };
  return { height: lines.length * lineHeight(size), draw, ...((isReversed || !isPrintable) && { actual: wanted }) };
}

/** Whether the typeface in use has every letter of a text. */
function canPrint(doc: Doc, text: string): boolean {
  const { _font: current } = doc as unknown as { _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } } };
  return Array.from(text, (letter) => letter.codePointAt(0) ?? 0).every((code) => current.font.hasGlyphForCodePoint(code));
}

/** A text as it can be set: composed letters, single spaces, and nothing that takes no ink. */
const settable = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
