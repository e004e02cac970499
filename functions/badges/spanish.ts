import type { Sentences } from "../platform/sentences.ts";

/** What is said when a badge of another issuer cannot be added or decided, in Spanish. */
export const badgesSpanish: Sentences = {
  "There is no badge in this. Give the badge's own file or address, not a page about it or a picture of it.":
    "Aquí no hay ninguna insignia. Dé el archivo o la dirección de la propia insignia, no una página sobre ella ni una imagen.",
  "This badge was issued here. It counts already, as the certificate it belongs to.":
    "Esta insignia se emitió aquí. Ya cuenta, como el certificado al que pertenece.",
  "This badge is on the record of somebody else here. One badge counts for one person.":
    "Esta insignia está en el expediente de otra persona de aquí. Una insignia cuenta para una sola persona.",
  "Choose the badge's file, paste what is in it, or give its address.":
    "Elija el archivo de la insignia, pegue lo que contiene o dé su dirección.",
  "Nothing could be read at this address. Check it, or add the badge as a file.":
    "No se pudo leer nada en esta dirección. Compruébela, o agregue la insignia como archivo.",
  "Nothing could be read there.": "No se pudo leer nada ahí.",
  "This is written like a badge and is none. Nothing was added.": "Está escrito como una insignia y no lo es. No se agregó nada.",
  "This is not what its issuer signed: it was altered, or somebody else made it. Nothing was added.":
    "Esto no es lo que firmó quien la emitió: se alteró, o lo hizo otra persona. No se agregó nada.",
  "Its issuer has withdrawn this badge. Nothing was added.": "Quien emitió esta insignia la retiró. No se agregó nada.",
  "Its signature could not be checked, because its issuer's keys could not be read. Try again later. Nothing was added.":
    "No se pudo comprobar su firma, porque no se pudieron leer las claves de quien la emitió. Inténtelo más tarde. No se agregó nada.",
  "This badge is larger than 100,000 characters. Ask its issuer for it as a .jwt file.":
    "Esta insignia tiene más de 100,000 caracteres. Pídala como archivo .jwt a quien la emitió.",
  "This badge was decided or looked at again a moment ago. Reload to see how it stands.":
    "Esta insignia se decidió o se volvió a comprobar hace un momento. Vuelva a cargar la página para ver cómo está.",
  "Its issuer does not stand behind this badge today. Check it again, or say that it does not count.":
    "Quien emitió esta insignia no responde por ella hoy. Compruébela de nuevo, o diga que no cuenta.",
  "Choose at least one module or certificate that it counts for.": "Elija al menos un módulo o certificado para el que cuenta.",
  "Choose modules from the list; one of these is not in the catalogue.": "Elija módulos de la lista; uno de estos no está en el catálogo.",
  "Choose certificates from the list; one of these does not exist.": "Elija certificados de la lista; uno de estos no existe.",
  "This badge has run out. It can count for modules, but not as a certificate that is held.":
    "Esta insignia caducó. Puede contar para módulos, pero no como un certificado que se tiene.",
  "Whether this badge is good today could not be looked at. Check it again before it counts as a certificate.":
    "No se pudo comprobar si esta insignia es válida hoy. Compruébela de nuevo antes de que cuente como certificado.",
  "You have had as many badges looked at as can be in an hour. Try again in an hour. Nothing was added.":
    "Ya se comprobaron para usted tantas insignias como se puede en una hora. Inténtelo de nuevo dentro de una hora. No se agregó nada.",
  "It is signed or written in a way that is not known here. Ask its issuer for it as a .jwt file. Nothing was added.":
    "Está firmada o escrita de una forma que aquí no se conoce. Pídala como archivo .jwt a quien la emitió. No se agregó nada.",
  "Choose today or a day after it.": "Elija hoy o un día posterior.",
  "Write a sentence, so that the holder can follow why.": "Escriba una oración, para que la persona titular entienda por qué.",
};
