import type { FindingKind } from "./contract.ts";

const aMano = "Nada lo repara solo. Quien opera el sistema mira la fila y quién la escribió por última vez.";
const solo = "La reparación lo rehace, y también la noche siguiente.";

/** Los hallazgos en español. */
export const spanishFindings: Record<FindingKind, { title: string; remedy: string }> = {
  unknownRow: { title: "Una fila de un tipo que nadie declaró", remedy: aMano },
  unreadableRow: {
    title: "Una fila que no se puede leer",
    remedy: "Queda fuera de toda página y cifra. Quien opera el sistema la restaura de una copia o corrige el campo que se nombra.",
  },
  misplacedRow: { title: "Una fila que está donde su contenido no corresponde", remedy: aMano },
  foreignRow: {
    title: "Una fila que nombra a alguien o algo que no es de este distrito",
    remedy: "Si es de otro distrito, tómelo en serio: siga el manual sobre una posible filtración.",
  },
  unauditedFact: {
    title: "Un hecho que ningún registro de auditoría escribió tal como está",
    remedy:
      "Algo lo escribió o lo cambió sin pasar por la auditoría. Quien opera el sistema averigua qué fue; la fila nombra el registro de su último cambio debido.",
  },
  summaryDiffers: { title: "La fila de una persona en las cifras no es lo que dicen sus registros", remedy: solo },
  rollUpDiffers: { title: "Las cifras de una escuela no son la suma de sus filas", remedy: solo },
  weekDiffers: {
    title: "Una semana congelada no suma, o cambió después de congelarse",
    remedy:
      "Una semana se escribe una vez y no se puede rehacer. Quien opera el sistema la restaura de una copia y mira quién la escribió.",
  },
  ledgerDiffers: {
    title: "Lo que se le pide aprender a alguien no es lo que dicen las reglas",
    remedy: "Las reglas todavía se están aplicando, o se perdió un cambio. Abra la regla, mire la vista previa y guárdela de nuevo.",
  },
  membershipDiffers: {
    title: "La lista de una escuela no dice lo que dice el registro de una persona",
    remedy: "La próxima importación que cambie a la persona escribe las dos. Hasta entonces vale el registro de la persona.",
  },
  claimDiffers: {
    title: "Una dirección de correo no está reservada para quien la tiene",
    remedy: "No puede iniciar sesión por primera vez con esa dirección. La próxima importación que cambie a la persona la reserva.",
  },
  identityDiffers: { title: "Un inicio de sesión y la persona a la que está ligado no se nombran mutuamente", remedy: aMano },
  certificateDiffers: { title: "Un certificado no concuerda con los demás o con su página pública", remedy: aMano },
  badgeDiffers: {
    title: "La insignia de un certificado falta, no está firmada o no dice lo que es cierto de él",
    remedy: "La próxima noche congela, firma y anota lo que falta. Si sigue así, busque errores de la función que firma.",
  },
  outsideBadgeDiffers: {
    title: "Una insignia de otro emisor y lo que cuenta por ella no coinciden",
    remedy: aMano,
  },
  portfolioDiffers: {
    title: "Algo de un portafolio cuenta de otro modo de lo que se vio, se eligió o se decidió",
    remedy: aMano,
  },
  messageDiffers: {
    title: "Un mensaje está detenido, o en un estado al que la bandeja de salida no lleva",
    remedy: "El repaso de cada hora vuelve a intentarlo. Si sigue así, siga el manual sobre el correo.",
  },
  districtDiffers: { title: "La lista de distritos nombra uno que no está abierto", remedy: aMano },
  orphanRow: { title: "Filas de una persona que no está registrada", remedy: aMano },
};
