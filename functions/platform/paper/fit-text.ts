/** A text in the lines and the size in which it stands in its box. */
export type FittedText = { lines: string[]; size: number };

/** How wide a text is at a size of 1. */
type Measure = (text: string) => number;

const shrinksTo = 0.6;
const leading = 1.25;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** How high a line is at a size, with the room to the next. */
export const lineHeight = (size: number): number => size * leading;

/**
 * Brings any text into its box: on one line, in a smaller size where it is long; where that would be too small, on as
 * many lines as the box has room for, smaller still if it must. Prose wraps first. No line is wider and no text higher than the box.
 */
export function fitText(
  text: string,
  box: { width: number; height: number; size: number; isProse?: boolean },
  measure: Measure,
): FittedText {
  const whole = text.trim().replaceAll(/\s+/g, " ");
  const fits = (size: number): number => Math.floor(size * 100) / 100;
  const one = fits(Math.min(box.size, box.height / leading, box.width / Math.max(measure(whole), 0.001)));
  const shrinks = box.isProse === true ? 0.99 : shrinksTo;
  if (one >= box.size * shrinks || one * leading >= box.height * 0.99) return { lines: [whole], size: one };
  for (let size = fits(box.size * (box.isProse === true ? 1 : 0.75)); ; size *= 0.94) {
    const lines = linesOf(whole, box.width / size, measure);
    if (lineHeight(size) * lines.length <= box.height && lines.every((line) => measure(line) * size <= box.width)) return { lines, size };
  }
}

function linesOf(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    // A word wider than the box breaks between its letters.
    for (const { segment } of segmenter.segment(word)) {
      if (line !== "" && measure(line + segment) > width) {
        lines.push(line);
        line = "";
      }
      line += segment;
    }
  }
  return [...lines, line];
}

/** Whether a text is read from right to left: by its first letter. */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? "";
  return /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Adlam}/u.test(first);
}
