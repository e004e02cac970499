import type { Bidi } from "bidi-js";

/** A letter's form and where it stands, in units of its typeface; `text` is what it was made of. */
export type ShapedGlyph = { id: number; text: string; xAdvance: number; xOffset: number; yOffset: number };

/** A typeface as HarfBuzz reads it: text of one script and one direction becomes glyphs, from left to right as they are drawn. */
export type ShapingFace = {
  shape: (text: string, isFromRight: boolean) => ShapedGlyph[];
  has: (code: number) => boolean;
  /** A glyph's outline as an SVG path, upwards. */
  outline: (id: number) => string;
  unitsPerEm: number;
};

/** What shapes text: made for a typeface's bytes; and what says which way each letter of a line runs. */
export type Shaper = { face: (bytes: Uint8Array) => ShapingFace; bidi: Bidi };

/** What a part of a letter says, such as its dots: nothing that is seen or parts a word, in its direction, and still something, as PDF/UA asks. */
const silent = { fromLeft: "\u2060", fromRight: "\u200F" };

let loading: Promise<Shaper> | undefined;

/** HarfBuzz, which joins and stacks letters as browsers do, and the Unicode bidirectional algorithm. Loaded with the first text that needs them. */
export function loadShaper(): Promise<Shaper> {
  return (loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}

async function load(): Promise<Shaper> {
  const [hb, { default: bidi }] = await Promise.all([import("harfbuzzjs"), import("bidi-js")]);
  const face = (bytes: Uint8Array): ShapingFace => {
    const inner = new hb.Face(new hb.Blob(bytes));
    const font = new hb.Font(inner);
    const glyphOf = (code: number): number | undefined => font.nominalGlyph(code);
    const shape = (text: string, isFromRight: boolean): ShapedGlyph[] => {
      const buffer = new hb.Buffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      // Digits of a script that runs from the right do not.
      buffer.setDirection(isFromRight ? hb.Direction.RTL : hb.Direction.LTR);
      hb.shape(font, buffer);
      const positions = buffer.getGlyphPositions();
      const infos = buffer.getGlyphInfos().map(({ codepoint: id, cluster }) => ({ id, cluster }));
      const says = wordsOf(text, infos, glyphOf, isFromRight ? silent.fromRight : silent.fromLeft);
      return infos.map(({ id }, i) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
        return { id, text: says[i] ?? "", xAdvance, xOffset, yOffset };
      });
    };
    return { shape, has: (code) => glyphOf(code) !== undefined, outline: (id) => font.glyphToPath(id), unitsPerEm: inner.upem };
  };
  return { face, bidi: bidi() };
}

/**
 * What each glyph says, so that who copies a line gets each letter once: a letter's own glyph that letter; what letters became
 * together belongs to the first form that is no letter's own.
 */
function wordsOf(
  text: string,
  glyphs: readonly { id: number; cluster: number }[],
  glyphOf: (code: number) => number | undefined,
  nothing: string,
): string[] {
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster)), text.length].toSorted((a, b) => a - b);
  const left = new Map(starts.map((start, i) => [start, Array.from(text.slice(start, starts[i + 1]))]));
  const own = glyphs.map(({ id, cluster }) => {
    const letters = left.get(cluster) ?? [];
    const found = letters.findIndex((letter) => glyphOf(letter.codePointAt(0) ?? 0) === id);
    return found < 0 ? undefined : letters.splice(found, 1)[0];
  });
  return glyphs.map(({ cluster }, i) => own[i] ?? (left.get(cluster)?.splice(0).join("") || nothing));
}
