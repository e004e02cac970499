import type { Sentences } from "../platform/sentences.ts";

/** What assigning and reminding say when something cannot be done, in Spanish. */
export const assignmentSpanish: Sentences = {
  "{} no longer works here. No reminder was sent.": "{1} ya no trabaja aquí. No se envió ningún recordatorio.",
  "{} is suspended. No reminder was sent.": "La cuenta de {1} está suspendida. No se envió ningún recordatorio.",
  "{} is on leave until {}; dates wait until they are back. No reminder was sent.":
    "{1} está de licencia hasta el {2}; las fechas esperan a su regreso. No se envió ningún recordatorio.",
  "{} is on leave; dates wait until they are back. No reminder was sent.":
    "{1} está de licencia; las fechas esperan a su regreso. No se envió ningún recordatorio.",
  "The roster has no e-mail address for {}. No reminder was sent.":
    "La lista del personal no tiene el correo de {1}. No se envió ningún recordatorio.",
  "{} has nothing open to be reminded of. No reminder was sent.": "{1} no tiene nada pendiente. No se envió ningún recordatorio.",
  "{} is not assigned this module. No reminder was sent.": "{1} no tiene asignado este módulo. No se envió ningún recordatorio.",
  '{} has completed "{}". No reminder was sent.': "{1} ya terminó «{2}». No se envió ningún recordatorio.",
  '{} has handed in the practice for "{}"; it is waiting for a review. No reminder was sent.':
    "{1} ya entregó la práctica de «{2}»; espera revisión. No se envió ningún recordatorio.",
  "Someone saved this rule while you were editing it. Reload to see their version; what you entered is still on this page.":
    "Alguien guardó esta regla mientras usted la cambiaba. Vuelva a cargar la página para ver su versión; lo que escribió sigue en esta página.",
  "This comes from your district's rule \"{}\". Your district's MTSS leader can waive it.":
    "Esto viene de la regla «{1}» de su distrito. El liderazgo de MTSS del distrito puede eximir de ella.",
  "Nobody within your reach is in this group today, so nothing was assigned. Choose other people, schools or roles.":
    "Hoy no hay nadie a su alcance en este grupo, así que no se asignó nada. Elija otras personas, escuelas o puestos.",
  "Everyone in this group is away or no longer works here, so nothing was assigned. Choose other people.":
    "En este grupo no hay nadie presente o que siga trabajando aquí, así que no se asignó nada. Elija otras personas.",
  "Correct what is named and send it again. Nothing was saved.": "Corrija lo que se nombra y envíelo de nuevo. No se guardó nada.",
  "Choose a module from the list; this one is not in the catalogue.": "Elija un módulo de la lista; este no está en el catálogo.",
  "Choose a path from the list; this one is not in the catalogue.": "Elija una ruta de la lista; esta no está en el catálogo.",
  "A single module has no pace of its own. Choose a date or a number of days.":
    "Un solo módulo no tiene ritmo propio. Elija una fecha o un número de días.",
  "Choose a date after today, so that nobody is overdue the moment they hear of it.":
    "Elija una fecha después de hoy, para que nadie esté fuera de plazo al enterarse.",
  "Choose schools from the list; one of these does not exist.": "Elija escuelas de la lista; una de estas no existe.",
  "Choose a date on or after the day the rule starts.": "Elija una fecha a partir del día en que empieza la regla.",
  "Choose at least one person, school or role.": "Elija al menos una persona, una escuela o un puesto.",
  "No longer works here.": "Ya no trabaja aquí.",
  "Suspended.": "Cuenta suspendida.",
  "On leave, without an end date yet.": "De licencia, todavía sin fecha de regreso.",
  "On leave until {}.": "De licencia hasta el {1}.",
};
