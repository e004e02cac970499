import type { reviewWords as english } from "../en-review.ts";
import { count, words } from "./words.ts";

export const reviewWords: typeof english = {
  levels: { notYet: "Todavía no", developing: "En desarrollo", meets: "Cumple", exemplary: "Ejemplar" },

  back: "Mi grupo",
  backSchool: "Revisiones pendientes",
  tabTitle: (name, practice) => `Revisar a ${name}: ${practice}`,
  sent: (on, today, n) => `${n === 1 ? "enviado" : `intento ${n}, enviado`} el ${words.date(on, today)}`,
  evidence: "Lo que envió",
  noText: "Sin texto; vea el archivo.",
  file: (name, bytes) =>
    `${name} (${bytes >= 1_000_000 ? `${words.number(Math.round(bytes / 100_000) / 10)} MB` : `${words.number(Math.max(1, Math.round(bytes / 1000)))} KB`})`,
  download: "Descargar",
  task: "La tarea",
  asked: "Lo que se pidió",
  earlier: (n) => count(n, "intento anterior", "intentos anteriores"),
  earlierTry: (n, on, today) => `Intento ${n}, enviado el ${words.date(on, today)}`,
  comment: "Su comentario",
  commentBy: (name, on, today) => `${name}, ${words.date(on, today)}`,
  expired: (on, today) =>
    `Vaciado el ${words.date(on, today)}: su distrito no guarda la evidencia por más tiempo. Lo que se decidió se queda.`,
  students:
    "Si en esto se puede reconocer a un estudiante, por un nombre, iniciales, una cara o detalles que solo corresponden a un niño, vacíelo abajo. No lo copie ni lo reenvíe.",
  purge: {
    title: "Se puede reconocer a un estudiante",
    hint: "El texto, el archivo y lo que se dijo de ellos desaparecen para siempre, aquí y en toda versión anterior; nadie puede recuperarlos. Queda constancia de que se envió, de quién lo vació y por qué. Se avisa a la persona y puede enviarlo de nuevo.",
    hintAccepted:
      "El texto, el archivo y lo que se dijo de ellos desaparecen para siempre, aquí y en toda versión anterior; nadie puede recuperarlos. Sigue aceptado.",
    reason: "Por qué, sin nombrar al estudiante",
    reasonNeeded: "Escriba una frase, para que la persona entienda por qué.",
    act: "Vaciarlo para siempre",
    working: "Vaciando…",
    done: (name, isTold) =>
      isTold
        ? `Vaciado. Se avisa a ${name} por correo.`
        : `Vaciado. No se envía correo a ${name}, que no está en su puesto o no tiene dirección; queda en su página.`,
    emptied: (name, on, today) => `Vaciado por ${name} el ${words.date(on, today)}: se podía reconocer a un estudiante.`,
  },
  form: "Su revisión",
  decided: "La revisión",
  noComment: "No se escribió ningún comentario.",
  commentEmptied: "Lo que se dijo de ella se vació también.",
  rubricHint:
    "«Cumple» en cada línea basta para aceptar. Valore el trabajo, no a la persona: esto es retroalimentación y nunca una evaluación.",
  progress: (done, total) => `${done} de ${count(total, "línea valorada", "líneas valoradas")}`,
  commentHint: "Diga qué funcionó y una cosa para probar la próxima vez. Lo que escribe se guarda en este dispositivo hasta que lo envíe.",
  commentNeeded: "Diga en una oración qué lo haría aceptable, para que el próximo intento salga bien.",
  levelNeeded: "Valore esta línea antes de aceptar.",
  levelNotYet: "Esta línea está en «Todavía no». Devuelva el trabajo con un comentario, o suba el nivel si se cumple.",
  notComplete: "Faltan algunas líneas para poder aceptar.",
  accept: "Aceptar",
  return: "Devolver con comentario",
  sending: "Enviando…",
  accepted: (name) => `Aceptado. ${name} recibe un correo.`,
  returned: (name) => `Devuelto. ${name} recibe un correo con su comentario.`,
  nextUp: "Aquí está el siguiente.",
  lastOne: "Era el último que esperaba.",
  decidedAccepted: (name, on, today) => `Lo aceptó ${name} el ${words.date(on, today)}`,
  decidedReturned: (name, on, today) => `Lo devolvió ${name} el ${words.date(on, today)}`,
  conflictTitle: "Alguien más se adelantó",
  conflictReload: "Mostrar su revisión",
  own: "Este es su propio trabajo. Lo revisa otra persona: su coach u otra persona de la dirección de su escuela.",
  unrated: "sin valorar",
};
