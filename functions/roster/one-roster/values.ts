import type { SchoolLevel } from "../contract.ts";

/** A date as files write it. `isGuessed`: it was written the American way round, which another country would read otherwise. */
export function dateIn(text: string): { date: string; isGuessed: boolean } | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]), false);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return american ? real(Number(american[3]), Number(american[1]), Number(american[2]), true) : undefined;
}

function real(year: number, month: number, day: number, isGuessed: boolean): { date: string; isGuessed: boolean } | undefined {
  const instant = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1900 && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
  return isReal ? { date: instant.toISOString().slice(0, 10), isGuessed } : undefined;
}

/** The entries of a list in one cell; spaces after the commas do not matter. */
export function listIn(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Whether a row is marked as gone: `tobedeleted`, or `inactive` as version 1.0 had it. */
export function isGone(status: string): boolean {
  return ["tobedeleted", "inactive"].includes(status.trim().toLowerCase());
}

const levelWords: [level: SchoolLevel, words: RegExp][] = [
  ["elementary", /\b(elementary|primary|elem|early childhood|preschool|kindergarten)\b/i],
  ["middle", /\b(middle|junior high|jr\.? high|intermediate)\b/i],
  ["high", /\b(high school|senior high|secondary|preparatory)\b|\bhigh$/i],
  ["district", /\b(district|central office|administration)\b/i],
];

/** The level that a word or a name tells: "Lincoln Elementary School", "Junior High", "high". */
export function levelIn(text: string): SchoolLevel | undefined {
  return levelWords.find(([, words]) => words.test(text))?.[0];
}

/** The level that a list of grades tells, by its highest: to 5 or 6 elementary, to 8 or 9 middle, above that high. */
export function levelOfGrades(text: string): SchoolLevel | undefined {
  const grades = listIn(text).flatMap((grade) =>
    /^(0?[kK]|[kK][gG]|[pP][kK]|[iI][tT]|[pP][rR])$/.test(grade) ? [0] : /^\d{1,2}$/.test(grade) ? [Number(grade)] : [],
  );
  if (grades.length === 0) return undefined;
  const highest = Math.max(...grades);
  if (highest <= 6) return "elementary";
  return highest <= 9 ? "middle" : "high";
}

/** Whether a text has the shape of an e-mail address that mail can be sent to. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/.test(text);
}
