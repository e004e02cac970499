import type { Sentences } from "../platform/sentences.ts";

/** What the roster says to whoever signs in or gives people a coach, in Spanish. What is said of single rows of a file is in English. */
export const rosterSpanish: Sentences = {
  "This sign-in belongs to another district. Choose your district on the sign-in page.":
    "Esta cuenta pertenece a otro distrito. Elija su distrito en la página de inicio de sesión.",
  "{} has no access at the moment. Your district administrator can tell you why.":
    "{1} no tiene acceso en este momento. La administración de su distrito puede decirle por qué.",
  "{} has signed in before with another account. Ask your district administrator to check which one is right.":
    "{1} ya inició sesión antes con otra cuenta. Pida a la administración de su distrito que revise cuál es la correcta.",
  "The roster is being updated. Sign in again in a moment.":
    "La lista del personal se está actualizando. Inicie sesión de nuevo en un momento.",
  "Your sign-in does not name anyone on your district's roster. Ask your district administrator to check your roster id.":
    "Su cuenta no corresponde a nadie en la lista del personal de su distrito. Pida a la administración que revise su identificador en la lista.",
  "Your district's sign-in has not verified your e-mail address, so it cannot be matched to the roster. Ask your district's IT help desk.":
    "El inicio de sesión de su distrito no ha verificado su correo electrónico, así que no se puede encontrar en la lista del personal. Pregunte a soporte técnico de su distrito.",
  "Your e-mail address is not on your district's roster. Ask your district administrator to add it, then sign in again.":
    "Su correo electrónico no está en la lista del personal de su distrito. Pida a la administración que lo añada y después inicie sesión de nuevo.",
  "Give the beginning of a family name, or a school.": "Dé el comienzo de un apellido, o una escuela.",
  "Type at least one letter of the family name, or choose a school instead.":
    "Escriba al menos una letra del apellido, o elija una escuela.",
  "There is no such group any more. Choose one of the groups on the page.": "Ese grupo ya no existe. Elija uno de los grupos de la página.",
  "There is no such team here. Nobody was named.": "Aquí no existe ese equipo. No se nombró a nadie.",
  "Choose one of the teams on this page.": "Elija uno de los equipos de esta página.",
  "The last day lies before the first. Nobody was named.": "El último día es anterior al primero. No se nombró a nadie.",
  "Choose a last day on or after the first.": "Elija un último día igual o posterior al primero.",
  "{} no longer works here. Choose someone who does.": "{1} ya no trabaja aquí. Elija a alguien que sí.",
  "Someone changed this seat of {} at the same moment. Reload the page to see it as it is.":
    "Alguien cambió este puesto de {1} en el mismo momento. Vuelva a cargar la página para ver cómo está.",
  "Someone changed this seat of {} first. Reload the page to see it as it is.":
    "Alguien cambió antes este puesto de {1}. Vuelva a cargar la página para ver cómo está.",
  "Someone saved the seats while you were editing them. Reload to see their version; what you entered is still on this page.":
    "Alguien guardó los puestos mientras usted los editaba. Vuelva a cargar para ver su versión; lo que usted escribió sigue en esta página.",
  "{} is not a coach on today's roster. Choose someone who is.":
    "{1} no tiene hoy el puesto de coach en la lista del personal. Elija a alguien que lo tenga.",
  "{} is not a coach on today's roster. Choose someone who is. Nobody was reassigned.":
    "{1} no tiene hoy el puesto de coach en la lista del personal. Elija a alguien que lo tenga. No se cambió a nadie.",
  "{} cannot be their own coach.": "{1} no puede ser su propio coach.",
  "{} cannot be their own coach. Nobody was reassigned.": "{1} no puede ser su propio coach. No se cambió a nadie.",
  "{} no longer works here. Bring them back first. Nothing was changed.":
    "{1} ya no trabaja aquí. Primero reincorpore a esta persona. No se cambió nada.",
  "{} is not suspended. Nothing was changed.": "{1} no está en suspensión. No se cambió nada.",
  "{} is not on leave on that day. Nothing was changed.": "{1} no está de licencia ese día. No se cambió nada.",
  "{} holds no role at that school on that day. Nothing was changed.":
    "{1} no tiene ningún puesto en esa escuela ese día. No se cambió nada.",
  "{} works here. Change their roles instead. Nothing was changed.": "{1} trabaja aquí. Cambie mejor sus puestos. No se cambió nada.",
  "This account was merged into another one. Change that one. Nothing was changed.":
    "Esta cuenta se unió a otra. Cambie esa otra. No se cambió nada.",
  "Choose another school than the one they come from. Nothing was changed.":
    "Elija una escuela distinta de la de origen. No se cambió nada.",
  "The leave must end on or after the day it begins. Nothing was changed.":
    "La licencia debe terminar el día en que empieza o después. No se cambió nada.",
  "A role must end on or after the day it begins. Nothing was changed.":
    "Un puesto debe terminar el día en que empieza o después. No se cambió nada.",
  "Someone else has this e-mail address. Nothing was changed.": "Otra persona tiene este correo electrónico. No se cambió nada.",
  "This is not an e-mail address. Nothing was changed.": "Esto no es un correo electrónico. No se cambió nada.",
  "The record of {} was changed meanwhile. Look at it again; nothing was changed by you.":
    "El expediente de {1} cambió entretanto. Vuelva a mirarlo; usted no cambió nada.",
  "Something of this was changed again since, so it was not undone. Look at what holds now.":
    "Algo de esto volvió a cambiar después, así que no se deshizo. Mire lo que vale ahora.",
  "This would end your own access. Ask another administrator to do it.":
    "Esto terminaría su propio acceso. Pida a otra persona de la administración que lo haga.",
  "{} no longer works here. Take them off the list.": "{1} ya no trabaja aquí. Quite su nombre de la lista.",
  "{} no longer works here. Take them off the list. Nobody was reassigned.":
    "{1} ya no trabaja aquí. Quite su nombre de la lista. No se cambió a nadie.",
  "There is no preview of this import to apply. Import the file again.":
    "No hay una vista previa de esta importación que aplicar. Traiga el archivo de nuevo.",
  "Another import is being applied. Wait until it is finished, then apply this one.":
    "Se está aplicando otra importación. Espere a que termine y después aplique esta.",
  "Say why this is right. Nothing was applied.": "Diga por qué es correcto. No se aplicó nada.",
  "Write at least {} characters: whoever reads this later will ask.":
    "Escriba al menos {1} caracteres: quien lo lea después lo preguntará.",
  "This import would end your own access. Say that you know it, or discard it. Nothing was applied.":
    "Esta importación terminaría su propio acceso. Diga que lo sabe, o descártela. No se aplicó nada.",
  "Tick this if you mean to end your own access.": "Marque esto si quiere terminar su propio acceso.",
  "This import has been applied already. Import the roster as it should be instead.":
    "Esta importación ya se aplicó. Traiga en su lugar la lista como debe ser.",
  "Nobody has said yet how this file's columns are to be read. Match them first.":
    "Nadie ha dicho todavía cómo se leen las columnas de este archivo. Asígnelas primero.",
  "Some columns are still to be chosen. The mapping was not saved.": "Faltan columnas por elegir. No se guardó la asignación.",
  "Choose a column.": "Elija una columna.",
  "The file cannot be read to its end: a quotation mark opens and never closes. Export it again as CSV.":
    "El archivo no se puede leer hasta el final: unas comillas se abren y no se cierran. Expórtelo de nuevo como CSV.",
  "This is not a CSV file with a row of column names. Export it as CSV, with the names in its first row.":
    "Este no es un archivo CSV con una fila de nombres de columna. Expórtelo como CSV, con los nombres en la primera fila.",
  "The file has column names and no row below them. Nothing was changed.":
    "El archivo tiene nombres de columna y ninguna fila debajo. No se cambió nada.",
  "The file has more rows than a district has staff. Export staff alone.":
    "El archivo tiene más filas que personal un distrito. Exporte solo al personal.",
};
