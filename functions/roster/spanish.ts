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
  "{} cannot be their own coach.": "{1} no puede ser su propio coach.",
  "{} no longer works here. Bring them back first.": "{1} ya no trabaja aquí. Primero reincorpore a esta persona.",
  "{} is not suspended.": "{1} no está en suspensión.",
  "{} is not on leave on that day.": "{1} no está de licencia ese día.",
  "{} holds no role at that school on that day.": "{1} no tiene ningún puesto en esa escuela ese día.",
  "{} works here. Change their roles instead.": "{1} trabaja aquí. Cambie mejor sus puestos.",
  "This account was merged into another one. Change that one.": "Esta cuenta se unió a otra. Cambie esa otra.",
  "Choose another school than the one they come from.": "Elija una escuela distinta de la de origen.",
  "The leave must end on or after the day it begins.": "La licencia debe terminar el día en que empieza o después.",
  "A role must end on or after the day it begins.": "Un puesto debe terminar el día en que empieza o después.",
  "Someone else has this e-mail address.": "Otra persona tiene este correo electrónico.",
  "This is not an e-mail address.": "Esto no es un correo electrónico.",
  "The record of {} was changed meanwhile. Look at it again; nothing was changed by you.":
    "El expediente de {1} cambió entretanto. Vuelva a mirarlo; usted no cambió nada.",
  "Something of this was changed again since, so it was not undone. Look at what holds now.":
    "Algo de esto volvió a cambiar después, así que no se deshizo. Mire lo que vale ahora.",
  "This would end your own access. Ask another administrator to do it.":
    "Esto terminaría su propio acceso. Pida a otra persona de la administración que lo haga.",
  "{} no longer works here. Take them off the list.": "{1} ya no trabaja aquí. Quite su nombre de la lista.",
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
  "Nobody was reassigned.": "No se cambió a nadie.",
  "Nothing was merged.": "No se unió nada.",
  "What was read of this file is no longer kept: it was taken in more than {} days ago. Import the file again.":
    "Lo que se leyó de este archivo ya no se guarda: se recibió hace más de {1} días. Traiga el archivo de nuevo.",
  "The rows of this import are no longer kept: it was finished more than {} days ago.":
    "Las filas de esta importación ya no se guardan: terminó hace más de {1} días.",
  "You are signed in with the account that would be given up. Keep it, or ask another administrator.":
    "Usted inició sesión con la cuenta que se dejaría. Consérvela, o pídalo a otra persona de la administración.",
  "One of the two records was changed meanwhile. Look at both again; nothing was merged.":
    "Uno de los dos expedientes cambió entretanto. Vuelva a mirar los dos; no se unió nada.",
  "Correct the settings that are named. The district was not opened.": "Corrija los ajustes que se nombran. El distrito no se abrió.",
  "{} is open already, with other settings. They are changed, not opened again.":
    "{1} ya está abierto, con otros ajustes. Estos se cambian; el distrito no se abre otra vez.",
  'The short name "{}" belongs to another district. Choose another.': "El nombre corto «{1}» es de otro distrito. Elija otro.",
  "Use up to 40 small letters, digits and hyphens; it stands in addresses.":
    "Use hasta 40 letras minúsculas, cifras y guiones; aparece en las direcciones.",
  "Each team is listed once, and each seat of a team once. Nothing was saved.":
    "Cada equipo aparece una vez, y cada puesto de un equipo una vez. No se guardó nada.",
  "There is no such merge here. Nothing was changed.": "Aquí no existe esa unión de cuentas. No se cambió nada.",
  "The merge is still under way. Take it back once it is done.":
    "La unión de cuentas todavía está en curso. Deshágala cuando haya terminado.",
  "This account was merged into another one since. Take that merge back first.":
    "Esta cuenta se unió después a otra. Deshaga primero esa unión.",
  "This step cannot be taken back by itself. Nothing was changed.": "Este paso no se puede deshacer por sí solo. No se cambió nada.",
  "A leave from {} is on record already. Enter that one's end first, or record this one after it.":
    "Ya hay registrada una licencia desde el {1}. Anote primero cuándo termina, o registre esta después de ella.",
  "The last day cannot be before the day of hire.": "El último día no puede ser anterior al día de contratación.",
  "No role can begin before the day they are back.": "Ningún puesto puede empezar antes del día de su regreso.",
  "Choose one of your district's schools.": "Elija una de las escuelas de su distrito.",
  "Give the source a name.": "Dé un nombre a la fuente.",
  "Fifty titles are the most.": "Cincuenta títulos son el máximo.",
  "These are one and the same account.": "Las dos son la misma cuenta.",
  "The account of {} was merged into another one already.": "La cuenta de {1} ya se unió a otra.",
  "Another account was merged into that of {} before. Keep that one, or take that merge back first.":
    "Antes se unió otra cuenta a la de {1}. Conserve esa, o deshaga primero esa unión.",
  "{} no longer works here, by that account. Keep the account that is in use.":
    "Según esa cuenta, {1} ya no trabaja aquí. Conserve la cuenta que está en uso.",
  "Give at least one role.": "Dé al menos un puesto.",
  "Give a first name.": "Escriba un nombre.",
  "Give a family name.": "Escriba un apellido.",
  "This page of the timeline cannot be found any more. Begin again from the first page.":
    "Esta página del historial ya no se encuentra. Empiece de nuevo desde la primera.",
  "There is no such step in this timeline. Nothing was changed.": "En este historial no existe ese paso. No se cambió nada.",
};
