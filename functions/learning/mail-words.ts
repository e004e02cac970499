import type { Language } from "../platform/language.ts";
import { letters, type Letters } from "../platform/letters.ts";

type Titles = Record<Language, string>;
type Reviewed = { givenName: string; reviewer: string | undefined; isAccepted: boolean; titles: Titles; tasks: Titles; address: string };
type Emptied = { givenName: string; reviewer: string; isAccepted: boolean; titles: Titles; address: string };

/** What people are written about their practice. */
export const learningMail = {
  reviewed: ({ givenName, reviewer, isAccepted, titles, tasks, address }: Reviewed): Letters =>
    letters(givenName, {
      en: {
        subject: isAccepted ? `Accepted: your practice for "${titles.en}"` : `A next step for your practice in "${titles.en}"`,
        paragraphs: [
          isAccepted
            ? `${reviewer ?? "Your coach"} has read what you did for "${tasks.en}" and accepted it.`
            : `${reviewer ?? "Your coach"} has read what you did for "${tasks.en}" and sent it back with a comment, so that your next try can be accepted.`,
          `Read the review: ${address}`,
        ],
      },
      es: {
        subject: isAccepted ? `Aceptada: su práctica de «${titles.es}»` : `Un siguiente paso para su práctica de «${titles.es}»`,
        paragraphs: [
          isAccepted
            ? `${reviewer ?? "Su coach"} leyó lo que hizo para «${tasks.es}» y lo aceptó.`
            : `${reviewer ?? "Su coach"} leyó lo que hizo para «${tasks.es}» y lo devolvió con un comentario, para que su próximo intento se pueda aceptar.`,
          `Lea la revisión: ${address}`,
        ],
      },
    }),
  emptied: ({ givenName, reviewer, isAccepted, titles, address }: Emptied): Letters =>
    letters(givenName, {
      en: {
        subject: `Emptied: your practice for "${titles.en}"`,
        paragraphs: [
          `${reviewer} found that a student could be recognized in what you sent, so its text and its file are gone for good. ${
            isAccepted ? "It stays accepted; there is nothing to do." : "You can send it again without student data."
          }`,
          `Read more: ${address}`,
        ],
      },
      es: {
        subject: `Vaciada: su práctica de «${titles.es}»`,
        paragraphs: [
          `${reviewer} vio que en lo que envió se podía reconocer a un estudiante, así que su texto y su archivo se borraron para siempre. ${
            isAccepted ? "Sigue aceptada; no hay nada que hacer." : "Puede enviarla de nuevo sin datos de estudiantes."
          }`,
          `Lea más: ${address}`,
        ],
      },
    }),
};
