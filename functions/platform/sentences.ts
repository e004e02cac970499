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

function found(english: string, spanish: Sentences): string | undefined {
  if (Object.hasOwn(spanish, english)) return spanish[english];
  for (const { pattern, said } of patternsOf(spanish)) {
    const filled = pattern.exec(english);
    if (filled) return said.replaceAll(/\{(\d)\}/g, (_, place: string) => filled[Number(place)] ?? "");
  }
  return undefined;
}

/**
 * What is said, in the reader's language; in English where it is not among the translated ones. What is not there as a whole may be
 * there in two: a reason, and what became of it, as in "This is not an e-mail address. Nothing was changed."
 */
export function sayIn(language: Language, english: string, spanish: Sentences): string {
  if (language === "en") return english;
  if (Object.hasOwn(spanish, english)) return spanish[english] ?? english;
  // A tail first: what is filled in could stand for the rest of a text.
  for (const { index } of english.matchAll(/(?<=[.!?]) /g)) {
    const tail = english.slice(index + 1);
    const [first, rest] = Object.hasOwn(spanish, tail) ? [found(english.slice(0, index), spanish), spanish[tail]] : [];
    if (first !== undefined && rest !== undefined) return `${first} ${rest}`;
  }
  return found(english, spanish) ?? english;
}
