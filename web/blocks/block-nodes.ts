import type { ContentNode } from "../../functions/curriculum/content.ts";

/** A cell of a table: what it shows, the same as plain words, and what it means to a program. */
export type Cell = { nodes: ContentNode[]; text: string; value: string | undefined };

/** A table in a block, row by row; the heading apart. */
export type BlockTable = { node: ContentNode; head: Cell[]; rows: Cell[][] };

/** The words of a node, without what they look like. */
function textOf(node: ContentNode): string {
  if (typeof node === "string") return node;
  const [, , ...children] = node;
  return children.map(textOf).join("");
}

/** A block's text and tables, in order: what stands before its first table, between the tables, and the tables themselves. */
export function partsOf(nodes: readonly ContentNode[]): { before: ContentNode[]; between: ContentNode[]; tables: BlockTable[] } {
  const isTable = (node: ContentNode) => typeof node !== "string" && node[0] === "table";
  const places = nodes.flatMap((node, index) => (isTable(node) ? [index] : []));
  const [first = nodes.length, last = first] = [places[0], places.at(-1)];
  return {
    before: nodes.slice(0, first),
    between: nodes.slice(first + 1).filter((node, index) => first + 1 + index !== last && !isTable(node)),
    tables: places.flatMap((place) => tableFrom(nodes[place])),
  };
}

function tableFrom(node: ContentNode | undefined): BlockTable[] {
  if (node === undefined) return [];
  const [head = [], ...rows] = rowsIn(node);
  return [{ node, head, rows }];
}

function rowsIn(node: ContentNode): Cell[][] {
  if (typeof node === "string") return [];
  const [tag, , ...children] = node;
  return tag === "tr" ? [children.flatMap(cellFrom)] : children.flatMap(rowsIn);
}

function cellFrom(node: ContentNode): Cell[] {
  if (typeof node === "string") return [];
  const [, { value }, ...nodes] = node;
  return [{ nodes, text: nodes.map(textOf).join("").trim(), value }];
}

/**
 * The same things in an order that says nothing about them: authors tend to write the right answer first. The order
 * stays as it is from visit to visit, so that nobody has to find their place again.
 */
export function mixed<T>(items: readonly T[], wordsOf: (item: T) => string, about: string): T[] {
  const ranked = items.map((item) => ({ item, rank: rankOf(`${about} ${wordsOf(item)}`) }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ item }) => item);
}

/** A number that follows from the words and from nothing else (FNV-1a, with its bits stirred once more). */
function rankOf(words: string): number {
  let hash = 0x811c9dc5;
  for (const character of words) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
