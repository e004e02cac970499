import type { Language } from "./language.ts";
import type { Letter } from "./outbox.ts";

/** What a message says, in each language: which of them leaves follows from its reader when it is sent. */
export type Letters = Record<Language, Letter>;

const hello: Record<Language, (name: string) => string> = { en: (name) => `Hello ${name},`, es: (name) => `Hola, ${name}:` };

/** A message to a person as plain text in each language: a greeting, and paragraphs of which the empty ones are left out. */
export function letters(givenName: string, say: Record<Language, { subject: string; paragraphs: readonly string[] }>): Letters {
  const letter = (language: Language): Letter => {
    const { subject, paragraphs } = say[language];
    return { subject, body: [hello[language](givenName), ...paragraphs.filter((one) => one !== "")].join("\n\n") };
  };
  return { en: letter("en"), es: letter("es") };
}
