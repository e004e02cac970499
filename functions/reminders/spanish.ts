import type { Sentences } from "../platform/sentences.ts";

/** What reminding says when something cannot be done, in Spanish. */
export const remindersSpanish: Sentences = {
  "No reminder was sent.": "No se envió ningún recordatorio.",
  "{} no longer works here.": "{1} ya no trabaja aquí.",
  "{} is suspended.": "La cuenta de {1} está suspendida.",
  "{} is on leave until {}; dates wait until they are back.": "{1} está de licencia hasta el {2}; las fechas esperan a su regreso.",
  "{} is on leave; dates wait until they are back.": "{1} está de licencia; las fechas esperan a su regreso.",
  "The roster has no e-mail address for {}.": "La lista del personal no tiene el correo de {1}.",
  "{} has nothing open to be reminded of.": "{1} no tiene nada pendiente.",
  "{} is not assigned this module.": "{1} no tiene asignado este módulo.",
  '{} has completed "{}".': "{1} ya terminó «{2}».",
  '{} has handed in the practice for "{}"; it is waiting for a review.': "{1} ya entregó la práctica de «{2}»; espera revisión.",
  "Mail to {} is stopped, because some of it came back or was called unwanted. An administrator can see why.":
    "El correo a {1} está detenido, porque parte volvió o se marcó como no deseado. La administración puede ver por qué.",
  "{} has no working day to come on which it could arrive.": "{1} no tiene ningún día laborable por venir en que pudiera llegar.",
  "Someone has changed the reminders since you opened this page. Reload to see them as they are now.":
    "Alguien cambió los recordatorios desde que abrió esta página. Vuelva a cargarla para ver cómo están ahora.",
  "Some numbers do not fit. Nothing was saved.": "Algunos números no valen. No se guardó nada.",
  "Give a whole number from {} to {}.": "Dé un número entero de {1} a {2}.",
  "Give a time as 07:00.": "Dé la hora así: 07:00.",
  "The window has to end after it begins.": "El horario debe terminar después de empezar.",
};
