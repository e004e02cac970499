import type { study as english } from "../en-study.ts";
import { count, list, quoted, words } from "./words.ts";

const languages: Record<Parameters<(typeof english)["notTranslated"]>[0], string> = { en: "inglés", es: "español" };

export const study: typeof english = {
  rubricLevels: { notYet: "Todavía no", developing: "En desarrollo", meets: "Cumple", exemplary: "Ejemplar" },

  notTranslated: (language) => `Este módulo todavía no está traducido. Se muestra en ${languages[language]}.`,

  module: {
    back: "Mi ruta",
    eyebrow: (minutes) => `Módulo · ${words.minutes(minutes)} de crédito al terminarlo`,
    begin: "Empezar con la lección 1",
    continueLesson: (number, title) => `Continuar: lección ${number}, ${title}`,
    toCheck: "Hacer la comprobación",
    toPractice: "Ir a la tarea práctica",
    readComment: "Leer el comentario de su coach",
    waiting: "Su práctica espera una revisión. Le escribiremos cuando llegue la respuesta.",
    completed: (on, today, minutes) =>
      `Terminó este módulo el ${words.date(on, today)} y ganó ${words.minutes(minutes)} de crédito. Puede leerlo de nuevo cuando quiera.`,
    prerequisites: (titles) => `Este módulo se apoya en ${list(titles.map(quoted))}. En ese orden le servirá más.`,
    objectives: "Al terminar podrá",
    steps: "Pasos",
    lesson: (number) => `Lección ${number}`,
    minutes: (minutes) => words.minutes(minutes),
    done: "Terminado",
    waitingToSend: "Terminado, guardado en este dispositivo",
    check: "Comprobación de conocimientos",
    checkLine: (draw, minutes) =>
      `${count(draw, "situación", "situaciones")}, cerca de ${words.minutes(minutes)}; con todos los intentos que quiera`,
    checkPassed: (percent) => (percent === undefined ? "Aprobada" : `Aprobada con ${words.percent(percent)}`),
    checkTried: (attempts, best) =>
      `${count(attempts, "intento", "intentos")} hasta ahora, el mejor ${words.percent(best)}; se aprueba con ${words.percent(80)}`,
    practice: "Práctica en su trabajo",
    practiceStates: {
      none: (minutes) => `Cerca de ${words.minutes(minutes)} de escritorio; lo demás ocurre en su día normal`,
      submitted: "Enviada; espera una revisión",
      returned: "Devuelta con un comentario",
      accepted: "Aceptada",
    },
    references: "De dónde viene esto",
    changed: "Cambió desde que lo leyó",
  },

  readAgain: {
    title: (n) => `${count(n, "lección cambió", "lecciones cambiaron")} desde que ${n === 1 ? "la" : "las"} leyó`,
    lead: "Su distrito le pide que lea lo que cambió. Todo lo que completó sigue completo, con su fecha y su crédito.",
    lesson: (title, minutes) => `${title}, cerca de ${words.minutes(minutes)}`,
  },

  jobAid: {
    link: "Ficha de apoyo: una página para imprimir",
    eyebrow: "Ficha de apoyo",
    tabTitle: (title, module) => `${title} · ${module}`,
    lead: "Una página para imprimir y tener a mano mientras trabaja.",
    print: "Imprimir esta página",
  },

  lesson: {
    tabTitle: (lesson, module) => `${lesson} · ${module}`,
    place: (number, total, minutes) => `Lección ${number} de ${total} · cerca de ${words.minutes(minutes)}`,
    progress: "Lecciones terminadas en este módulo",
    progressText: (done, total) => `${done} de ${total} terminadas`,
    outline: "En este módulo",
    navigation: "Lecciones",
    done: "Marcar como terminada y continuar",
    doneLast: "Marcar como terminada e ir a la comprobación",
    next: (title) => `Siguiente: ${title}`,
    nextCheck: "Siguiente: la comprobación de conocimientos",
    continueTo: "Continuar",
    previous: (title) => `Volver a: ${title}`,
    marked: (title) => `${quoted(title)} está terminada.`,
    alreadyDone: "Ya terminó esta lección.",
    changed: "Su distrito cambió esta lección desde que usted la leyó. Léala de nuevo, por favor; lo que completó sigue completo.",
    doneAgain: "La leí de nuevo",
    markedAgain: (title) => `Anotado: leyó de nuevo ${quoted(title)}.`,
  },

  check: {
    title: "Comprobación de conocimientos",
    intro: (draw, minutes) =>
      `${count(draw, "situación corta", "situaciones cortas")} de escuelas reales, cerca de ${words.minutes(minutes)}.`,
    how: [
      "Elija lo que haría. Cada respuesta vuelve con una explicación.",
      `Se aprueba con ${words.percent(80)}. Puede intentarlo cuantas veces quiera, cada vez con otras situaciones; solo cuenta el mejor resultado.`,
      "Las respuestas se guardan mientras avanza, así que puede parar y volver.",
    ],
    lessonsFirst: (left) =>
      `${count(left, "lección sigue pendiente", "lecciones siguen pendientes")}. Puede hacer primero la comprobación, pero las dos cosas son necesarias.`,
    start: "Empezar",
    resume: "Continuar donde me quedé",
    startAgain: "Intentar de nuevo con otras situaciones",
    starting: "Abriendo…",
    passed: (percent) =>
      percent === undefined ? "Ya aprobó esta comprobación." : `Ya aprobó esta comprobación con ${words.percent(percent)}.`,
    tried: (best) =>
      `Su mejor resultado hasta ahora es ${words.percent(best)}; se aprueba con ${words.percent(80)}. El próximo intento tiene otras situaciones.`,
    question: (number, total) => `Situación ${number} de ${total}`,
    tabTitle: (number, total, module) => `Situación ${number} de ${total} · ${module}`,
    progress: "Situaciones respondidas",
    progressText: (done, total) => `${done} de ${total} respondidas`,
    next: "Siguiente",
    previous: "Atrás",
    toReview: "Repasar mis respuestas",
    kept: "Respuesta guardada",
    keptHere: "Respuesta guardada en este dispositivo",
    reviewTitle: "Repase sus respuestas",
    reviewLead: "Cambie lo que quiera y después entréguela.",
    yourAnswer: "Su respuesta",
    noAnswer: "Sin responder",
    change: (number) => `Cambiar la situación ${number}`,
    changeShort: "Cambiar",
    answerShort: "Responder",
    answer: (number) => `Responder la situación ${number}`,
    missing: (numbers) =>
      `Responda primero ${numbers.length === 1 ? "la situación" : "las situaciones"} ${list(numbers.map(String))} y después entréguela.`,
    submit: "Entregar",
    submitting: "Entregando…",
    arrived: (percent, isPassed) =>
      isPassed
        ? `Su comprobación llegó: aprobada con ${words.percent(percent)}.`
        : `Su comprobación llegó: ${words.percent(percent)}, todavía sin aprobar.`,
    waitingTitle: "Entregada en este dispositivo",
    waiting:
      "No hay conexión. Sus respuestas se guardan aquí y se envían solas cuando la haya; entonces verá el resultado. Puede seguir adelante.",
    waitingTakeBack: "Cambiar mis respuestas",
    passedTitle: (right, total) => `Aprobada: ${right} de ${total}`,
    failedTitle: (right, total) => `Todavía no: ${right} de ${total}`,
    passedLead: "Lea lo que enseñó cada respuesta y después llévelo a su propio entorno.",
    failedLead: "Lea las explicaciones de abajo. Son el camino más corto al próximo intento, que tiene otras situaciones.",
    right: "Correcto",
    wrong: "No del todo",
    better: "Lo que funciona mejor",
    answers: "Sus respuestas, explicadas",
    toPractice: "Seguir a la tarea práctica",
    toLessons: "Leer las lecciones de nuevo",
    toLessonsLeft: "Terminar las lecciones",
  },

  practice: {
    tabTitle: (title, module) => `${title} · ${module}`,
    eyebrow: "Práctica en su trabajo",
    minutes: (minutes) => `Cerca de ${words.minutes(minutes)} de escritorio. Lo demás ocurre en su día normal de trabajo.`,
    task: "Qué hacer",
    evidence: "Qué enviar",
    rubric: "En qué se fija su coach",
    rubricLead: "«Cumple» en cada línea es suficiente. Su coach ve la misma tabla.",
    criterion: "Lo que cuenta",
    chosen: "Lo que eligió su coach",
    toForm: "Escribir la próxima versión",
    purged: (name, on, today, reason) =>
      `${name} vació esto el ${words.date(on, today)}, porque se podía reconocer a un estudiante: ${quoted(reason)} El texto y el archivo desaparecieron para siempre.`,
    expired: (on, today) =>
      `Vaciado el ${words.date(on, today)}: su distrito no guarda la evidencia por más tiempo. Lo que se decidió se queda.`,
    form: "Envíe su evidencia",
    formAgain: "Envíela de nuevo",
    onceMore: "Hacer esta tarea una vez más",
    onceMoreHint:
      "La renovación de un certificado puede pedir tareas hechas después de su emisión. Este módulo sigue completado; su crédito cuenta una sola vez.",
    formOnceMore: "Envíe lo que hizo esta vez",
    text: "Lo que hizo y lo que vio",
    textHint: "Escriba aquí, adjunte un archivo, o las dos cosas. Lo que escribe se guarda en este dispositivo hasta que lo envíe.",
    textOnlyHint: "Lo que escribe se guarda en este dispositivo hasta que lo envíe.",
    textNeeded: "Escriba unas oraciones o adjunte un archivo.",
    textOnlyNeeded: "Escriba unas oraciones sobre lo que hizo.",
    file: "Un archivo",
    fileNeeded: "Adjunte un archivo.",
    noStudents: "No se puede reconocer a ningún estudiante en lo que envío",
    noStudentsHint:
      "Sin nombres, iniciales, caras, números de identificación ni detalles que solo correspondan a un niño. Hable de grados y grupos.",
    noStudentsNeeded: "Confirme que no se puede reconocer a ningún estudiante en su evidencia.",
    submit: "Enviar para revisión",
    submitting: "Enviando…",
    sent: "Enviado. Le escribiremos cuando se haya revisado.",
    arrived: "La evidencia de su práctica llegó y espera una revisión.",
    waitingTitle: "Entregado en este dispositivo",
    waiting: "No hay conexión. Su texto se guarda aquí y se envía solo para revisión cuando la haya.",
    waitingTakeBack: "Cambiar mi texto",
    fileOffline:
      "Un archivo necesita conexión. Su texto se queda en esta página; envíe los dos cuando haya conexión, o quite el archivo para entregar el texto ahora.",
    submittedTitle: (on, today) => `Enviado el ${words.date(on, today)}; ahora lo tiene su coach`,
    submitted: "No tiene nada que hacer hasta que llegue la respuesta. Mientras tanto puede seguir con el próximo módulo.",
    sentTitle: (on, today) => `Enviado el ${words.date(on, today)}`,
    noCoach: "La dirección de su escuela puede revisarlo; todavía no se le ha asignado un coach.",
    returnedTitle: (name) => `${name} lo devolvió con un comentario`,
    acceptedTitle: (name) => `Aceptado por ${name}`,
    acceptedNoReviewer: "Aceptado",
    accepted: (minutes) => `Esta práctica está completa. ${minutes > 0 ? `Ganó ${words.minutes(minutes)} de crédito.` : ""}`,
    comment: "Comentario",
    levels: "Cómo se valoró cada línea",
    yours: "Lo que envió",
    submission: (n, on, today) => `Intento ${n}, ${words.date(on, today)}`,
    earlier: (n) => count(n, "intento anterior", "intentos anteriores"),
    file1: (name, kilobytes) =>
      `${name} (${kilobytes >= 1000 ? `${words.number(Math.round(kilobytes / 100) / 10)} MB` : `${words.number(kilobytes)} KB`})`,
    contentFirst:
      "La mayoría hace esto después de las lecciones y la comprobación. Puede enviarlo ahora; para completar el módulo hacen falta las tres cosas.",
    toPath: "Volver a mi ruta",
  },
};
