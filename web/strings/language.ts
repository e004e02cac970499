/** The languages that every word of the interface exists in. */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Record<Language, string> = { en: "English", es: "Español" };

/** The language of this page: what the person chose, else what their browser asks for; `start.js` decides before the first paint. */
export const language: Language = typeof document !== "undefined" && document.documentElement.lang === "es" ? "es" : "en";

/** The parts that the words come in, each said by one English file and by its twin in `es/`. */
export type Part =
  | "account"
  | "admin"
  | "advice"
  | "applicationWords"
  | "assignWords"
  | "authoring"
  | "badgeCheck"
  | "blocks"
  | "calendarWords"
  | "certificateWords"
  | "certificationWords"
  | "charts"
  | "coach"
  | "content"
  | "creditWords"
  | "decisionWords"
  | "effectWords"
  | "evaluationWords"
  | "examples"
  | "figures"
  | "lead"
  | "learn"
  | "libraryWords"
  | "list"
  | "peerWords"
  | "personWords"
  | "pictures"
  | "outsideBadgeWords"
  | "pastCertificateWords"
  | "portfolioWords"
  | "publishing"
  | "reference"
  | "reminderWords"
  | "reviewWords"
  | "rosterWords"
  | "ruleFormWords"
  | "ruleWords"
  | "signIn"
  | "study"
  | "t"
  | "taskWords"
  | "teamWords"
  | "upkeep"
  | "uploadWords"
  | "walletWords"
  | "whyWords"
  | "words";

let loaded: Readonly<Partial<Record<Part, unknown>>> = {};

/** Fetches the words of the page's language. Whatever says words is imported after it. */
export async function loadLanguage(): Promise<void> {
  if (language === "es") loaded = (await import("./es/all.ts")).spanish;
}

/** A part of the words in the page's language; `english` says what there is to say, and the other languages say all of it. */
export function localized<Words>(name: Part, english: Words): Words {
  return (loaded[name] as Words | undefined) ?? english;
}

/** Chooses a language and opens the page anew in it. The server reads the cookie, so that lessons and messages follow. */
export function chooseLanguage(chosen: Language): void {
  document.cookie = `throughline-language=${chosen}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
  location.reload();
}
