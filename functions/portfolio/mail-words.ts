import { letters, type Letters } from "../platform/letters.ts";
import type { Piece } from "./records.ts";

type To = { givenName: string; address: string };
/** The states of a piece that its owner is written about. */
export type Told = Extract<Piece["state"], "accepted" | "returned" | "purged">;

const pieceSays: Record<Told, Record<"en" | "es", { subject: string; said: string }>> = {
  accepted: {
    en: { subject: "Accepted: a piece of your portfolio", said: "has read what you handed in and accepted it." },
    es: { subject: "Aceptado: un trabajo de su portafolio", said: "leyó lo que entregó y lo aceptó." },
  },
  returned: {
    en: {
      subject: "A next step for a piece of your portfolio",
      said: "has read what you handed in and sent it back with a comment. Everything is kept; you can hand it in again.",
    },
    es: {
      subject: "Un siguiente paso para un trabajo de su portafolio",
      said: "leyó lo que entregó y lo devolvió con un comentario. Todo se conserva; puede entregarlo de nuevo.",
    },
  },
  purged: {
    en: {
      subject: "A piece of your portfolio was emptied",
      said: "found that a student could be recognized in what you handed in, so its text and its files are gone for good. You can hand in another without student data.",
    },
    es: {
      subject: "Se vació un trabajo de su portafolio",
      said: "vio que en lo que entregó se podía reconocer a un estudiante, así que su texto y sus archivos se borraron para siempre. Puede entregar otro sin datos de estudiantes.",
    },
  },
};

/** What people are written about their portfolio and those of colleagues. */
export const portfolioMail = {
  observed: ({ givenName, observer, address }: To & { observer: string }): Letters =>
    letters(givenName, {
      en: {
        subject: "An observation is in your portfolio",
        paragraphs: [
          `${observer} has written down what they saw of your work, with a comment. It is no evaluation; only you and those who support you can read it.`,
          `Read it: ${address}`,
        ],
      },
      es: {
        subject: "Hay una observación en su portafolio",
        paragraphs: [
          `${observer} anotó lo que vio de su trabajo, con un comentario. No es una evaluación; solo usted y quienes le apoyan pueden leerlo.`,
          `Léala: ${address}`,
        ],
      },
    }),
  piece: ({ givenName, reviewer, state, address }: To & { reviewer: string; state: Told }): Letters => {
    const { en, es } = pieceSays[state];
    return letters(givenName, {
      en: { subject: en.subject, paragraphs: [`${reviewer} ${en.said}`, `Read more: ${address}`] },
      es: { subject: es.subject, paragraphs: [`${reviewer} ${es.said}`, `Lea más: ${address}`] },
    });
  },
  referenceAsked: ({
    givenName,
    asker,
    askerGivenName,
    note,
    address,
  }: To & { asker: string; askerGivenName: string; note: string }): Letters =>
    letters(givenName, {
      en: {
        subject: `${asker} asks you for a recommendation`,
        paragraphs: [
          `${asker} is working toward a certificate that asks for a colleague's recommendation, and asks you for yours. It takes about five minutes. You may decline without saying why.`,
          note === "" ? "" : `${askerGivenName} writes: "${note}"`,
          `Read what is asked and decide: ${address}`,
        ],
      },
      es: {
        subject: `${asker} le pide una recomendación`,
        paragraphs: [
          `${asker} trabaja por un certificado que pide la recomendación de un colega, y le pide la suya. Toma unos cinco minutos. Puede decir que no sin explicar por qué.`,
          note === "" ? "" : `${askerGivenName} escribe: «${note}»`,
          `Lea lo que se pide y decida: ${address}`,
        ],
      },
    }),
  referenceAnswered: ({ givenName, referee, isGiven, address }: To & { referee: string; isGiven: boolean }): Letters =>
    letters(givenName, {
      en: {
        subject: isGiven ? "A colleague has recommended you" : "A colleague passed your request on",
        paragraphs: [
          isGiven
            ? `${referee} has given the recommendation you asked for. You can read it in your portfolio; besides you, only the reviewers of an application of yours read it.`
            : `${referee} will not give the recommendation you asked for. Nobody has to, or has to say why. You can ask someone else.`,
          `Read more: ${address}`,
        ],
      },
      es: {
        subject: isGiven ? "Un colega le recomendó" : "Un colega no aceptó su petición",
        paragraphs: [
          isGiven
            ? `${referee} dio la recomendación que usted pidió. Puede leerla en su portafolio; además de usted, solo la leen quienes revisan una solicitud suya.`
            : `${referee} no dará la recomendación que usted pidió. Nadie tiene que darla, ni decir por qué. Puede pedírsela a otra persona.`,
          `Lea más: ${address}`,
        ],
      },
    }),
  /** To the person whom a recommendation is about. */
  referenceEmptied: ({ givenName, reviewer, referee, address }: To & { reviewer: string; referee: string }): Letters =>
    letters(givenName, {
      en: {
        subject: "Emptied: a recommendation for you",
        paragraphs: [
          `${reviewer} found that a student could be recognized in what ${referee} wrote about your work, so the words are gone for good. The recommendation counts as before.`,
          `Read more: ${address}`,
        ],
      },
      es: {
        subject: "Vaciada: una recomendación para usted",
        paragraphs: [
          `${reviewer} vio que se podía reconocer a un estudiante en lo que ${referee} escribió sobre su trabajo, así que las palabras se borraron para siempre. La recomendación cuenta como antes.`,
          `Lea más: ${address}`,
        ],
      },
    }),
  /** To the colleague who wrote it. */
  ownWordsEmptied: ({ givenName, reviewer, recommended }: Omit<To, "address"> & { reviewer: string; recommended: string }): Letters =>
    letters(givenName, {
      en: {
        subject: "Emptied: a recommendation you gave",
        paragraphs: [
          `${reviewer} found that a student could be recognized in what you wrote to recommend ${recommended}, so your words are gone for good. Your recommendation counts as before; there is nothing to do.`,
        ],
      },
      es: {
        subject: "Vaciada: una recomendación que usted dio",
        paragraphs: [
          `${reviewer} vio que se podía reconocer a un estudiante en lo que usted escribió para recomendar a ${recommended}, así que sus palabras se borraron para siempre. Su recomendación cuenta como antes; no hay nada que hacer.`,
        ],
      },
    }),
  sampleCompared: ({ givenName, other, titles, address }: To & { other: string; titles: Record<"en" | "es", string> }): Letters =>
    letters(givenName, {
      en: {
        subject: `A second rating is there: ${titles.en}`,
        paragraphs: [
          `${other} has rated the sample that you rated. You can see where you agree, where you do not, and why; a talk about the difference is what it is for.`,
          `See it: ${address}`,
        ],
      },
      es: {
        subject: `Ya hay una segunda valoración: ${titles.es}`,
        paragraphs: [
          `${other} valoró la misma muestra que usted. Puede ver en qué coinciden, en qué no, y por qué; sirve para conversar sobre la diferencia.`,
          `Véala: ${address}`,
        ],
      },
    }),
};
