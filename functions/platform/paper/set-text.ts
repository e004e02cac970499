import { fitText, isRightToLeft, lineHeight } from "./fit-text.ts";
import type { Drawing } from "./ink.ts";
import { isSimple } from "./typefaces.ts";

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

/** What stands in the place of a text that cannot be written, and which can. */
export type Otherwise = { otherwise: string; canWrite: (text: string) => boolean };

/** A text that has its lines and size; `actual` is what is meant where what is drawn is another order or another text. */
export type SetText = { height: number; actual?: string; draw: (y: number) => void };

/**
 * Sets a text into a box, in the order of its own script. Where no typeface has all its letters, `otherwise` stands in its
 * place, never an empty box; who listens, searches or copies gets the text itself all the same.
 */
export function setText(doc: Doc, text: string, { otherwise, canWrite }: Otherwise, box: TextBox): SetText {
  const wanted = settable(text);
  doc.font(box.font);
  const isWritable = canWrite(wanted);
  const isReversed = isWritable && isRightToLeft(wanted);
  const measure = (line: string): number => doc.fontSize(100).widthOfString(line) / 100;
  const { lines, size } = fitText(isWritable ? wanted : otherwise, box, measure);
  const draw = (top: number): void => {
    doc.font(box.font).fillColor(box.color);
    for (const [i, line] of lines.entries()) {
      const left = box.width - measure(line) * size;
      const indent = box.align === "center" ? left / 2 : isReversed ? left : 0;
      doc.fontSize(size).text(line, box.x + indent, top + i * lineHeight(size), { lineBreak: false });
    }
  };
  return { height: lines.length * lineHeight(size), draw, ...((!isWritable || !isSimple(wanted)) && { actual: wanted }) };
}

/** A text as it can be set: composed letters, single spaces, and of what takes no ink only what joins letters or keeps them apart. */
const settable = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(?![\u200C\u200D])[\p{Cc}\p{Cf}]/gu, "")
    .trim();
