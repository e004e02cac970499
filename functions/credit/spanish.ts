import type { Sentences } from "../platform/sentences.ts";

/** What credit says when something cannot be done, in Spanish. */
export const creditSpanish: Sentences = {
  "Correct what is named and send it again. Nothing was entered.": "Corrija lo que se nombra y envíelo de nuevo. No se registró nada.",
  "Write what shows that you took part, or give a link to the certificate.":
    "Escriba qué demuestra que participó, o dé un enlace al certificado.",
  "This is in your hours already; it counts once.": "Esto ya está en sus horas; cuenta una sola vez.",
  "This course has changed since you opened it. Reload to see how it stands; what you wrote is kept on this device.":
    "Este curso cambió desde que lo abrió. Vuelva a cargar la página para ver cómo está; lo que escribió se guarda en este dispositivo.",
  "This course was taken back already. Reload to see how it stands.":
    "Este curso ya fue retirado. Vuelva a cargar la página para ver cómo está.",
  "This course was decided or taken back a moment ago. Reload to see how it stands.":
    "Este curso se decidió o se retiró hace un momento. Vuelva a cargar la página para ver cómo está.",
  "This course is over by now: it can no longer be approved beforehand. Say so, and ask for what shows it.":
    "Este curso ya terminó: ya no se puede aprobar por adelantado. Dígalo y pida lo que lo demuestre.",
  "Choose today or a day after it. A course that is over is entered with what shows it.":
    "Elija hoy o un día posterior. Un curso que ya terminó se registra con lo que lo demuestra.",
  "This one was approved beforehand. Enter another course as a new one.":
    "Este es el que se aprobó por adelantado. Registre otro curso como uno nuevo.",
  "Say in a sentence what it is for.": "Diga en una frase para qué es.",
  "A share is no more than all that is asked for in a cycle.": "Una parte no es mayor que todo lo que se pide en un ciclo.",
  "Choose at least one topic.": "Elija al menos un tema.",
  "Complete your answer and send it again. Nothing was saved.": "Complete su respuesta y envíela de nuevo. No se guardó nada.",
  "Say in a sentence what is missing, so that it can be put right.": "Diga en una frase qué falta, para que se pueda corregir.",
  "Before people see it, check it with whoever decides it, and enter the day on which you did.":
    "Antes de que se vea, compruébelo con quien lo decide y anote el día en que lo hizo.",
  "Say where it is written, so that the next person can check it.":
    "Diga dónde está escrito, para que la siguiente persona pueda comprobarlo.",
  "Choose at least one kind of credit that counts.": "Elija al menos un tipo de crédito que cuente.",
  "Someone saved this since you opened it. Reload to see it; what you wrote is still on this page.":
    "Alguien guardó esto desde que lo abrió. Vuelva a cargar la página para verlo; lo que escribió sigue en esta página.",
  "The last day must not be before the first.": "El último día no debe ser anterior al primero.",
  "Write what the course is called.": "Escriba cómo se llama el curso.",
  "Write who held it.": "Escriba quién lo impartió.",
  "Enter at least 15 minutes.": "Ponga al menos 15 minutos.",
  "Enter at most 200 hours; split a longer course.": "Ponga 200 horas como máximo; divida un curso más largo.",
};
