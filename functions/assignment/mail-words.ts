import { type LocalDate, writtenDate } from "../platform/dates.ts";
import type { Language } from "../platform/language.ts";
import { letters, type Letters } from "../platform/letters.ts";

type Decided = {
  givenName: string;
  by: string;
  titles: Record<Language, string>;
  dueOn: LocalDate | undefined;
  words: string;
  address: string;
};

/** What people are written about what they are to learn. */
export const assignmentMail = {
  /** More time: with its new date, or without one where the date stays. */
  extensionDecided: ({ givenName, by, titles, dueOn, words, address }: Decided): Letters =>
    letters(givenName, {
      en: {
        subject: dueOn === undefined ? `About your request for more time for "${titles.en}"` : `More time for "${titles.en}"`,
        paragraphs: [
          dueOn === undefined
            ? `${by} has answered your request for more time for "${titles.en}". The date stays as it was.`
            : `${by} has given you more time for "${titles.en}". It is now due ${writtenDate(dueOn)}.`,
          words,
          `Your path: ${address}`,
        ],
      },
      es: {
        subject: dueOn === undefined ? `Sobre su petición de más tiempo para «${titles.es}»` : `Más tiempo para «${titles.es}»`,
        paragraphs: [
          dueOn === undefined
            ? `${by} respondió a su petición de más tiempo para «${titles.es}». La fecha queda como estaba.`
            : `${by} le dio más tiempo para «${titles.es}». Ahora vence el ${writtenDate(dueOn, "es")}.`,
          words,
          `Su ruta: ${address}`,
        ],
      },
    }),
};
