import type { ReportWords } from "./report-words.ts";

const cuenta = (n: number, uno: string, varios: string): string => `${n.toLocaleString("es-US")} ${n === 1 ? uno : varios}`;

/** El informe para la junta en español. */
export const spanishReport: ReportWords = {
  locale: "es-US",
  title: "Con qué podemos contar",
  subject: "Informe para la junta sobre el aprendizaje y la práctica de los adultos en MTSS, escuela por escuela",
  levels: { elementary: "Primaria", middle: "Intermedia", high: "Secundaria", district: "Oficina del distrito" },
  roles: {
    teacher: "Docente",
    interventionist: "Especialista en intervención",
    specialEducator: "Docente de educación especial",
    counselor: "Consejería o trabajo social",
    psychologist: "Psicología escolar",
    paraprofessional: "Paraprofesional",
    schoolAdministrator: "Dirección escolar",
    coach: "Coach de MTSS",
    districtLeader: "Liderazgo del distrito",
    dataCoordinator: "Coordinación de datos",
  },
  allSchools: "todas las escuelas",
  allRoles: "todos los puestos",
  asOf: (time) => `Al ${time}`,
  frozen: (date) => `Tal como quedaron fijadas las cifras el ${date}; nada en ellas se calculó de nuevo.`,
  view: (level, role) => `En este informe: ${level}; ${role}. No contiene ninguna cifra sobre un grupo de menos de cinco personas.`,
  summary: "En resumen",
  headline: (title, rate) => `${title}: ${rate}.`,
  score: (score, isHigherBetter) =>
    isHigherBetter
      ? `Elija dos de nuestras escuelas al azar: en promedio, la más débil está en ${score}. Ese es el piso común.`
      : `Elija dos de nuestras escuelas al azar: en promedio, la más atrasada está en ${score}. Aquí, menos es mejor.`,
  levelAndGap: (level, gap) =>
    `El nivel, el promedio de nuestras escuelas, es ${level}; la brecha, la diferencia media entre dos escuelas, es de ${gap}.`,
  bounds: ({ known, schools }, lower, upper) =>
    `Se conocen ${known} de ${cuenta(schools, "escuela", "escuelas")}. Sean como sean las demás, el piso común está entre ${lower} y ${upper}.`,
  noScore: "Se conocen muy pocas escuelas para un piso común.",
  change: ({ verdict, schools, up, down }, since, [then, now]) => {
    const dicho = {
      closer: "Las escuelas se acercaron entre sí",
      apart: "Las escuelas se alejaron entre sí",
      noClearChange: "Sin un cambio claro",
      unknown: "No se sabe",
    }[verdict];
    return `${dicho} desde el ${since}: la brecha pasó de ${then} a ${now} en ${cuenta(schools, "escuela conocida", "escuelas conocidas")} las dos veces; ${up} subieron, ${down} bajaron.`;
  },
  noChange: "En una semana anterior se conocen muy pocas escuelas para decir si se acercaron entre sí.",
  changeRule:
    "Se habla de un cambio solo cuando la brecha se movió 5 puntos o más y dos tercios de las escuelas se movieron en el mismo sentido.",
  support: (n) =>
    n === 0
      ? "Ninguna escuela está muy por detrás de las demás en una cifra que se pueda mostrar."
      : `${cuenta(n, "escuela necesita", "escuelas necesitan")} apoyo primero; abajo se nombra cada una, con el porqué.`,
  inReview: (n) =>
    n === 0
      ? "Ninguna práctica espera revisión."
      : `${cuenta(n, "tarea práctica espera", "tareas prácticas esperan")} revisión: ni aceptadas ni faltantes.`,
  figures: "Las cifras",
  figure: "Cifra",
  share: "Proporción",
  counted: "Se cuentan",
  outOf: "De un total de",
  leftOut: "Sin",
  leftOutOf: (people, schools) => `${cuenta(people, "persona", "personas")} en ${cuenta(schools, "escuela oculta", "escuelas ocultas")}`,
  nothing: "todavía no hay nada que contar",
  hidden: "oculta",
  coded: (bound, percent) => (bound === "atLeast" ? `${percent} o más` : `${percent} o menos`),
  notShown: "no se muestra",
  even: "Qué tan parejo es",
  spreadCaption: (title) => `${title}: cada punto es una escuela`,
  spreadAlt: (title, known, lowest, highest, unknown) =>
    `${title} en una escala de 0 a 100 por ciento, un punto por escuela: ${cuenta(known, "escuela", "escuelas")} de ${lowest} a ${highest}${unknown === 0 ? "" : `; ${cuenta(unknown, "escuela está oculta o no se conoce", "escuelas están ocultas o no se conocen")} y no se dibuja`}. La tabla de abajo tiene todas las escuelas.`,
  levelMark: "nivel",
  scoreMark: "piso común",
  schools: "Escuela por escuela",
  schoolsCaption: (part, parts) => (parts === 1 ? "Escuelas, por nombre" : `Escuelas, por nombre: parte ${part} de ${parts}`),
  school: "Escuela",
  level: "Nivel",
  staff: "Personal activo",
  known: "Conocido",
  knownOf: ({ known, of }) => `${known} de ${of}`,
  roleGap: "Brecha entre puestos",
  points: (value) => `${value} ${value === "1" ? "punto" : "puntos"}`,
  supportTitle: "Quién necesita apoyo primero, y por qué",
  supportLead:
    "Las escuelas aparecen por nombre. Es un lugar para preguntar primero qué lo impide; no es un veredicto ni una clasificación.",
  why: "Por qué",
  behind: (title, rate, distance, level) => `${title}: ${rate}, a ${distance} del nivel de las escuelas, ${level}`,
  gapBetween: (low, lowShare, high, highShare) => `Al día, por puesto: ${low} en ${lowShare}, ${high} en ${highShare}`,
  byRole: "Por puesto",
  role: "Puesto",
  trend: "Semana a semana",
  trendAlt: (title, weeks, first, last) =>
    `${title} durante ${cuenta(weeks, "semana", "semanas")}, de ${first} a ${last}. La tabla de abajo tiene todas las semanas.`,
  week: "Semana del",
  countOnIt: "Piso común",
  unknown: "no se conoce",
  out: "Quién queda fuera y qué está oculto",
  nobodyOut: "Nadie queda fuera de las cifras.",
  smallNumbers:
    "“Oculta” aparece donde hay menos de cinco personas detrás de una cifra, o donde mostrarla revelaría una cifra así. Con menos de veinte personas, una proporción del 95 por ciento o más, o del 5 por ciento o menos, se dice solo así y sin su recuento.",
  definitions: "Cómo se calcula cada cifra",
  definitionsLead: "Las páginas del producto, sus exportaciones y este informe usan las mismas definiciones.",
  question: "Pregunta",
  numerator: "Se cuentan",
  denominator: "De un total de",
  window: "Cuándo",
  excluded: "Quedan fuera",
  missing: "Donde falta algo",
  version: "Versión",
  scoreDefinition:
    "Piso común: el promedio, entre todos los pares de escuelas, de la más baja de las dos; es decir, el nivel menos la mitad de la brecha. Cada escuela cuenta una vez. Una escuela sin cifra no se conoce y nunca se supone: los límites son el piso común con lo desconocido en 0 y en 100.",
  foot: (page, pages, name, asOf) => `${name} · ${asOf} · página ${page} de ${pages}`,
};
