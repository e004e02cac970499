import type { publishing as english } from "../en-publishing.ts";
import { count, list, words } from "./words.ts";

export const publishing: typeof english = {
  lead: "Primero ve a quiénes alcanza. No pasa nada hasta que usted confirme.",
  nothingTitle: "No hay nada que publicar",
  nothing: "No hay borrador. Cambie primero algo en el editor.",
  sameTitle: "No cambiaría nada",
  same: "El borrador dice exactamente lo que el personal lee hoy.",
  unsaved: "Primero se está guardando su texto.",
  unsavedTrouble: "Su texto todavía no está guardado, así que no se puede publicar. Abra el editor para ver por qué.",
  checking: "Revisando el texto…",
  mistakesTitle: "El texto tiene errores",
  mistakes: "Un texto con errores no se puede publicar. El borrador se conserva.",
  changes: "Qué cambia",
  newFile: "nuevo",
  goneFile: "quitado",
  toCompare: "Ver cada cambio",
  whom: "A quiénes alcanza",
  loadingPeople: "Buscando quiénes tienen este módulo…",
  newToAll: "Todavía nadie lo tiene: es nuevo. El personal lo recibe cuando usted lo asigne o lo ponga en una regla.",
  counts: (completed, begun, ahead) =>
    `${count(completed, "persona lo terminó", "personas lo terminaron")}, ${count(begun, "está en él", "están en él")} y ${count(ahead, "lo tiene", "lo tienen")} por delante.`,
  nobody: "Nadie tiene este módulo en su ruta.",
  stageCount: (n) => `${count(n, "persona", "personas")}.`,
  stages: {
    completed: "Lo terminaron: lo siguen teniendo terminado, con su fecha, su crédito y su certificado",
    begun: "Están en él: siguen con el texto nuevo, y lo que hicieron cuenta",
    ahead: "Lo tienen por delante: solo verán el texto nuevo",
  },
  cut: "Los nombres llegan hasta 200; los números cuentan a todas las personas.",
  when: "Cuándo",
  whens: { today: "Hoy, en cuanto usted confirme", later: "Otro día, más adelante" },
  day: "Día",
  dayNeeded: "Elija un día posterior a hoy.",
  again: "Lecciones para leer de nuevo",
  againWhich: "Pedir que la lea de nuevo a quien ya la había leído",
  againLead:
    "Solo se pide a quienes ya habían leído una lección, y solo de las lecciones que usted elija. Lo terminado y los certificados se conservan.",
  againNone: "No ha cambiado ninguna lección que alguien pueda haber leído, así que no hay nada que leer de nuevo.",
  find: "Buscar una lección",
  review: "Revisar y publicar",
  confirmTitle: "¿Publicar este borrador?",
  confirmToday: (n) => `El personal lee el texto nuevo desde ahora. Alcanza a ${count(n, "persona", "personas")}.`,
  confirmLater: (on, today, n) =>
    `El personal lee el texto nuevo desde el ${words.day(on, today)}. Hasta entonces usted puede retirarlo. Al día de hoy alcanza a ${count(n, "persona", "personas")}.`,
  confirmAgain: (titles) =>
    titles.length === 0
      ? "No se pide a nadie que lea algo de nuevo."
      : `A quienes las habían leído se les pide leer de nuevo: ${list(titles)}. Lo terminado y los certificados se conservan.`,
  confirm: (isToday) => (isToday ? "Publicar ahora" : "Programarlo"),
  publishing: "Publicando…",
  doneTitle: (number, isToday) => (isToday ? `La edición ${number} está vigente` : `La edición ${number} está programada`),
  doneToday:
    "El personal la lee desde este momento. El borrador es ahora una edición; la anterior sigue en la lista y se puede volver a ella.",
  doneLater: (on, today) =>
    `El personal la lee desde el ${words.day(on, today)}. Hasta entonces puede retirarla en el resumen. El borrador es ahora una edición.`,
  toOverview: "Al resumen",
  conflict: "Alguien cambió el borrador después de que usted lo miró. Mírelo de nuevo y publíquelo después.",
  conflictReload: "Mostrar el borrador como está ahora",
};
