import type { Language } from "./language.ts";

/**
 * Sentences in another language by the English that the code says. `{}` in the English stands for what is filled in, and
 * `{1}`, `{2}` in the other for the first and second of them.
 */
export type Sentences = Readonly<Record<string, string>>;

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const patterns = new WeakMap<Sentences, { pattern: RegExp; said: string }[]>();

function patternsOf(sentences: Sentences): { pattern: RegExp; said: string }[] {
  const known = patterns.get(sentences);
  if (known) return known;
  const made = Object.entries(sentences)
    .filter(([english]) => english.includes("{}"))
    .map(([english, said]) => ({ pattern: new RegExp(`^${english.split("{}").map(literally).join("(.+)")}$`, "s"), said }));
  patterns.set(sentences, made);
  return made;
}

/** A sentence in the reader's language; in English where it is not among the translated ones. */
export function sayIn(language: Language, english: string, spanish: Sentences): string {
  if (language === "en") return english;
  const exact = Object.hasOwn(spanish, english) ? spanish[english] : undefined;
  if (exact !== undefined) return exact;
  for (const { pattern, said } of patternsOf(spanish)) {
    const filled = pattern.exec(english);
    if (filled) return said.replaceAll(/\{(\d)\}/g, (_, place: string) => filled[Number(place)] ?? "");
  }
  return english;
}
