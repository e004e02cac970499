/** What the build wrote beside the typefaces: the letters of each further one, as ranges, and the national sets of Chinese characters. */
export type TypefaceIndex = {
  faces: { name: string; letters: [first: number, last: number][] }[];
  han: Record<"sc" | "tc" | "jp", string>;
};
