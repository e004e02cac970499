import { type Drawing, ink } from "../platform/paper/ink.ts";
import type { CountOnIt } from "./contract.ts";

type Doc = Drawing["doc"];
type Axis = { left: number; width: number; base: number };

/** Schools on a scale from 0 to 100, stacked where they meet, with the level and the count-on-it score marked. */
export function drawSpread(
  { doc, x, y, width, height }: Drawing,
  values: readonly number[],
  score: CountOnIt,
  marks: { level: string; score: string },
): void {
  const axis = { left: x + 14, width: width - 28, base: y + height - 22 };
  scale(doc, axis);
  if (score.lower !== undefined && score.upper !== undefined) {
    const from = at(axis, score.lower);
    doc.rect(from, axis.base - 5, Math.max(at(axis, score.upper) - from, 1), 10).fill(ink.shade);
  }
  const taken = new Map<number, number>();
  const radius = values.length > 200 ? 1.6 : 3.2;
  const room = Math.max(axis.base - y - 34, 1);
  const bins = values.map((value) => Math.round(value));
  const most = Math.max(1, ...bins.map((bin) => bins.filter((other) => other === bin).length));
  const step = Math.min(radius * 2.2, room / most);
  for (const bin of bins) {
    const level = taken.get(bin) ?? 0;
    taken.set(bin, level + 1);
    doc.circle(at(axis, bin), axis.base - 6 - radius - level * step, radius).fillAndStroke(ink.soft, ink.accent);
  }
  const both: [number | undefined, string, number][] = [
    [score.level, marks.level, y + 2],
    [score.score, marks.score, y + 14],
  ];
  for (const [value, , labelY] of both) {
    if (value === undefined) continue;
    const place = at(axis, value);
    doc
      .moveTo(place, labelY + 9)
      .lineTo(place, axis.base)
      .lineWidth(1.2)
      .stroke(ink.text);
  }
  for (const [value, label, labelY] of both) {
    if (value === undefined) continue;
    const place = at(axis, value);
    doc.font("bold").fontSize(8);
    const length = doc.widthOfString(label);
    const [fitsLeft, fitsRight] = [place - 3 - length >= x, place + 3 + length <= x + width];
    // The score's words stand away from the level, whose line would run through them; where they cannot, they cover it.
    const isLeft = fitsLeft && (!fitsRight || (value === score.score && value <= (score.level ?? 0)));
    const from = isLeft ? place - 3 - length : place + 3;
    doc.rect(from - 1, labelY - 1, length + 2, 10).fill(ink.paper);
    doc.fillColor(ink.text).text(label, from, labelY, { lineBreak: false });
  }
}

/** A share week by week on a scale from 0 to 100; a week in which it is hidden or unknown is a gap in the line. */
export function drawTrend({ doc, x, y, width, height }: Drawing, values: readonly (number | undefined)[]): void {
  const [left, right, top, base] = [x + 30, x + width - 8, y + 6, y + height - 10];
  for (const percent of [0, 25, 50, 75, 100]) {
    const lineY = base - ((base - top) * percent) / 100;
    doc.moveTo(left, lineY).lineTo(right, lineY).lineWidth(0.5).stroke(ink.rule);
    doc.font("regular").fontSize(7.5).fillColor(ink.muted);
    doc.text(`${percent}%`, x, lineY - 4, { width: 26, align: "right", lineBreak: false });
  }
  const place = (i: number): number => (values.length === 1 ? left : left + ((right - left) * i) / (values.length - 1));
  let isDrawing = false;
  for (const [i, value] of values.entries()) {
    if (value === undefined) {
      isDrawing = false;
      continue;
    }
    const pointY = base - ((base - top) * value) / 100;
    if (isDrawing) doc.lineTo(place(i), pointY);
    else doc.moveTo(place(i), pointY);
    isDrawing = true;
  }
  doc.lineWidth(1.6).stroke(ink.accent);
  for (const [i, value] of values.entries())
    if (value !== undefined) doc.circle(place(i), base - ((base - top) * value) / 100, 1.8).fill(ink.accent);
}

const at = ({ left, width }: Axis, percent: number): number => left + (width * percent) / 100;

function scale(doc: Doc, axis: Axis): void {
  doc
    .moveTo(axis.left, axis.base)
    .lineTo(axis.left + axis.width, axis.base)
    .lineWidth(0.8)
    .stroke(ink.muted);
  for (const percent of [0, 25, 50, 75, 100]) {
    const place = at(axis, percent);
    doc
      .moveTo(place, axis.base)
      .lineTo(place, axis.base + 4)
      .lineWidth(0.8)
      .stroke(ink.muted);
    doc.font("regular").fontSize(7.5).fillColor(ink.muted);
    doc.text(`${percent}%`, place - 15, axis.base + 6, { width: 30, align: "center", lineBreak: false });
  }
}
