import type { ContentNode } from "../../functions/curriculum/content.ts";
import type { Term } from "../../functions/curriculum/reference-content.ts";

/** Where a term's first use may become a link; headings, links, tables and blocks that are tried keep their plain words. */
const linked = new Set(["p", "li", "strong", "em"]);
const closed = new Set(["sort", "decide", "statement", "score", "graph"]);

/** Finds terms in text: the longest first, whole words, in any case. */
export interface TermFinder {
  find(text: string, isWanted: (id: string) => boolean): { id: string; index: number; length: number } | undefined;
}

/** A finder for a glossary's terms and their other forms; a plain plural is found as well. */
export function termFinder(terms: readonly Term[]): TermFinder {
  const idOf = new Map(terms.flatMap(({ id, term, also }) => [term, ...also].map((word) => [word.toLowerCase(), id] as const)));
  const words = [...idOf.keys()].toSorted((a, b) => b.length - a.length);
  const escaped = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = words.length > 0 ? new RegExp(String.raw`(?<![\p{L}\p{N}-])(${escaped.join("|")})s?(?![\p{L}\p{N}-])`, "giu") : undefined;
  return {
    find(text, isWanted) {
      for (const match of pattern ? text.matchAll(pattern) : []) {
        const id = idOf.get((match[1] ?? "").toLowerCase());
        if (id !== undefined && isWanted(id)) return { id, index: match.index, length: match[0].length };
      }
      return undefined;
    },
  };
}

/** Makes the first use of each term a `term` node; says through `onUse` which were used. */
export function linkTerms(nodes: readonly ContentNode[], finder: TermFinder, onUse: (id: string) => void): ContentNode[] {
  const seen = new Set<string>();
  const inText = (text: string): ContentNode[] => {
    const found = finder.find(text, (id) => !seen.has(id));
    if (!found) return text === "" ? [] : [text];
    seen.add(found.id);
    onUse(found.id);
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + found.length);
    return [
      ...(before === "" ? [] : inText(before)),
      ["term", { id: found.id }, text.slice(found.index, found.index + found.length)],
      ...inText(after),
    ];
  };
  const walk = (node: ContentNode, isOpen: boolean): ContentNode[] => {
    if (typeof node === "string") return isOpen ? inText(node) : [node];
    const [tag, attributes, ...children] = node;
    if (tag === "aside" && closed.has(attributes["kind"] ?? "")) return [node];
    const isOpenInside = linked.has(tag);
    return [[tag, attributes, ...children.flatMap((child) => walk(child, isOpenInside))]];
  };
  return nodes.flatMap((node) => walk(node, false));
}
