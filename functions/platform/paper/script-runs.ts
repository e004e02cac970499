import type { Bidi } from "bidi-js";
import { inOrderFor, isSimple } from "./typefaces.ts";
import type { TypefaceIndex } from "./typeface-index.ts";

/** A piece of a line in one typeface and one direction; without a face it is the document's own. An odd level runs from the right. */
export type Run = { text: string; face: string | undefined; level: number };

/** What a line is divided by: the document's own typeface, those read besides, and the bidirectional algorithm. */
export type Lettering = {
  ownHas: (code: number) => boolean;
  faces: readonly { name: string; has: (code: number) => boolean }[];
  han: TypefaceIndex["han"];
  bidi: Bidi;
};

/** A line as it is drawn from left to right, each piece in a typeface that has its letters. */
export function runsOf(text: string, { ownHas, faces, han, bidi }: Lettering): Run[] {
  const inOrder = inOrderFor(faces, text, han);
  const levels = bidi.getEmbeddingLevels(text, "auto");
  const mirrored = bidi.getMirroredCharactersMap(text, levels.levels);
  const runs: Run[] = [];
  let at = 0;
  for (const letter of text) {
    const before = runs.at(-1);
    const level = levels.levels[at] ?? 0;
    const { drawn, face } = homeOf(letter, before?.face);
    // What runs from right to left in the document's own typeface, such as brackets, is turned around sign by sign.
    const isTurned = face === undefined && level % 2 === 1;
    const sign = isTurned && drawn !== "" ? (mirrored.get(at) ?? drawn) : drawn;
    if (before?.face === face && before?.level === level) before.text = isTurned ? sign + before.text : before.text + sign;
    else if (sign !== "") runs.push({ text: sign, face, level });
    at += letter.length;
  }
  return reordered(runs);

  /** Where a letter is drawn. One that no typeface has is left out where it is a symbol, and has Unicode's own sign where it is a letter. */
  function homeOf(letter: string, before: string | undefined): { drawn: string; face: string | undefined } {
    const code = codeOf(letter);
    if (isMark(letter)) {
      // Marks stay with their letter.
      const last = inOrder.find(({ name }) => name === before);
      const isThere = last?.has(code) ?? ownHas(code);
      return { drawn: last ? (isThere || isJoiner(letter) ? letter : "") : isThere && !isJoiner(letter) ? letter : "", face: last?.name };
    }
    if (isSimple(letter) && ownHas(code)) return { drawn: letter, face: undefined };
    const found = inOrder.find(({ has }) => has(code));
    if (found) return { drawn: letter, face: found.name };
    return { drawn: ownHas(code) ? letter : isInk(letter) ? "\uFFFD" : "", face: undefined };
  }
}

/** Whether all that someone writes in letters has a typeface: emoji and other symbols say nothing that a document must say. */
export function canWrite(text: string, has: (code: number) => boolean): boolean {
  const letters = Array.from(text).filter(isInk);
  return letters.some((letter) => !/\s/.test(letter)) && letters.every((letter) => isJoiner(letter) || has(codeOf(letter)));
}

/** Rule L2 of the bidirectional algorithm, for runs: from the highest level down to the lowest odd one, what stands together is turned around. */
function reordered(runs: readonly Run[]): Run[] {
  let all = [...runs];
  for (let level = Math.max(0, ...all.map((run) => run.level)); level > 0; level--) {
    const next: Run[] = [];
    let turned: Run[] = [];
    for (const run of all) {
      if (run.level >= level) turned.unshift(run);
      else {
        next.push(...turned, run);
        turned = [];
      }
    }
    all = [...next, ...turned];
  }
  return all;
}

const codeOf = (letter: string): number => letter.codePointAt(0) ?? 0;
const isMark = (letter: string): boolean => /[\p{Script=Inherited}\u200C\u200D]/u.test(letter);
const isJoiner = (letter: string): boolean => letter === "\u200C" || letter === "\u200D";

/** Whether a sign is part of a word: a letter, a mark, a digit. */
const isInk = (letter: string): boolean =>
  /[\p{L}\p{M}\p{N}\p{P}\s]/u.test(letter) && !/[\uFE00-\uFE0F\u20E3\p{Regional_Indicator}]/u.test(letter);
