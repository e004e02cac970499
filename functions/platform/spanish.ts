import type { ErrorCode } from "./errors.ts";
import type { Sentences } from "./sentences.ts";

/** The titles of errors in Spanish. */
export const spanishTitles: Record<ErrorCode, string> = {
  "invalid-input": "Algo de lo que envió necesita una corrección",
  "invalid-cursor": "Este enlace de página ya no funciona",
  "signed-out": "Inicie sesión, por favor",
  "not-allowed": "Su puesto no incluye esto",
  "cross-site": "Esta solicitud no vino de Throughline",
  "not-found": "No se encontró",
  conflict: "Alguien más cambió esto primero",
  "not-ready": "Falta un paso anterior",
  "too-large": "Este archivo es demasiado grande",
  "unsupported-file": "Este tipo de archivo no se puede usar",
  "key-reused": "Esta solicitud ya se usó para otra cosa",
  "too-many-requests": "Demasiadas solicitudes en un minuto",
  internal: "Algo falló de nuestro lado",
  "try-again": "Throughline está ocupado; intente de nuevo en un momento",
};

/** What the platform says when it refuses, in Spanish. */
export const platformSpanish: Sentences = {
  "Your session has ended. Sign in again; what you typed here is kept on this device.":
    "Su sesión terminó. Inicie sesión de nuevo; lo que escribió aquí se guarda en este dispositivo.",
  "There is no such {}, or it is not yours to see.": "Esto no existe, o no le corresponde verlo.",
  "Your role does not include this. Your district administrator can tell you who can help.":
    "Su puesto no incluye esto. La administración de su distrito puede decirle quién puede ayudar.",
  "This was changed by someone else a moment ago. Reload to see it as it is now, then try again.":
    "Alguien más cambió esto hace un momento. Vuelva a cargar la página para verlo como está ahora e intente de nuevo.",
  "Correct the fields that are named and send it again. Nothing was saved.":
    "Corrija los campos que se nombran y envíelo de nuevo. No se guardó nada.",
  "The file may have at most {} MB.": "El archivo puede tener a lo sumo {1} MB.",
  "This work is finished. There is nothing left of it to do.": "Este trabajo ya terminó. No queda nada por hacer.",
  "The database is busy. Nothing was lost; try again.": "La base de datos está ocupada. No se perdió nada; intente de nuevo.",
  "Others are changing the same record. Nothing was lost; try again.":
    "Otras personas están cambiando el mismo registro. No se perdió nada; intente de nuevo.",
  "This page of the list cannot be found any more. Begin again from the first page.":
    "Esta página de la lista ya no se encuentra. Empiece de nuevo desde la primera.",
  "Your district's sign-in service does not answer. People who are signed in can go on working.":
    "El servicio de inicio de sesión de su distrito no responde. Quien ya inició sesión puede seguir trabajando.",
  "This sign-in could not be completed. Begin again from the sign-in page; it takes a moment.":
    "No se pudo completar el inicio de sesión. Empiece de nuevo desde la página de inicio de sesión; toma un momento.",
  "This key has asked as often as it may in a minute. Wait as long as Retry-After says, then go on.":
    "Esta clave ya preguntó tantas veces como puede en un minuto. Espere lo que dice Retry-After y continúe.",
  "This key is not good, or is no longer. A district administrator can make another.":
    "Esta clave no vale, o ya no vale. La administración del distrito puede hacer otra.",
  "Correct the date. No key was made.": "Corrija la fecha. No se hizo ninguna clave.",
  "Choose a day after today, and within a year.": "Elija un día después de hoy y dentro de un año.",
  "Say what the key is for.": "Diga para qué es la clave.",
  "Changes are accepted from Throughline's own pages only.": "Solo se aceptan cambios desde las páginas de Throughline.",
  "This Idempotency-Key was used for a different request. Use a new one.":
    "Este Idempotency-Key se usó para otra solicitud. Use uno nuevo.",
  "This is not written in the way that is needed.": "Esto no está escrito en la forma que hace falta.",
  "Something that is needed is missing.": "Falta algo que hace falta.",
  "This is not of the kind that is needed.": "Esto no es del tipo que hace falta.",
  "Choose one of the values there are.": "Elija uno de los valores que hay.",
  "This cannot be used as it is.": "Esto no se puede usar tal como está.",
  "Choose a date.": "Elija una fecha.",
  "Give a day and a time.": "Dé un día y una hora.",
  "This is not an e-mail address.": "Esto no es un correo electrónico.",
  "This is not a web address.": "Esto no es una dirección web.",
  "Fill this in: nothing was written.": "Complete esto: no se escribió nada.",
  "Write at least {} characters.": "Escriba al menos {1} caracteres.",
  "Choose at least {}.": "Elija al menos {1}.",
  "Give a number of at least {}.": "Dé un número de {1} como mínimo.",
  "Write at most {} characters.": "Escriba {1} caracteres como máximo.",
  "Choose at most {}.": "Elija {1} como máximo.",
  "Give a number of at most {}.": "Dé un número de {1} como máximo.",
  "The body of the request could not be read as JSON. Nothing was saved.":
    "El cuerpo de la solicitud no se pudo leer como JSON. No se guardó nada.",
  "Use up to 80 letters.": "Use 80 letras como máximo.",
  "This file is still being made. Look again in a moment.": "Este archivo todavía se está haciendo. Mire de nuevo en un momento.",
  "This file is no longer kept: it was made some days ago. Make it again.":
    "Este archivo ya no se guarda: se hizo hace unos días. Hágalo de nuevo.",
  "Nothing was changed.": "No se cambió nada.",
  "There is no district {}.": "No existe el distrito {1}.",
  "This address is not signed.": "Esta dirección no está firmada.",
  "This address has had its time.": "Esta dirección ya caducó.",
  "These are not the bytes that were signed.": "Este no es el contenido que se firmó.",
  "There is no such file.": "No existe ese archivo.",
};
