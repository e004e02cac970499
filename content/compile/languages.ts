import { sha256Hex } from "./canonical-hash.ts";
import type { Source } from "./source.ts";

/** The languages that content is translated into; the originals are English. Each has a folder of its own. */
export const translations = ["es"] as const;
export type Translation = (typeof translations)[number];

/** What a translation names as the version of the original that it says; line ends and marks do not change it. */
export function versionOf(source: Source): string {
  return sha256Hex(source.text).slice(0, 8);
}
