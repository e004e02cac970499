/** One thing that search finds. `id` is its kind and where it is: `lesson/m04/the-order`, `term/dose`. */
export interface SearchEntry {
  id: string;
  title: string;
  /** The module or publisher it belongs to; empty where there is none. */
  place: string;
  words: string;
  excerpt: string;
}

/** How the index is built and asked (MiniSearch); the same on both sides, or the index cannot be read. */
export const searchOptions = {
  fields: ["title", "place", "words"],
  storeFields: ["title", "place", "excerpt"],
  // Accents are dropped on both sides, so that "prevencion" finds "prevención".
  processTerm: (term: string): string | null => {
    const plain = term.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
    return plain.length > 1 ? plain : null;
  },
  searchOptions: {
    boost: { title: 4, place: 1.5 },
    weights: { fuzzy: 0.3, prefix: 0.5 },
    prefix: true,
    fuzzy: (term: string): number | boolean => (term.length > 4 ? 0.2 : false),
    combineWith: "AND" as const,
  },
};
