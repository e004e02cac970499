import type { Sentences } from "../platform/sentences.ts";

/** What is said of rows of past certificates that cannot be used, in Spanish. */
export const historyProblemsInSpanish: Sentences = {
  "Say whose it is: a work address, or the person's id of the roster.":
    "Diga de quién es: una dirección de correo del trabajo, o el identificador de la persona en la nómina.",
  "There is no certification of this name. Take its title or its id from the list of certifications.":
    "No hay ninguna certificación con este nombre. Tome el título o el identificador de la lista de certificaciones.",
  "Write the day as 2024-08-15 or 8/15/2024.": "Escriba el día como 2024-08-15 o 8/15/2024.",
  "This day lies ahead. History ends today.": "Este día está por venir. La historia termina hoy.",
  "Write its last day as 2027-08-15 or 8/15/2027.": "Escriba el último día como 2027-08-15 o 8/15/2027.",
  "It ends before it begins. Check the two days.": "Termina antes de empezar. Revise los dos días.",
  "Write hours in quarters, such as 4.25, or leave the cell empty.": "Escriba las horas en cuartos, como 4.25, o deje la celda vacía.",
  "Nobody on the roster has this address or id.": "Nadie en la nómina tiene esta dirección o este identificador.",
  "This person has a certificate of the same certification for that time.":
    "Esta persona ya tiene un certificado de la misma certificación para ese tiempo.",
};
