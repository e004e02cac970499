import type { Drawing } from "./ink.ts";
import { canWrite, type Run, runsOf } from "./script-runs.ts";
import { loadShaper, type ShapingFace } from "./shape-text.ts";
import { isSimple, type PaperFonts } from "./typefaces.ts";

type Doc = Drawing["doc"];

/** What pdfkit keeps of a typeface that is embedded; its published types leave it out. */
type Embedded = {
  font: { hasGlyphForCodePoint: (code: number) => boolean; getGlyph: (id: number) => { advanceWidth: number } };
  ascender: number;
  subset: { glyphs: number[] };
  widths: number[];
  unicode: number[][];
  encode: (text: string) => [string[], object[]];
  widthOfString: (text: string, size: number) => number;
};

type Fragment = { align?: string; width?: number; lineWidth?: number } & Record<string, unknown>;

type Draw = (text: string, x: number, y: number, options: Fragment) => void;
type Measure = (text: string, options?: Record<string, unknown>) => number;

/** What pdfkit keeps under names of its own: the typeface in use, its size, and what draws and measures a line. */
function within(doc: Doc) {
  const at = <T>(name: string) => ({ get: () => Reflect.get(doc, name) as T, set: (value: T) => void Reflect.set(doc, name, value) });
  return { font: at<Embedded>("_font"), size: at<number>("_fontSize"), draw: at<Draw>("_fragment"), measure: at<Measure>("widthOfString") };
}

/** `turn` says which way what is measured and drawn next runs. */
type Face = { name: string; has: (code: number) => boolean; embedded: Embedded; turn: (isFromRight: boolean) => void };

/**
 * Puts every script into a document: whatever is written on it from now on, and measured, is set in the typefaces that have its letters.
 * What comes back says whether a text can be written at all in the typeface in use and the others.
 */
export async function writeEveryScript(doc: Doc, { more, lacking }: PaperFonts): Promise<(text: string) => boolean> {
  const inner = within(doc);
  const shaper = more && (await loadShaper());
  const faces = more && shaper ? more.faces.map(({ name, bytes }) => faceOf(doc, name, bytes, shaper.face(bytes))) : [];
  const fragment = inner.draw.get().bind(doc);
  const width = inner.measure.get().bind(doc);
  const ownHas = (code: number): boolean => inner.font.get().font.hasGlyphForCodePoint(code);

  /** Letters by which a line is no plain one: they are met in the first drawing, and looked up for the second. */
  function isPlain(text: string): boolean {
    if (/^[\u0020-\u007E\u00A0-\u017F]*$/.test(text)) return true;
    const missing = Array.from(text).filter((letter) => !isSimple(letter) || !ownHas(letter.codePointAt(0) ?? 0));
    for (const letter of missing) lacking.add(letter.codePointAt(0) ?? 0);
    return missing.length === 0;
  }

  function divided(text: string): Run[] {
    if (!more || !shaper) return [{ text, face: undefined, level: 0 }];
    return runsOf(text, { ownHas, faces, han: more.han, bidi: shaper.bidi });
  }

  function embeddedOf({ face, level }: Run): Embedded {
    const found = faces.find(({ name }) => name === face);
    found?.turn(level % 2 === 1);
    return found?.embedded ?? inner.font.get();
  }

  const widthOf = (runs: readonly Run[]): number =>
    runs.reduce((sum, run) => sum + embeddedOf(run).widthOfString(run.text, inner.size.get()), 0);

  inner.measure.set((text, options) => (isPlain(text) ? width(text, options) : widthOf(divided(text))));

  inner.draw.set((text, x, y, options) => {
    const line = text.replaceAll("\n", "");
    if (isPlain(line)) return fragment(text, x, y, options);
    const font = inner.font.get();
    const runs = divided(line);
    let left = x + indent(options, widthOf(runs));
    // Every typeface stands on one line, whatever its own height.
    const baseline = (-font.ascender / 1000) * inner.size.get();
    const { align: _, width: __, textWidth: ___, wordCount: ____, ...rest } = options;
    // Readers know what to make of letters that stand from right to left; of those that were moved or joined they are told.
    const isToldApart = runs.every(({ level }) => level % 2 === 0);
    if (isToldApart) doc.markContent("Span", { actual: line });
    for (const run of runs) {
      const face = embeddedOf(run);
      const advance = face.widthOfString(run.text, inner.size.get());
      inner.font.set(face);
      fragment(run.text, left, y, { ...rest, textWidth: advance, baseline });
      inner.font.set(font);
      left += advance;
    }
    if (isToldApart) doc.endMarkedContent();
    return undefined;
  });

  // Before the typefaces are read nobody knows; what is drawn then is drawn again.
  return (text) => more === undefined || canWrite(text, (code) => ownHas(code) || faces.some(({ has }) => has(code)));
}

/** A typeface that HarfBuzz shapes and pdfkit embeds: the same file, so that a glyph's number is one and the same. */
function faceOf(doc: Doc, name: string, bytes: Uint8Array, { shape, has, unitsPerEm }: ShapingFace): Face {
  const { font } = within(doc);
  const before = font.get();
  doc.registerFont(name, Buffer.from(bytes)).font(name);
  const embedded = font.get();
  font.set(before);
  const scale = 1000 / unitsPerEm;
  let isFromRight = false;
  // One form may stand for several letters, as a stroke that differs by its dots alone: each is a sign of its own in the file.
  const codes = new Map<string, number>();
  embedded.widthOfString = (text, size) =>
    (shape(text, isFromRight).reduce((sum, { xAdvance }) => sum + xAdvance, 0) * scale * size) / 1000;
  embedded.encode = (text) => {
    const glyphs = shape(text, isFromRight);
    const encoded = glyphs.map(({ id, text: says }) => {
      const code = codes.get(`${id} ${says}`) ?? embedded.subset.glyphs.push(id) - 1;
      codes.set(`${id} ${says}`, code);
      embedded.widths[code] = embedded.font.getGlyph(id).advanceWidth * scale;
      embedded.unicode[code] = Array.from(says, (letter) => letter.codePointAt(0) ?? 0);
      return code.toString(16).padStart(4, "0");
    });
    const positions = glyphs.map(({ id, xAdvance, xOffset, yOffset }) => ({
      xAdvance: xAdvance * scale,
      xOffset: xOffset * scale,
      yOffset: yOffset * scale,
      advanceWidth: embedded.font.getGlyph(id).advanceWidth * scale,
    }));
    return [encoded, positions];
  };
  return { name, has, embedded, turn: (next) => void (isFromRight = next) };
}

function indent({ align, width, lineWidth = 0 }: Fragment, textWidth: number): number {
  if (width === undefined) return 0;
  if (align === "right") return lineWidth - textWidth;
  return align === "center" ? (lineWidth - textWidth) / 2 : 0;
}
