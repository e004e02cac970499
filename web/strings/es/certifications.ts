import type { certificationWords as english } from "../en-certifications.ts";
import { t } from "./t.ts";
import { count, list, quoted, words } from "./words.ts";

const year = (rule: { eachYear?: boolean | undefined }): string => (rule.eachYear === true ? ", cada año" : "");

const seen = {
  practice: "de la práctica en el aula",
  session: "de una sesión de apoyo",
  teamMeeting: "de una reunión de equipo",
  fidelityReview: "de una revisión de fidelidad",
  training: "de una sesión de formación",
};
const made: Record<string, [string, string]> = {
  coachingCycle: ["ciclo de coaching", "ciclos de coaching"],
  fidelityRecord: ["registro de una revisión de fidelidad", "registros de revisiones de fidelidad"],
  communityOfPractice: ["sesión de comunidad de práctica", "sesiones de comunidad de práctica"],
  delivery: ["sesión de formación impartida", "sesiones de formación impartidas"],
  learnerOutcomes: ["resumen de cómo se recibió la práctica", "resúmenes de cómo se recibió la práctica"],
};

export const certificationWords: typeof english = {
  list: {
    title: "Certificaciones",
    lead: "Lo que pide cada certificado y cuánto dura. Su distrito decide; los certificados ya emitidos conservan aquello con lo que se obtuvieron.",
    name: "Certificación",
    offered: "Se ofrece",
    yes: "Sí",
    no: "Ahora no",
    reviewers: "Personas revisoras",
    holds: "Duración",
    years: (years) => count(years, "año", "años"),
    edition: "Edición",
    shipped: "Como viene",
    own: (edition) => `Su edición ${words.number(edition)}`,
  },

  rule: {
    observationKinds: {
      practice: "La práctica en clase",
      session: "Una sesión de apoyo",
      teamMeeting: "Una reunión de equipo",
      fidelityReview: "Una revisión de fidelidad",
      training: "Una sesión de formación",
    },
    pieceKinds: {
      coachingCycle: "Ciclo de coaching",
      fidelityRecord: "Registro de una revisión de fidelidad",
      communityOfPractice: "Sesión de comunidad de práctica",
      delivery: "Sesión de formación impartida",
      learnerOutcomes: "Resumen de cómo se recibió la práctica de sus participantes",
    },
    core: "Lecciones y comprobación de cada módulo común de la ruta de la persona",
    path: ({ role }) => `Lecciones y comprobación de toda la ruta: ${t.jobRoles[role]}`,
    modules: (titles) => `Lecciones y comprobación: ${list(titles)}`,
    changedModules: "Los módulos que cambiaron desde que se obtuvo el certificado",
    practice: (rule, titles) =>
      `${count(rule.count, "tarea práctica aceptada", "tareas prácticas aceptadas")}${titles.length > 0 ? `, de ${list(titles)}` : ""}${year(rule)}`,
    holds: (titles, months) =>
      `Uno de estos vigente${months === undefined ? "" : `, desde hace ${count(months, "mes", "meses")}`}: ${list(titles)}`,
    observations: (rule) =>
      `${count(rule.count, "observación", "observaciones")} ${seen[rule.observation]}, con ${words.percent(rule.percent)} o más${
        rule.daysApart === undefined ? "" : `, con ${count(rule.daysApart, "día", "días")} de diferencia`
      }${year(rule)}`,
    references: (rule) => `${count(rule.count, "recomendación", "recomendaciones")} de un colega, con ${words.percent(rule.percent)} o más`,
    pieces: (rule) => `${count(rule.count, ...(made[rule.piece] ?? ["pieza", "piezas"]))}, aceptado por una persona revisora${year(rule)}`,
    calibration: (rule) =>
      `${count(rule.samples, "muestra valorada", "muestras valoradas")} en coincidencia, con ${words.percent(rule.percent)} o más${year(rule)}`,
  },

  edit: {
    back: "Todas las certificaciones",
    offered: "Se puede obtener",
    offeredHint: "Desactivada, nadie nuevo puede obtenerla. Quien la tiene puede renovarla.",
    requirements: "La primera vez pide",
    renewal: "Una renovación pide",
    howOften: "Cuántas veces",
    percent: "Puntuación necesaria, en porcentaje",
    daysApart: "Días entre la primera y la última",
    remove: "Quitar",
    change: "Cambiarlo",
    whichRole: "La ruta de quién",
    whichModules: "Qué módulos",
    whichTasks: "Solo tareas de estos módulos; de cualquiera, si no elige ninguno",
    whichCertificates: "Qué certificados; basta con uno de ellos",
    whichObservation: "Qué se observa",
    whichPiece: "Qué pieza de trabajo",
    chooseOne: "Elija al menos uno.",
    forMonths: "Desde hace cuántos meses",
    eachYear: "Tantas veces en cada año del periodo, y no una vez en total",
    notWhole: "Algo que pide no está completo: elija al menos uno, y números desde 1.",
    add: "Añadir algo que pide",
    addAct: "Añadir",
    kinds: {
      practice: "Tareas prácticas aceptadas",
      observations: "Una observación",
      references: "Una recomendación",
      pieces: "Una pieza de trabajo",
      calibration: "Muestras valoradas en coincidencia",
      core: "Los módulos comunes",
      path: "Toda la ruta de un puesto",
      modules: "Ciertos módulos",
      holds: "Otro certificado",
      changedModules: "Los módulos que cambiaron",
    },
    validity: "Cuánto dura",
    basis: "Su último día se cuenta desde",
    bases: {
      completion: "El día en que se obtiene",
      lastExpiry: "Al renovar, el último día del periodo anterior",
      schoolYear: "Un día fijo del año",
    },
    basesHint: {
      completion: (on) =>
        `Cada renovación empieza a contar de nuevo. Como está guardado, uno obtenido hoy vale hasta el ${words.fullDate(on)}.`,
      lastExpiry: (on) => `Renovar antes no hace perder nada. Como está guardado, uno obtenido hoy vale hasta el ${words.fullDate(on)}.`,
      schoolYear: (on) => `Todos terminan el mismo día. Como está guardado, uno obtenido hoy vale hasta el ${words.fullDate(on)}.`,
    },
    years: "Años",
    endsOn: "El día fijo, como mes y día (06-30)",
    minimumMonths: "Ningún periodo más corto que, en meses",
    windowDays: "La renovación se abre, en días antes del último día",
    graceDays: "Aún se puede renovar, en días después del último día",
    hours: "Horas de formación que suele representar",
    from: "Desde",
    to: "Hasta",
    reviewers: "Cuántas personas revisoras deben aceptarla",
    reviewersHint: "Con ninguna se emite por sí sola en cuanto todo esté.",
    reason: "Por qué la cambia",
    reasonHint: "Queda registrado con esta edición.",
    reasonMissing: "Escriba una frase.",
    save: "Guardar como nueva edición",
    saving: "Guardando",
    saved: "Guardado. Vale para lo que se obtenga desde ahora.",
    what: "Guardar no cambia nada en los certificados ya emitidos. Las ventanas abiertas siguen abiertas.",
    differs: "Distinto de como viene",
    same: "Está como viene.",
    differences: {
      isOffered: "si se ofrece",
      requirements: "lo que pide la primera vez",
      renewal: "lo que pide una renovación",
      validity: "cuánto dura",
      typicalHours: "sus horas de formación",
      reviewers: "el número de personas revisoras",
    },
    editions: "Ediciones",
    editionsNone: "Nadie la ha cambiado todavía.",
    edition: (edition, by, on) => `Edición ${words.number(edition)}, ${by}, ${words.fullDate(on)}`,
  },

  trial: {
    look: "Ver quién estaría listo",
    starting: "Empezando",
    looking: "Mirando a todas las personas",
    nobody: "No cambiaría nada para nadie: con esto hay tantas personas listas como con lo guardado.",
    added: (total) => `${count(total, "persona tendría", "personas tendrían")} todo lo que pide y ahora no:`,
    removed: (total) =>
      `${count(total, "persona tiene", "personas tienen")} todo ahora y ya no lo tendría${total === 1 ? "" : "n"}. Los certificados que tienen quedan:`,
  },

  refresh: {
    title: "Pedir a quienes lo tienen lo que cambió",
    lead: "Para cambios desde que lo obtuvieron: lecciones que usted cambió y pidió leer de nuevo, o algo que esta certificación pide ahora. Se le pide solo a quien le toca, y solo esa parte. Sus certificados quedan como están.",
    dueOn: "Hágalo antes del",
    dueHint: "Un día después de hoy. Quien llegue más tarde no pierde nada.",
    look: "Ver a quién le toca",
    starting: "Empezando",
    looking: "Mirando a todas las personas que lo tienen",
    asking: "Pidiendo",
    none: "No cambió nada para nadie que lo tenga. No hay a quién pedirle.",
    who: (toAsk) => `Se le pediría a ${count(toAsk, "persona", "personas")}.`,
    asked: (toAsk) => `Hecho: se le pidió a ${count(toAsk, "persona", "personas")}. Lo encuentran junto a sus certificados.`,
    askedNone: "Hecho: a todas las personas a quienes les toca ya se les había pedido. No se escribió a nadie de nuevo.",
    caption: "A quién se le pediría, y qué",
    name: "Nombre",
    parts: "Qué se pide",
    more: (shown, all) => `Se muestran las primeras ${words.number(shown)} de ${words.number(all)}.`,
    leftOut: {
      upToDate: (n) => `${count(n, "persona no tiene", "personas no tienen")} nada que hacer: nada suyo cambió, o ya lo hicieron.`,
      asked: (n) => `A ${count(n, "persona", "personas")} ya se le pidió lo mismo.`,
      exempt: (n) => `${count(n, "persona está exenta", "personas están exentas")} de lo que cambió.`,
      away: (n) => `${count(n, "persona está ausente", "personas están ausentes")}. Mire de nuevo cuando vuelvan.`,
      leaving: (n) => `${count(n, "persona se va", "personas se van")} antes de ese día.`,
    },
    failed: (n) => `No se pudo mirar a ${count(n, "persona", "personas")}. La autocomprobación dice por qué.`,
    mail: "El correo que reciben",
    ask: (toAsk) => `Pedirlo a ${count(toAsk, "persona", "personas")}`,
  },

  person: {
    title: "Certificados",
    acts: { revoke: "Revocar", suspend: "Poner en suspenso", lift: "Terminar el suspenso" },
    actsOf: {
      revoke: (title) => `Revocar ${title}`,
      suspend: (title) => `Poner ${title} en suspenso`,
      lift: (title) => `Terminar el suspenso de ${title}`,
    },
    follows: {
      revoke: [
        "Desde hoy no está vigente, de forma definitiva. Su página pública y su insignia dicen que fue revocado.",
        "Se le avisa a la persona, lee su motivo y puede apelar en un plazo de 30 días: decide otra persona.",
        "No se borra nada. Puede obtenerlo de nuevo, con práctica nueva.",
      ],
      suspend: [
        "No está vigente hasta que usted termine el suspenso. Su página pública y su insignia dicen que está suspendido.",
        "Sus fechas quedan como están.",
      ],
      lift: ["Vale de nuevo desde hoy, con las fechas que tenía, aquí y en su página pública."],
    },
    reason: "Motivo",
    reasonHint: "Queda registrado. En una revocación lo lee la persona. No nombre a ningún estudiante.",
    reasonMissing: "Escriba una frase.",
    working: "Guardando",
    done: {
      revoke: "Revocado. Se le avisa a la persona, con su motivo.",
      suspend: "Puesto en suspenso.",
      lift: "El suspenso terminó. El certificado está vigente de nuevo.",
    },
    exception: "Emitir uno por excepción",
    exceptionTitle: (name) => `Emitir un certificado por excepción: ${name}`,
    exceptionLead:
      "Para lo que se obtuvo en otro lugar. El certificado dice de sí mismo que es una excepción, y su motivo queda registrado.",
    which: "Qué certificado",
    choose: "Elija uno",
    whichMissing: "Elija un certificado.",
    issue: "Emitirlo",
    issued: (title) => `Emitido: ${quoted(title)}`,
  },
};
