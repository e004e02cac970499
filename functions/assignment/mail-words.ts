import { type LocalDate, writtenDate } from "../platform/dates.ts";
import { letters, type Letters } from "../platform/letters.ts";

type Decided = { givenName: string; by: string; title: string; dueOn: LocalDate | undefined; words: string; address: string };

/** What people are written about what they are to learn. */
export const assignmentMail = {
  /** More time: with its new date, or without one where the date stays. */
  extensionDecided: ({ givenName, by, title, dueOn, words, address }: Decided): Letters =>
    letters(givenName, {
      en: {
        subject: dueOn === undefined ? `About your request for more time for "${title}"` : `More time for "${title}"`,
        paragraphs: [
          dueOn === undefined
            ? `${by} has answered your request for more time for "${title}". The date stays as it was.`
            : `${by} has given you more time for "${title}". It is now due ${writtenDate(dueOn)}.`,
          words,
          `Your path: ${address}`,
        ],
      },
      es: {
        subject: dueOn === undefined ? `Sobre su petición de más tiempo para «${title}»` : `Más tiempo para «${title}»`,
        paragraphs: [
          dueOn === undefined
            ? `${by} respondió a su petición de más tiempo para «${title}». La fecha queda como estaba.`
            : `${by} le dio más tiempo para «${title}». Ahora vence el ${writtenDate(dueOn, "es")}.`,
          words,
          `Su ruta: ${address}`,
        ],
      },
    }),
};
