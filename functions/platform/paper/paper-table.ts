import { type Drawing, ink } from "./ink.ts";

/** A column: its title, its share of the width, and on which side its text stands. */
export type PaperColumn = { title: string; share: number; align?: "left" | "right" };

/** A table: what it is called, its columns, and its rows; the first cell of a row is the row's header. */
export type PaperTable = {
  caption: string;
  columns: readonly PaperColumn[];
  rows: readonly (readonly string[])[];
  total?: readonly string[];
  size?: number;
};

type Doc = Drawing["doc"];
type Element = ReturnType<Doc["struct"]>;
type Place = { x: number; width: number };
type Cell = { text: string; x: number; width: number; align: "left" | "right" };

const padding = 5;

/** Draws a table cell by cell, each in its place in the document's structure. */
export function drawTable(doc: Doc, parent: Element, place: Place, { caption, columns, rows, total, size = 9 }: PaperTable): void {
  const table = doc.struct("Table");
  parent.add(table);
  const head = cellsOf(
    columns.map(({ title }) => title),
    columns,
    place,
  );
  const headHeight = heightOf(doc, head, "bold", size);
  if (doc.y + headHeight + 60 > bottomOf(doc)) doc.addPage();
  const title = doc.struct("Caption");
  table.add(title);
  title.add(
    () =>
      void doc
        .font("bold")
        .fontSize(size + 0.5)
        .fillColor(ink.text)
        .text(caption, place.x, doc.y, { width: place.width }),
  );
  title.end();
  doc.y += 3;
  const header = doc.struct("THead");
  table.add(header);
  shade(doc, place, headHeight);
  addRow(doc, header, head, { height: headHeight, size, tags: "head" });
  header.end();
  const body = doc.struct("TBody");
  table.add(body);
  for (const row of [...rows, ...(total ? [total] : [])]) {
    const cells = cellsOf(row, columns, place);
    const isTotal = row === total;
    const height = heightOf(doc, cells, isTotal ? "bold" : "regular", size);
    if (doc.y + height > bottomOf(doc)) {
      doc.addPage();
      repeatHead(doc, place, head, headHeight, size);
    }
    if (isTotal) shade(doc, place, height);
    addRow(doc, body, cells, { height, size, tags: "body", isBold: isTotal });
    rule(doc, place);
  }
  body.end();
  table.end();
  doc.x = place.x;
  doc.y += 8;
}

const bottomOf = (doc: Doc): number => doc.page.height - doc.page.margins.bottom;

function cellsOf(texts: readonly string[], columns: readonly PaperColumn[], { x, width }: Place): Cell[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let at = x;
  return columns.map(({ share, align = "left" }, i) => {
    const cell = { text: texts[i] ?? "", x: at, width: (width * share) / shares, align };
    at += cell.width;
    return cell;
  });
}

function heightOf(doc: Doc, cells: readonly Cell[], font: string, size: number): number {
  doc.font(font).fontSize(size);
  return Math.max(...cells.map(({ text, width }) => doc.heightOfString(text || " ", { width: width - 2 * padding }))) + 2 * padding;
}

function addRow(
  doc: Doc,
  parent: Element,
  cells: readonly Cell[],
  how: { height: number; size: number; tags: "head" | "body"; isBold?: boolean },
): void {
  const row = doc.struct("TR");
  parent.add(row);
  const top = doc.y;
  for (const [i, cell] of cells.entries()) {
    const scope = how.tags === "head" ? "Column" : i === 0 ? "Row" : undefined;
    const element = scope ? doc.struct("TH", { scope }) : doc.struct("TD");
    row.add(element);
    element.add(() => write(doc, cell, top, scope === "Column" || how.isBold ? "bold" : "regular", how.size));
    element.end();
  }
  row.end();
  doc.y = top + how.height;
}

function write(doc: Doc, { text, x, width, align }: Cell, top: number, font: string, size: number): void {
  doc
    .font(font)
    .fontSize(size)
    .fillColor(ink.text)
    .text(text || " ", x + padding, top + padding, { width: width - 2 * padding, align });
}

/** The header once more on a further page: for the eye; who listens has heard it. */
function repeatHead(doc: Doc, place: Place, head: readonly Cell[], height: number, size: number): void {
  shade(doc, place, height);
  const top = doc.y;
  decorate(doc, () => {
    for (const cell of head) write(doc, cell, top, "bold", size);
  });
  doc.y = top + height;
}

function shade(doc: Doc, { x, width }: Place, height: number): void {
  const { y } = doc;
  decorate(doc, () => void doc.rect(x, y, width, height).fill(ink.shade));
  doc.y = y;
}

function rule(doc: Doc, { x, width }: Place): void {
  const { y } = doc;
  decorate(
    doc,
    () =>
      void doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(0.5)
        .stroke(ink.rule),
  );
}

function decorate(doc: Doc, draw: () => void): void {
  doc.markContent("Artifact", { type: "Layout" });
  draw();
  doc.endMarkedContent();
}
