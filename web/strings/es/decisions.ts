import type { decisionWords as english } from "../en-decisions.ts";
import { count, list, quoted, sentenceCase, words } from "./words.ts";

export const decisionWords: typeof english = {
  ask: "Pedir más tiempo",
  askTitle: (title) => `Más tiempo para ${quoted(title)}`,
  askOn: "Para cuándo puede hacerlo",
  askReason: "Por qué lo necesita",
  askSend: "Enviar la solicitud",
  askText: "Decide su coach o la dirección de su escuela. Hasta entonces la fecha no cambia. Recibirá un correo con la respuesta.",
  asked: "Su solicitud va en camino. La respuesta estará aquí y en un correo.",
  waiting: ({ wishedOn = "" }, today) => `Se pidió más tiempo: hasta el ${words.date(wishedOn, today)}. Espera respuesta.`,
  declined: ({ byName = "", words: said = "" }) => `${byName} no dio más tiempo. ${quoted(said)}`,
  equivalent: ({ byName, evidence, until }) =>
    `Cuenta como hecho por formación previa${until === undefined ? "" : ` hasta el ${words.fullDate(until)}`}, según ${byName}: ${quoted(evidence)}`,
  exempt: ({ target, title, byName, reason, until }, today) => {
    const what = target.kind === "path" ? `la ruta completa ${quoted(title)}` : quoted(title);
    const how = until === undefined ? "" : ` hasta el ${words.date(until, today)}`;
    return `Sin obligación de ${what}${how}, según ${byName}: ${quoted(reason)}`;
  },
  exemptTitle: "Sin obligación de",
  sending: "Guardando…",
  queue: (n) => `${count(n, "solicitud", "solicitudes")} de más tiempo`,
  queueLine: (title, wishedOn, today) => `${title}, hasta el ${words.date(wishedOn, today)}`,
  queueAll: (n) => `Mostrar las ${n}`,
  queueWhy: (nearer, days, isOwn) => {
    const waited = days === 0 ? "pedido hoy" : `espera desde hace ${count(days, "día de contrato", "días de contrato")}`;
    if (isOwn) return sentenceCase(waited);
    if (nearer.length === 0) return `${sentenceCase(waited)}; nadie más cercano puede responder`;
    return `${sentenceCase(waited)}; ${list(nearer)} no ${nearer.length === 1 ? "ha" : "han"} respondido`;
  },
  answerShort: "Responder",
  answerOf: (name, title) => `a la solicitud de ${name} sobre ${quoted(title)}`,
  time: "Dar más tiempo",
  answer: "Responder la solicitud",
  timeTitle: (name, title) => `Más tiempo para ${name}: ${quoted(title)}`,
  theirReason: (reason) => `Su razón: ${quoted(reason)}`,
  dueOn: "Fecha nueva",
  say: "Con sus palabras",
  sayHint: "Lo lee en su ruta y en un correo.",
  grant: "Dar más tiempo",
  decline: "Dejar la fecha como está",
  granted: "Se dio más tiempo. La persona recibe un correo.",
  declinedDone: "Respondida. La persona recibe un correo.",
  waive: "Eximir",
  waiveTitle: (name, title) => `Eximir a ${name} de ${quoted(title)}`,
  waiveText:
    "Sale de su ruta, lo pida quien lo pida, y ninguna regla lo devuelve. Lo que hizo sigue registrado. Usted puede retirar esta decisión.",
  waivePath: "Eximir de una ruta completa",
  waivePathTitle: (name, title) => `Eximir a ${name} de ${title === undefined ? "una ruta completa" : `la ruta completa ${quoted(title)}`}`,
  waivePathText: "Ninguna regla lo devuelve. Lo que hizo sigue registrado. Usted puede retirar esta decisión en esta página, entera.",
  whichPath: "Ruta",
  leaves: (n, name) => `${count(n, "módulo sale", "módulos salen")} de la ruta de ${name}`,
  leavesDone: (n) => count(n, "módulo ya hecho: sigue registrado", "módulos ya hechos: siguen registrados"),
  stays: (n) => `${count(n, "módulo se queda", "módulos se quedan")}, porque otra cosa ${n === 1 ? "lo" : "los"} pide`,
  staysBy: (title, by) => (by.kind === "rule" ? `${title}: la regla ${quoted(by.name)}` : `${title}: asignado por ${by.name}`),
  leavesNothing: "Otra cosa pide también todo lo de esta ruta, así que eximir no cambiaría nada.",
  waivePathDo: (open) => (open === 0 ? "Eximir de la ruta" : `Eximir de ${count(open, "módulo", "módulos")}`),
  reason: "Razón",
  until: "Hasta, si no es para siempre",
  waived: "Decisión guardada. Puede retirarla en esta página.",
  equivalency: "Contar formación previa",
  equivalencyTitle: (name, title) => `Formación previa de ${name} para ${quoted(title)}`,
  equivalencyText: "Cuenta como hecho en su ruta. Aquí no es algo completado: no da crédito ni certificado.",
  evidence: "Qué fue y qué vio usted de ello",
  learnedOn: "Cuándo se aprendió",
  recorded: "Registrado. Puede retirarlo en esta página.",
  takeBack: "Retirar la decisión",
  takenBack: "Retirado. Ya no cuenta.",
};
