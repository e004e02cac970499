import type { Language } from "../platform/language.ts";
import { letters, type Letters } from "../platform/letters.ts";
import type { OutsideDecision } from "./contract.ts";

type Decision = OutsideDecision["decision"];

const says: Record<Language, Record<Decision, { subject: string; said: string }>> = {
  en: {
    agree: {
      subject: "Approved beforehand: a course you want to take",
      said: "has approved a course before you take it. Once it is over, enter what shows that you took part; it counts when that is approved.",
    },
    refuse: {
      subject: "Not approved: a course you asked about",
      said: "has not approved a course you asked about beforehand, and says why.",
    },
    approve: { subject: "Approved: a course you took elsewhere", said: "has approved a course you entered. It counts in your hours now." },
    return: {
      subject: "A course you entered needs something from you",
      said: "has sent a course you entered back, with words on what is missing. You can correct it and send it again.",
    },
    takeBack: {
      subject: "The approval of a course was taken back",
      said: "has taken the approval of a course back, with the reason. Read what you can do about it.",
    },
  },
  es: {
    agree: {
      subject: "Aprobado por adelantado: un curso que quiere tomar",
      said: "aprobó un curso antes de que lo tome. Cuando termine, registre lo que demuestre que participó; cuenta cuando eso se apruebe.",
    },
    refuse: {
      subject: "No se aprobó: un curso por el que preguntó",
      said: "no aprobó un curso por el que usted preguntó por adelantado, y dice por qué.",
    },
    approve: { subject: "Aprobado: un curso que tomó en otro lugar", said: "aprobó un curso que usted registró. Ya cuenta en sus horas." },
    return: {
      subject: "Un curso que registró necesita algo de usted",
      said: "devolvió un curso que usted registró, y dice qué falta. Puede corregirlo y enviarlo de nuevo.",
    },
    takeBack: {
      subject: "Se retiró la aprobación de un curso",
      said: "retiró la aprobación de un curso, con la razón. Lea qué puede hacer.",
    },
  },
};

/** What people are written about courses taken elsewhere. */
export const creditMail = {
  decided: ({ givenName, by, decision, address }: { givenName: string; by: string; decision: Decision; address: string }): Letters =>
    letters(givenName, {
      en: { subject: says.en[decision].subject, paragraphs: [`${by} ${says.en[decision].said}`, `Read more: ${address}`] },
      es: { subject: says.es[decision].subject, paragraphs: [`${by} ${says.es[decision].said}`, `Lea más: ${address}`] },
    }),
};
