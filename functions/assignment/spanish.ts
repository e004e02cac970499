import type { Sentences } from "../platform/sentences.ts";

/** What assigning says when something cannot be done, in Spanish. */
export const assignmentSpanish: Sentences = {
  "This is more than 2,000 people, which is too many to assign by hand at once. Choose fewer schools or roles, or ask an administrator to make a rule: it reaches everyone in the background, and those who come later too. Nothing was assigned.":
    "Son más de 2000 personas, demasiadas para asignar a mano de una vez. Elija menos escuelas o puestos, o pida a quien administra el distrito que cree una regla: llega a todas las personas en segundo plano, y también a las que vengan después. No se asignó nada.",
  "Someone saved this rule while you were editing it. Reload to see their version; what you entered is still on this page.":
    "Alguien guardó esta regla mientras usted la cambiaba. Vuelva a cargar la página para ver su versión; lo que escribió sigue en esta página.",
  'This comes from your district\'s rule "{}". It cannot be taken back from one person; exempt them instead, with a reason.':
    "Esto viene de la regla «{1}» de su distrito. No se puede retirar a una sola persona; exímala con una razón.",
  "You have finished this module. There is nothing to put off.": "Ya terminó este módulo. No hay nada que aplazar.",
  "You have asked for more time for this module already. Your answer will be on your path.":
    "Ya pidió más tiempo para este módulo. La respuesta estará en su ruta.",
  "Choose a day after today and after the date it has now.": "Elija un día posterior a hoy y a la fecha que tiene ahora.",
  "Choose a day after today.": "Elija un día posterior a hoy.",
  "Choose a day after today, or none.": "Elija un día posterior a hoy, o ninguno.",
  "Choose a day after the date it has now; this would give no more time.":
    "Elija un día posterior a la fecha que tiene ahora; esto no daría más tiempo.",
  "Someone has answered this request already. Reload to see what they said.":
    "Alguien ya respondió esta solicitud. Vuelva a cargar la página para ver qué dijo.",
  "Say why in a few words.": "Diga por qué en pocas palabras.",
  "Say what the learning was and what you saw of it.": "Diga cuál fue la formación y qué vio usted de ella.",
  "Choose today or a day before it: it has to be learned already.": "Elija hoy o un día anterior: tiene que haberse aprendido ya.",
  "This is still being worked out. Look again in a moment.": "Todavía se está calculando. Mire de nuevo en un momento.",
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
  "The district's settings are not there yet.": "La configuración del distrito todavía no ha llegado.",
  "On leave until {}.": "De licencia hasta el {1}.",
  "What is assigned by hand is counted from the day of assigning.": "Lo que se asigna a mano se cuenta desde el día en que se asigna.",
  "Choose schools from the list; one of these is closed or does not exist.":
    "Elija escuelas de la lista; una de estas está cerrada o no existe.",
  "Choose a certificate from the list; one of these does not exist.": "Elija un certificado de la lista; uno de estos no existe.",
  "Choose an end on or after the day the rule starts.": "Elija un final a partir del día en que empieza la regla.",
  "Add at least one condition.": "Agregue al menos una condición.",
  "Say whom it is for.": "Diga para quién es.",
  "Choose at least one day. Only a certificate's last day can be counted back from.":
    "Elija al menos un día. Solo desde el último día de un certificado se puede contar hacia atrás.",
  "Choose at least one role.": "Elija al menos un puesto.",
  "Choose at least one level.": "Elija al menos un nivel.",
  "Choose at least one school.": "Elija al menos una escuela.",
  "Choose at least one team.": "Elija al menos un equipo.",
  "Choose at least one person.": "Elija al menos una persona.",
};
