import type { LocalDate } from "../platform/dates.ts";
import type { Language } from "../platform/language.ts";
import { letters, type Letters } from "../platform/letters.ts";

type Nudged = {
  givenName: string;
  from: string;
  titles: Record<Language, string>;
  minutesLeft: number;
  dueOn: LocalDate;
  message: string;
  address: string;
};

/** A local date with its weekday: Monday, November 9, 2026. */
const fullDate = (date: LocalDate, language: Language): string =>
  new Intl.DateTimeFormat(`${language}-US`, { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));

/** What stands around the words that one person writes to another; the words themselves stay as they were written. */
export const remindersMail = {
  nudge: ({ givenName, from, titles, minutesLeft, dueOn, message, address }: Nudged): Letters =>
    letters(givenName, {
      en: {
        subject: `${from} about "${titles.en}"`,
        paragraphs: [
          message,
          `Your step: "${titles.en}", about ${minutesLeft} minutes left, due ${fullDate(dueOn, "en")}.`,
          `Open it: ${address}`,
          from,
        ],
      },
      es: {
        subject: `${from} sobre «${titles.es}»`,
        paragraphs: [
          message,
          `Su paso: «${titles.es}», faltan unos ${minutesLeft} minutos, vence el ${fullDate(dueOn, "es")}.`,
          `Ábralo: ${address}`,
          from,
        ],
      },
    }),
};
