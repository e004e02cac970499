import type { ContentSource } from "../context.ts";
import type { TypefaceIndex } from "./typeface-index.ts";

/** A typeface that was read because a text asked for it. */
export type Typeface = TypefaceIndex["faces"][number] & { bytes: Uint8Array };

/** The two typefaces of every document, and those that its texts asked for besides. */
export type PaperFonts = {
  regular: Uint8Array;
  bold: Uint8Array;
  more?: { faces: readonly Typeface[]; han: TypefaceIndex["han"] };
  /** The letters that a drawing asked for and did not find: they are put in here as they are met. */
  lacking: Set<number>;
};

/** Letters that DejaVu draws rightly one after the other; what joins, stacks or runs from right to left is Noto's, also where DejaVu has it. */
const simple =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether a text is of scripts that need no shaping. */
export const isSimple = (text: string): boolean => simple.test(text);

/**
 * Draws a document; and where its texts have letters that the two typefaces of every document do not draw, draws it once more with
 * the typefaces that do. Nothing is read for a document without such letters. `draw` draws the same each time.
 */
export async function withTypefaces<T>(content: ContentSource, draw: (fonts: PaperFonts) => Promise<T>): Promise<T> {
  const [regular, bold] = await Promise.all([content.readFont("DejaVuSans"), content.readFont("DejaVuSans-Bold")]);
  const lacking = new Set<number>();
  const drawn = await draw({ regular, bold, lacking });
  if (lacking.size === 0) return drawn;
  return draw({ regular, bold, lacking: new Set(), more: await furtherTypefaces(content, lacking) });
}

/** The further typefaces that have any of these letters, in the order of the index. */
export async function furtherTypefaces(content: ContentSource, letters: ReadonlySet<number>): Promise<NonNullable<PaperFonts["more"]>> {
  const { faces, han } = await content.readTypefaces();
  const wanted = [...letters];
  const found = faces.filter((face) => face.letters.some(([first, last]) => wanted.some((code) => first <= code && code <= last)));
  return { faces: await Promise.all(found.map(async (face) => ({ ...face, bytes: await content.readFont(face.name) }))), han };
}

/** Whose forms of Chinese characters a typeface has, if any. */
const regionOf = (name: string): string | undefined => /^noto-sans-(sc|tc|jp|kr)\b/.exec(name)?.[1];

/**
 * The faces in the order in which a text's letters are looked for in them. Chinese characters look different by country, and a name
 * does not say of which it is: beside kana they are Japanese, beside Hangul Korean; alone, the first of the Mainland, Taiwan and Japan
 * in whose own character set all of them stand.
 */
export function inOrderFor<T extends { name: string }>(faces: readonly T[], text: string, han: TypefaceIndex["han"]): T[] {
  const characters = text.match(/\p{Script=Han}/gu) ?? [];
  const ofLetters = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? "jp" : /\p{Script=Hangul}/u.test(text) ? "kr" : undefined;
  const region =
    ofLetters ?? (["sc", "tc", "jp"] as const).find((one) => characters.every((character) => han[one].includes(character))) ?? "sc";
  return faces.toSorted((a, b) => Number(regionOf(b.name) === region) - Number(regionOf(a.name) === region));
}
