import type { blocks as english } from "../en-blocks.ts";
import { count, list, quoted, words } from "./words.ts";

export const blocks: typeof english = {
  check: "Revisar mis respuestas",
  checkOne: "Revisar esta tarjeta",
  show: "Mostrar las respuestas",
  hide: "Ocultar las respuestas",
  startOver: "Empezar de nuevo",
  cleared: "Todo está borrado. Puede empezar otra vez.",
  shown: "Las respuestas están ahora debajo de cada pregunta.",
  hidden: "Las respuestas están ocultas.",
  kept: "Lo que elige queda solo en este dispositivo. No se envía, no se califica y nadie más lo ve.",
  nothingChosen: "Primero elija una respuesta; después, revísela.",
  result: (right, checked, open) =>
    [
      right === checked
        ? checked === 1
          ? "Correcto."
          : `Las ${words.number(checked)} son correctas.`
        : `${words.number(right)} de ${count(checked, "correcta", "correctas")}.`,
      ...(right < checked ? ["Lea el porqué debajo de cada una y cambie lo que quiera."] : []),
      ...(open > 0 ? [`${count(open, "pregunta sigue", "preguntas siguen")} sin respuesta.`] : []),
    ].join(" "),

  sort: {
    right: "Correcto:",
    other: "Mejor en:",
    answer: "Va en:",
  },

  decide: {
    question: "Su decisión",
    right: "Esta decisión se sostiene",
    other: "Otra decisión se sostiene mejor",
    result: (isRight) =>
      `${isRight ? "Esta decisión se sostiene." : "Otra decisión se sostiene mejor."} Lea el porqué debajo de las opciones.`,
    best: "La decisión que se sostiene:",
    others: "Por qué no las demás",
  },

  statement: {
    soFar: "Su enunciado hasta ahora",
    blank: "(sin elegir)",
    right: "Preciso",
    other: "Todavía no es preciso",
    precise: "Las palabras precisas:",
    complete: "Cada parte es precisa. Alguien que no estuvo allí podría comprobarla.",
  },

  score: {
    scores: { done: "Hecho", partly: "En parte", notDone: "No hecho", notApplicable: "No corresponde" },
    same: (score) => `Igual que la muestra: ${score}`,
    other: (score) => `La muestra dice: ${score}`,
    result: (same, scored, total) =>
      [
        `Coincide con la muestra en ${words.number(same)} de ${count(scored, "paso", "pasos")}.`,
        ...(scored < total ? [`${count(total - scored, "paso no tiene", "pasos no tienen")} puntuación.`] : []),
      ].join(" "),
    byYou: "Hecho, según usted",
    bySample: "Hecho, según la muestra",
    share: (done, applicable, percent) => `${words.percent(percent)} (${words.number(done)} de ${words.number(applicable)})`,
    unknown: "Puntúe primero todos los pasos",
    noneApplies: "Ningún paso correspondía",
    rule: "El porcentaje son los pasos hechos entre los pasos que correspondían. «En parte» cuenta aquí como no hecho; algunas listas dan medio punto. Use una sola regla y déjela por escrito.",
  },

  graph: {
    title: (series, label) => `${list(series)}, por ${quoted(label)}`,
    from: (series, first, at, last, end) => `${series}: de ${first} (${at}) a ${last} (${end}).`,
    gaps: (n) => `${count(n, "lugar no tiene", "lugares no tienen")} valor y ${n === 1 ? "queda vacío" : "quedan vacíos"}.`,
    begins: (value) => `La escala empieza en ${value}.`,
  },
};
