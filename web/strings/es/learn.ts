import type { learn as english } from "../en-learn.ts";
import { count, list, quoted, sentenceCase, words } from "./words.ts";

const lessonsOf = (done: number, total: number) => `${done} de ${count(total, "lección terminada", "lecciones terminadas")}`;

export const learn: typeof english = {
  states: {
    notStarted: "Sin empezar",
    started: "En marcha",
    contentComplete: "Sigue la práctica",
    practiceSubmitted: "Espera revisión",
    practiceReturned: "Devuelto para usted",
    completed: "Terminado",
  },

  myPath: {
    title: "Mi ruta",
    summary: (done, total, creditMinutes, minutesLeft) =>
      [
        `${done} de ${count(total, "paso terminado", "pasos terminados")}`,
        ...(creditMinutes > 0 ? [`${words.creditHours(creditMinutes)} de crédito`] : []),
        ...(minutesLeft > 0 ? [`${words.aboutMinutes(minutesLeft)} más`] : []),
      ].join(" · "),
    nextStep: "Su próximo paso",
    steps: "Todos los pasos",
    due: (dueOn, today) => sentenceCase(words.due(dueOn, today)),
    timeLeft: (minutes) => sentenceCase(words.aboutMinutes(minutes)),
    timeLeftStarted: (minutes) => `${sentenceCase(words.aboutMinutes(minutes))} más`,
    overdue: "Esta fecha ya pasó, y no importa: cuenta por completo cuando lo haga. Unos minutos hoy son un buen comienzo.",
    inGrace: "Usted acaba de llegar. En sus primeros 45 días nada cuenta como atrasado.",
    stateLine: ({ state, lessonsDone, lessonCount, minutes }) => {
      if (state === "notStarted")
        return `${count(lessonCount, "lección", "lecciones")}, una comprobación corta y una tarea práctica · ${words.minutes(minutes)}`;
      if (state === "started")
        return lessonsDone < lessonCount
          ? lessonsOf(lessonsDone, lessonCount)
          : "Lecciones terminadas; sigue la comprobación de conocimientos";
      if (state === "contentComplete") return "Lecciones y comprobación terminadas; sigue la tarea práctica";
      if (state === "practiceSubmitted" && lessonsDone < lessonCount)
        return `Su práctica espera una revisión; ${lessonsOf(lessonsDone, lessonCount)}`;
      if (state === "practiceSubmitted") return "Su práctica espera una revisión. No hay nada que hacer hasta que llegue la respuesta";
      if (state === "practiceReturned") return "Su coach escribió qué falta para completarla";
      return "Terminado";
    },
    done: (on, today, minutes) => `Terminado el ${words.date(on, today)} · ${words.minutes(minutes)} de crédito`,
    opensAfter: (titles) => `Mejor después de ${list(titles.map(quoted))}`,
    action: ({ state, lessonsDone, lessonCount }) => {
      if (state === "notStarted") return "Empezar";
      if (state === "started") return lessonsDone < lessonCount ? `Continuar con la lección ${lessonsDone + 1}` : "Hacer la comprobación";
      if (state === "contentComplete") return "Ir a la tarea práctica";
      if (state === "practiceReturned") return "Leer el comentario e intentar de nuevo";
      return "Volver a ver";
    },
    current: "Está aquí",
    goal: "Su certificado",
    goalText: "Vea qué pide y cuánto le falta",
    emptyTitle: "En este momento no tiene nada asignado",
    empty:
      "Cuando su distrito, su coach o la dirección de su escuela le asigne una ruta, el primer paso aparecerá aquí con su fecha y su razón. Puede cerrar esta página.",
    allDoneTitle: "Todo lo de su ruta está terminado",
    allDone: "Gracias. Lo que practicó es con lo que pueden contar sus estudiantes y sus colegas.",
    withCoachTitle: "Su práctica espera una revisión",
    withCoach: "Usted ya envió todo lo que correspondía. Le escribiremos cuando llegue la respuesta.",
    seeCertificates: "Ver mis certificados",
  },

  why: {
    summary: "¿Por qué a mí y por qué esta fecha?",
    short: ({ origin, targetTitle }) =>
      origin.kind === "rule"
        ? `Parte de ${quoted(targetTitle)}, que su distrito da a su puesto`
        : `${origin.name} le pidió que hiciera esto`,
  },
};
