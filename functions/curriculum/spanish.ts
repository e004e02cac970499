import type { Sentences } from "../platform/sentences.ts";

/** What writing modules and adding to the library say when something cannot be done, in Spanish. */
export const curriculumSpanish: Sentences = {
  "The file could not be found. Attach it again.": "No se encontró el archivo. Adjúntelo de nuevo.",
  "Choose elements of the Common Model; one of these is not in it.": "Elija elementos del Modelo Común; uno de estos no está en él.",
  "There is no draft to publish. Write something first.": "No hay ningún borrador que publicar. Escriba algo primero.",
  "Choose today or a later day.": "Elija hoy o un día posterior.",
  "Choose an edition: a local module has no shipped text.": "Elija una edición: un módulo local no tiene un texto de origen.",
  "The text has mistakes, so it was not published. The draft is kept.":
    "El texto tiene errores, así que no se publicó. El borrador se conserva.",
  'The module has no lesson "{}".': "El módulo no tiene ninguna lección «{1}».",
  "Correct what is named and send it again. Nothing was published.": "Corrija lo que se nombra y envíelo de nuevo. No se publicó nada.",
  "The module's texts have more than 250,000 characters together. Split it into two modules.":
    "Los textos del módulo suman más de 250,000 caracteres. Divídalo en dos módulos.",
  "Someone saved this draft while you were writing. Copy your text, reload to see theirs, and put in what is missing.":
    "Alguien guardó este borrador mientras usted escribía. Copie su texto, vuelva a cargar la página para ver el otro y añada lo que falte.",
  "Add a PDF, a picture, or a Word or PowerPoint file without macros; give anything else by its address.":
    "Agregue un PDF, una imagen, o un archivo de Word o PowerPoint sin macros; dé todo lo demás por su dirección.",
  "This edition is in force already. Go back to an earlier one instead; nothing is lost by it.":
    "Esta edición ya está vigente. Vuelva más bien a una anterior; con eso no se pierde nada.",
  "This is not the name of a module's file.": "Este no es el nombre de un archivo de un módulo.",
  "A file may have at most 60,000 characters.": "Un archivo puede tener 60,000 caracteres como máximo.",
  "Say in a few words what changes, for those who look back later.": "Diga en pocas palabras qué cambia, para quien lo mire después.",
  "Give the module a title.": "Dé un título al módulo.",
  "Write the full address, beginning with https://.": "Escriba la dirección completa, que empiece con https://.",
  "Say who made it.": "Diga quién lo hizo.",
  "Say in a sentence who gains what from it.": "Diga en una oración a quién le sirve y para qué.",
  "Say how long someone needs with it.": "Diga cuánto tiempo hace falta para ello.",
  "Give an address, or attach a file; one of the two.": "Dé una dirección o adjunte un archivo; una de las dos cosas.",
  "A recording needs captions and the address of a transcript, so that everyone can use it.":
    "Una grabación necesita subtítulos y la dirección de una transcripción, para que todos puedan usarla.",
};
