import { type Drawing, ink } from "./ink.ts";
import { type DocumentOptions, type OpenDocument, openDocument } from "./open-document.ts";
import { setText } from "./set-text.ts";

/** A place on the sheet, from its upper left corner, in points. */
export type Box = { x: number; y: number; width: number; height: number };

/** How a text stands in its box: in at most this size, smaller where it is long. */
export type SheetText = Box & {
  tag?: "H1" | "H2" | "P";
  size: number;
  font?: "regular" | "bold";
  color?: string;
  align?: "left" | "center";
  /** It wraps before it shrinks. */
  isProse?: boolean;
  /** Its language, where it is not the document's. */
  language?: string;
  /** The address it leads to. */
  link?: string;
};

/**
 * A document of one sheet on which everything has its place, for print and for screen readers alike (PDF/UA): it is read
 * in the order in which it is written. No text leaves its box. The same calls give the same bytes.
 */
export class Sheet {
  readonly #open: OpenDocument;
  readonly #otherwise: string;

  private constructor(open: OpenDocument, otherwise: string) {
    this.#open = open;
    this.#otherwise = otherwise;
  }

  /** Opens a sheet of letter paper, lying. `otherwise` is printed for a text whose letters the typefaces do not have. */
  static async open(options: DocumentOptions & { otherwise: string }): Promise<Sheet> {
    return new Sheet(await openDocument(options, "landscape", 0), options.otherwise);
  }

  get width(): number {
    return this.#open.doc.page.width;
  }

  get height(): number {
    return this.#open.doc.page.height;
  }

  /** Writes a text into its box and says where it ends. */
  text(text: string, { tag = "P", font = "regular", color = ink.text, language, link, ...box }: SheetText): number {
    const { doc, root, canWrite } = this.#open;
    const { height, actual, draw } = setText(doc, text, { otherwise: this.#otherwise, canWrite }, { ...box, font, color });
    const element = doc.struct(tag, { ...(language !== undefined && { lang: language }), ...(actual !== undefined && { actual }) });
    root.add(element);
    if (link === undefined) element.add(() => draw(box.y));
    else {
      const inner = doc.struct("Link");
      element.add(inner);
      inner.add(() => draw(box.y));
      doc.link(box.x, box.y, box.width, height, link, { structParent: inner, Contents: new String(text) });
      inner.end();
    }
    element.end();
    return box.y + height;
  }

  /** A drawing, and in `alt` what it shows. */
  figure({ alt, draw, ...box }: Box & { alt: string; draw: (box: Drawing) => void }): void {
    const { doc, root } = this.#open;
    const element = doc.struct("Figure", { alt, bbox: [box.x, box.y, box.x + box.width, box.y + box.height] });
    root.add(element);
    element.add(() => {
      doc.save();
      draw({ doc, ...box });
      doc.restore();
    });
    element.end();
  }

  /** What merely decorates: nobody who listens hears of it. */
  decorate(draw: (doc: Drawing["doc"]) => void): void {
    const { doc } = this.#open;
    doc.markContent("Artifact", { type: "Layout" });
    doc.save();
    draw(doc);
    doc.restore();
    doc.endMarkedContent();
  }

  finish(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#open.end();
  }
}
