import { type Drawing, ink } from "./ink.ts";
import { type DocumentOptions, type OpenDocument, openDocument, type Structure } from "./open-document.ts";
import { drawTable, type PaperTable } from "./paper-table.ts";
import { setText } from "./set-text.ts";

const margin = 54;
const sizes = { 1: 20, 2: 14, 3: 11 } as const;
const bodySize = 10;

/**
 * A document for print and for screen readers alike (PDF/UA): every piece of text is a heading, a paragraph, a list or a
 * cell of a real table, every drawing says in words what it shows, and what merely decorates is marked as such. The same
 * calls give the same bytes.
 */
export class Paper {
  readonly #doc: Drawing["doc"];
  readonly #root: Structure;
  readonly #end: OpenDocument["end"];
  readonly #canWrite: OpenDocument["canWrite"];

  private constructor({ doc, root, end, canWrite }: OpenDocument) {
    this.#doc = doc;
    this.#root = root;
    this.#end = end;
    this.#canWrite = canWrite;
  }

  static async open(options: DocumentOptions): Promise<Paper> {
    return new Paper(await openDocument(options, "portrait", margin));
  }

  /** How wide text and drawings may be. */
  get width(): number {
    return this.#doc.page.width - 2 * margin;
  }

  /** `keep`: how much room what follows needs, so that the two stand on one page. */
  heading(level: 1 | 2 | 3, text: string, keep = level === 3 ? 60 : 90): void {
    this.#keepTogether(keep);
    const doc = this.#doc;
    if (level > 1) doc.moveDown(level === 2 ? 0.9 : 0.5);
    this.#tagged(`H${level}`, () =>
      doc
        .font("bold")
        .fontSize(sizes[level])
        .fillColor(level === 1 ? ink.text : ink.accent)
        .text(text, margin, doc.y, { width: this.width }),
    );
    doc.moveDown(0.25);
  }

  paragraph(text: string, style: "body" | "strong" | "small" = "body"): void {
    const doc = this.#doc;
    const draw = (): unknown =>
      doc
        .font(style === "strong" ? "bold" : "regular")
        .fontSize(style === "small" ? 8.5 : bodySize)
        .fillColor(style === "small" ? ink.muted : ink.text)
        .text(text, margin, doc.y, { width: this.width, lineGap: 2 });
    this.#keepTogether(28);
    this.#tagged("P", draw);
    doc.moveDown(0.35);
  }

  /** Someone's name, in the order of its own script; `otherwise` where no typeface has its letters. */
  name(name: string, otherwise: string): void {
    const doc = this.#doc;
    const box = { x: margin, width: this.width, height: 40, size: sizes[2], font: "bold", color: ink.text } as const;
    const { height, actual, draw } = setText(doc, name, { otherwise, canWrite: this.#canWrite }, box);
    const { y } = doc;
    this.#tagged("P", () => draw(y), actual === undefined ? {} : { actual });
    doc.y = y + height + 4;
  }

  list(items: readonly string[]): void {
    const doc = this.#doc;
    const list = doc.struct("L");
    this.#root.add(list);
    for (const item of items) {
      this.#keepTogether(28);
      const entry = doc.struct("LI");
      list.add(entry);
      const y = doc.y;
      doc.font("regular").fontSize(bodySize).fillColor(ink.text);
      entry.add(doc.struct("Lbl", () => void doc.text("•", margin, y, { lineBreak: false })));
      entry.add(doc.struct("LBody", () => void doc.text(item, margin + 12, y, { width: this.width - 12, lineGap: 2 })));
      entry.end();
      doc.moveDown(0.15);
    }
    list.end();
    doc.moveDown(0.3);
  }

  /** A real table with header cells; its header stands again, as decoration, at the top of every page it goes on to. */
  table(table: PaperTable): void {
    drawTable(this.#doc, this.#root, { x: margin, width: this.width }, table);
  }

  /** A drawing, and in `alt` what it shows; whoever cannot see it misses nothing. */
  figure({ alt, height, draw }: { alt: string; height: number; draw: (box: Drawing) => void }): void {
    this.#keepTogether(height + 10);
    const doc = this.#doc;
    const box = { doc, x: margin, y: doc.y + 4, width: this.width, height };
    const bbox: [number, number, number, number] = [box.x, box.y, box.x + box.width, box.y + height];
    const element = doc.struct("Figure", { alt, bbox });
    this.#root.add(element);
    element.add(() => {
      doc.save();
      draw(box);
      doc.restore();
    });
    element.end();
    doc.x = margin;
    doc.y = box.y + height + 8;
  }

  pageBreak(): void {
    this.#doc.addPage();
  }

  /** Ends the document: a line at the foot of every page, with its number, then the bytes. */
  async finish(foot: (page: number, pages: number) => string): Promise<Uint8Array<ArrayBuffer>> {
    const doc = this.#doc;
    const { count } = doc.bufferedPageRange();
    for (let i = 0; i < count; i++) {
      doc.switchToPage(i);
      const bottom = doc.page.margins.bottom;
      // The foot stands in the margin, where text would otherwise begin a new page.
      doc.page.margins.bottom = 0;
      doc.markContent("Artifact", { type: "Pagination" });
      doc.font("regular").fontSize(8).fillColor(ink.muted);
      doc.text(foot(i + 1, count), margin, doc.page.height - 36, { width: this.width, align: "center", lineBreak: false });
      doc.endMarkedContent();
      doc.page.margins.bottom = bottom;
    }
    return this.#end();
  }

  #tagged(type: string, draw: () => unknown, options: { actual?: string } = {}): void {
    const element = this.#doc.struct(type, options);
    this.#root.add(element);
    element.add(() => void draw());
    element.end();
  }

  /** Begins a new page where less than so much room is left: a heading never stands alone at the foot. */
  #keepTogether(height: number): void {
    const doc = this.#doc;
    if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage();
  }
}
