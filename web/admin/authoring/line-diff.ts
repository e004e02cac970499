/** A run of words that both texts have, or that only one of them has. */
export type Piece = { text: string; isChanged: boolean };

/** A line that both texts have, or one that changed: `from` and `to` are missing where the other has no such line. */
export type DiffRow =
  | { kind: "same"; text: string; fromLine: number; toLine: number }
  | { kind: "changed"; from?: Side | undefined; to?: Side | undefined };
export type Side = { line: number; pieces: Piece[] };

/** Beyond this many comparisons a text counts as new from end to end; no module comes near it. */
const mostComparisons = 6_000_000;
/** Two lines that share less of their words than this are two lines, not one that changed. */
const leastLikeness = 0.35;

/** What differs between two texts, line by line; within a line that changed, word by word. */
export function diffRows(from: string, to: string): DiffRow[] {
  const [a, b] = [linesOf(from), linesOf(to)];
  const rows: DiffRow[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...commonPairs(a, b), [a.length, b.length] as const]) {
    rows.push(...changedRows(a, b, [i, nextI], [j, nextJ]));
    const text = a[nextI];
    if (text !== undefined) rows.push({ kind: "same", text, fromLine: nextI + 1, toLine: nextJ + 1 });
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return rows;
}

/** How many lines only the first and only the second text has. */
export function changesIn(rows: readonly DiffRow[]): { removed: number; added: number } {
  const changed = rows.filter((row) => row.kind === "changed");
  return { removed: changed.filter(({ from }) => from).length, added: changed.filter(({ to }) => to).length };
}

const linesOf = (text: string): string[] => (text === "" ? [] : text.replace(/\n$/, "").split("\n"));
const wordsOf = (line: string): string[] => line.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** The pairs of places of the longest common subsequence, in order. */
function commonPairs(a: readonly string[], b: readonly string[]): [number, number][] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [n, m] = [a.length - start - end, b.length - start - end];
  const head = Array.from({ length: start }, (_, i): [number, number] => [i, i]);
  const tail = Array.from({ length: end }, (_, i): [number, number] => [a.length - end + i, b.length - end + i]);
  if (n * m > mostComparisons) return [...head, ...tail];
  const width = m + 1;
  const longest = new Uint32Array((n + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  const isSame = (i: number, j: number) => a[start + i] === b[start + j];
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--) longest[i * width + j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const middle: [number, number][] = [];
  for (let i = 0, j = 0; i < n && j < m;) {
    if (isSame(i, j)) middle.push([start + i++, start + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return [...head, ...middle, ...tail];
}

type Range = readonly [start: number, end: number];

/** The rows of a stretch that the texts do not share: lines that are much alike stand beside each other. */
function changedRows(a: readonly string[], b: readonly string[], [i0, i1]: Range, [j0, j1]: Range): DiffRow[] {
  const rows: DiffRow[] = [];
  let [i, j] = [i0, j0];
  while (i < i1 || j < j1) {
    const [before, after] = [a[i], b[j]];
    if (i < i1 && j < j1 && before !== undefined && after !== undefined) {
      if (likeness(before, after) >= leastLikeness) {
        rows.push(pairOf(before, i++, after, j++));
        continue;
      }
      // A line that has its like further down waits for it.
      const hasLikeBelow = b.slice(j + 1, j1).some((line) => likeness(before, line) >= leastLikeness);
      if (hasLikeBelow) rows.push({ kind: "changed", to: whole(after, j++) });
      else rows.push({ kind: "changed", from: whole(before, i++) });
    } else if (i < i1) rows.push({ kind: "changed", from: whole(before ?? "", i++) });
    else rows.push({ kind: "changed", to: whole(after ?? "", j++) });
  }
  return rows;
}

const whole = (text: string, index: number): Side => ({ line: index + 1, pieces: [{ text, isChanged: true }] });

function pairOf(before: string, i: number, after: string, j: number): DiffRow {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const pairs = commonPairs(a, b);
  const side = (words: string[], kept: Set<number>): Piece[] => joined(words.map((text, k) => ({ text, isChanged: !kept.has(k) })));
  return {
    kind: "changed",
    from: { line: i + 1, pieces: side(a, new Set(pairs.map(([k]) => k))) },
    to: { line: j + 1, pieces: side(b, new Set(pairs.map(([, k]) => k))) },
  };
}

/** Neighbouring pieces of one kind as one; a single space between two changed words is part of the change. */
function joined(pieces: Piece[]): Piece[] {
  const bridged = pieces.map((piece, k) =>
    piece.text.trim() === "" && pieces[k - 1]?.isChanged && pieces[k + 1]?.isChanged ? { ...piece, isChanged: true } : piece,
  );
  const runs: Piece[] = [];
  for (const piece of bridged) {
    const last = runs.at(-1);
    if (last?.isChanged === piece.isChanged) last.text += piece.text;
    else runs.push({ ...piece });
  }
  return runs;
}

/** How much of their words two lines share: from 0 to 1. */
function likeness(a: string, b: string): number {
  const [left, right] = [a, b].map((line) => wordsOf(line.toLowerCase()).filter((word) => word.trim() !== ""));
  if (!left || !right || left.length + right.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const held = counts.get(word) ?? 0;
    if (held > 0) shared++;
    counts.set(word, held - 1);
  }
  return (2 * shared) / (left.length + right.length);
}
