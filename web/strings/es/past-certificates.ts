import type { pastCertificateWords as english } from "../en-past-certificates.ts";
import { count, words } from "./words.ts";

const certificates = (n: number): string => count(n, "certificado", "certificados");

export const pastCertificateWords: typeof english = {
  title: "Certificados anteriores",
  link: "Registrar certificados anteriores",
  back: "Todas las certificaciones",
  lead: "Certificados que las personas obtuvieron antes, desde una hoja de cálculo. Cada uno conserva sus fechas. No se avisa a nadie, y usted ve todo antes de que se registre.",
  file: "El archivo, como CSV",
  fileHint:
    "Un certificado por fila: de quién es (correo del trabajo o identificador de la nómina), el título de la certificación, el día en que se emitió y su último día. Las horas, si las tiene.",
  fileMissing: "Primero elija un archivo.",
  look: "Ver el archivo",
  looking: "Leyendo…",
  columns: "Qué contiene cada columna",
  columnsLead: "Leído de los nombres de la primera fila. Cambie lo que no esté bien; la lista de abajo cambia también.",
  column: {
    email: "Correo del trabajo",
    "person id": "Identificador de la persona",
    certification: "Certificación",
    "issued on": "Emitido el",
    "expires on": "Último día",
    "clock hours": "Horas",
  },
  notInFile: "No está en este archivo",
  samples: (samples) => (samples.length === 0 ? "Ahí no hay nada." : `Por ejemplo: ${samples.join(" · ")}`),
  found: (n) => (n === 1 ? "Se registraría 1 certificado" : `Se registrarían ${certificates(n)}`),
  foundNone: "No se registraría nada nuevo.",
  known: (n) =>
    n === 1
      ? "1 certificado del archivo ya estaba registrado y queda como está."
      : `${certificates(n)} del archivo ya estaban registrados y quedan como están.`,
  more: (n) => `Y ${words.number(n)} más.`,
  name: "Persona",
  certification: "Certificación",
  issued: "Emitido",
  until: "Hasta",
  today: "Hoy",
  line: "Fila",
  problems: (n) => count(n, "fila no se puede usar", "filas no se pueden usar"),
  problemsLead: "Estas filas se dejan fuera. Corríjalas en el archivo y elíjalo de nuevo: lo ya registrado no se registra dos veces.",
  where: "Columna",
  what: "Qué está mal",
  enter: (n) => `Registrar ${certificates(n)}`,
  entering: "Registrando…",
  done: (n) => (n === 1 ? "Se registró 1 certificado. No se avisó a nadie." : `Se registraron ${certificates(n)}. No se avisó a nadie.`),
  begun: (n) =>
    n === 1 ? "Se está registrando 1 certificado. No se avisa a nadie." : `Se están registrando ${certificates(n)}. No se avisa a nadie.`,
  begunLead: "Puede salir de esta página: sigue por sí solo.",
  doneLead:
    "Están en la página y el expediente de cada persona, cada uno con una página pública, y cuentan para lo que pide un certificado vigente.",
  another: "Elegir otro archivo",
  imports: "Registrado antes",
  beingImported: (n, by, on) =>
    n === 1
      ? `Se está registrando 1 certificado; lo empezó ${by} el ${on}.`
      : `Se están registrando ${certificates(n)}; lo empezó ${by} el ${on}.`,
  imported: (n, by, on) => `${by} registró ${certificates(n)} el ${on}.`,
  cutShort: "Esto se interrumpió. Elija el mismo archivo otra vez para registrar el resto.",
  undo: "Deshacer",
  undoOf: (n, on) => `Deshacer: ${certificates(n)} del ${on}`,
  undoUntil: (day) => `Posible hasta el ${day}.`,
  undoTitle: "Deshacer esta importación",
  undoWhat: (n) =>
    n === 1
      ? "Se quita 1 certificado, con su página pública. No se avisa a nadie. Puede registrar el archivo otra vez cuando quiera."
      : `Se quitan ${certificates(n)}, con sus páginas públicas. No se avisa a nadie. Puede registrar el archivo otra vez cuando quiera.`,
  undoNone: "No se quitaría nada.",
  undoDo: (n) => `Quitar ${certificates(n)}`,
  takingBack: "Deshaciendo…",
  takenBack: "Deshecho. No se avisó a nadie.",
  undone: ({ takenBackByName = "", removed = 0, kept = 0 }) =>
    `Lo deshizo ${takenBackByName}: se quitaron ${words.number(removed)}, se quedaron ${words.number(kept)}.`,
  keeps: (n) => (n === 1 ? "Se queda 1 certificado" : `Se quedan ${certificates(n)}`),
  certificateLine: (name, title, from, until) => `${name}: ${title}, del ${from} al ${until}.`,
  because: {
    reliedOn: "Un certificado posterior o una solicitud se basa en él.",
    decided: "Desde entonces se revocó, se suspendió o se apeló.",
    asked: "A su titular se le pidió lo que cambió en él.",
    moved: "Pasó a otra cuenta al unir dos.",
  },
};
