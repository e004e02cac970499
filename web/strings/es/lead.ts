import type { lead as english } from "../en-lead.ts";
import { count, locale, words } from "./words.ts";

type Value = Parameters<(typeof english)["rate"]>[0];
type Counts = Parameters<(typeof english)["ofCount"]>[0];

const levels: (typeof english)["levels"] = {
  elementary: "Primaria",
  middle: "Intermedia",
  high: "Secundaria",
  district: "Oficina del distrito",
};

const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
/** Percents of schools, to one decimal where there is one: the same figures as in the export. */
const percent = (n: number) => `${one.format(n)}\u00a0%`;
const points = (n: number) => `${one.format(n)} ${n === 1 ? "punto" : "puntos"}`;
const ofCount = ({ numerator, denominator }: Counts) => `${words.number(numerator)} de ${words.number(denominator)}`;
/** A share in short, as it stands in a cell or a tile. */
const share = (value: Value): string => {
  if ("isHidden" in value && value.isHidden) return "oculto";
  if (value.percent === undefined) return "–";
  return "coded" in value ? `${value.coded === "atLeast" ? "≥" : "≤"} ${percent(value.percent)}` : percent(value.percent);
};
/** A share with its count, in words. */
const rate = (value: Value): string => {
  if ("isHidden" in value && value.isHidden) return "oculto";
  if (value.percent === undefined) return "todavía nada que contar";
  if ("coded" in value) return `${percent(value.percent)} o ${value.coded === "atLeast" ? "más" : "menos"}, de menos de 20 personas`;
  return `${percent(value.percent)}, ${ofCount(value)}`;
};

const time = (instant: string, zone: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "long", timeStyle: "short" }).format(new Date(instant));

export const lead: typeof english = {
  levels,
  percent,
  ofCount,
  rate,
  share,
  nothingYet: "todavía nada que contar",
  noFigure: "sin cifra",
  hidden: "oculto",
  hiddenNote: "«Oculto» aparece donde hay menos de 5 personas detrás de una cifra, o donde mostrarla la dejaría ver.",
  time,
  leftOut: ({ people, schools }) =>
    `Sin ${count(people, "persona", "personas")} de ${count(schools, "escuela cuya cifra está oculta", "escuelas cuyas cifras están ocultas")}`,
  asOf: (instant, zone) => `Al ${time(instant, zone)}`,

  metrics: "Cifras",
  short: {
    transfer: "Llevado a la práctica",
    current: "Al día",
    reach: "Alcance",
    stalled: "Sin avance",
    certified: "Con certificado",
    onboarded: "Integración",
    coachingReach: "Alcance del coaching",
    lapsing: "Por vencer",
    lapsed: "Vencido",
  },

  filter: {
    legend: "Mostrar",
    level: "Nivel escolar",
    allLevels: "Todas",
    role: "Puesto",
    allRoles: "Todos",
    clear: "Mostrar todo",
    refreshing: "Actualizando…",
    announced: (metric, value) => `${metric}: ${value}`,
  },

  district: {
    title: "Con lo que podemos contar",
    lead: (district, schools) => `${district} · ${count(schools, "escuela", "escuelas")}`,
    export: "Exportar como CSV",
    assign: "Asignar formación",
    report: "Informe para la junta (PDF)",
    noneTitle: "No hay escuelas en esta vista",
    none: "Ninguna escuela coincide con lo elegido arriba. Elija otro nivel o muestre todo.",
    emptyTitle: "Todavía no hay nada que mostrar",
    empty:
      "Las cifras aparecen cuando la lista del personal está cargada y llega la fecha del primer módulo. Lo que no se sabe no se muestra como cero.",
  },

  headline: {
    counted: (value) => ("numerator" in value ? ofCount(value) : "de menos de 20 personas"),
    nothing: "Todavía no hay nada que contar, así que no hay cifra. No saber no es cero.",
    hidden: "Los grupos de esta vista son demasiado pequeños para mostrar una cifra. Elija más escuelas o todos los puestos.",
    inReview: (n) =>
      n === 0
        ? "Nada espera revisión."
        : `${words.number(n)} más ${n === 1 ? "espera" : "esperan"} revisión: sin aceptar, pero tampoco ausente${n === 1 ? "" : "s"}.`,
  },

  score: {
    title: "Piso común",
    sentence: (score, isHigherBetter) =>
      isHigherBetter
        ? `Elija al azar dos de nuestras escuelas: en promedio, la más débil está en ${percent(score)}.`
        : `Elija al azar dos de nuestras escuelas: en promedio, la más atrasada está en ${percent(score)}. Aquí, menos es mejor.`,
    level: "Nivel",
    levelHint: "la media de nuestras escuelas, cada una cuenta una vez",
    gap: "Brecha",
    gapHint: "la diferencia media entre dos escuelas",
    gapValue: points,
    known: ({ known, schools }) => `Se ${known === 1 ? "conoce" : "conocen"} ${known} de ${count(schools, "escuela", "escuelas")}.`,
    bounds: (lower, upper) =>
      `Sea cual sea la cifra de las escuelas que no se conocen, el piso común está entre ${percent(lower)} y ${percent(upper)}.`,
    boundsLabel: "Piso común: en algún punto de aquí",
    fewSchools: (schools) =>
      schools <= 1
        ? "Hay una escuela en la vista. Un piso común necesita al menos tres."
        : "Hay dos escuelas en la vista. Un piso común necesita al menos tres.",
    noPoint: "Se conocen muy pocas escuelas para dar una sola cifra.",
    nothingKnown: "Ninguna escuela tiene una cifra que se pueda mostrar, así que no hay piso común.",
  },

  spread: {
    title: "Qué tan parejo es",
    figure: (metric) => `${metric}, escuela por escuela`,
    summary: (known, lowest, highest, unknown) =>
      `${count(known, "escuela", "escuelas")}, de ${percent(lowest)} a ${percent(highest)}.${unknown === 0 ? "" : ` ${count(unknown, "escuela está oculta o todavía no se conoce, y no aparece", "escuelas están ocultas o todavía no se conocen, y no aparecen")} en la imagen.`}`,
    none: "Ninguna escuela tiene una cifra que se pueda mostrar.",
    level: (value) => `Nivel ${percent(value)}`,
    floor: (value) => `Piso común ${percent(value)}`,
    dot: (name, value) => `${name}: ${rate(value)}`,
    readout: (value) => rate(value),
    people: "Ver sus personas",
    peopleOf: (name) => name,
    table: "Escuelas, por nombre",
    columns: { school: "Escuela", level: "Nivel", staff: "Personal" },
    find: "Buscar una escuela",
    showAll: (n) => `Mostrar las ${words.number(n)} escuelas`,
    total: (metric, value) => `En conjunto, ${metric}: ${rate(value)}.`,
    cell: (metric, school) => `${metric} en ${school}: ver las personas`,
  },

  trend: {
    title: "Semana a semana",
    figure: (metric) => `${metric} durante el año`,
    level: "Nivel",
    floor: "Piso común",
    rate: "Proporción",
    week: (on, parts) => `Semana hasta el ${words.shortDate(on)}: ${parts.length === 0 ? "no se conoce" : parts.join(", ")}`,
    weekLevel: (value) => `nivel ${percent(value)}`,
    weekFloor: (value) => `piso común ${percent(value)}`,
    weekRate: (value) => rate(value),
    summary: (weeks, first, from, to, name) =>
      `${name}: ${percent(from)} en la semana hasta el ${words.shortDate(first)}, ${percent(to)} en la última de ${count(weeks, "semana", "semanas")}. Las semanas pasadas nunca cambian.`,
    summaryUnknown: "Las semanas pasadas nunca cambian.",
    none: "La primera semana se escribe el domingo por la noche. Desde entonces se ve aquí cómo cambia.",
    hiddenNote:
      "A cada semana le faltan las escuelas que estaban ocultas en ella. Una semana en la que contaba una escuela que ahora está oculta no se muestra, para que no se pueda deducir su cifra.",
    noneKnown: "Ninguna semana tiene una cifra que se pueda mostrar.",
    table: "Semanas, la última primero",
    columns: { week: "Semana hasta", rate: "Proporción", level: "Nivel", gap: "Brecha", floor: "Piso común" },
  },

  definition: {
    title: "Cómo se calcula",
    rows: {
      question: "Pregunta",
      numerator: "Se cuenta",
      denominator: "De un total de",
      window: "Período",
      excluded: "Queda fuera",
      missing: "Lo que falta",
      version: "Definición",
    },
    version: (n) => `Versión ${n}`,
    asOf: "Al",
    leftOut: "Hoy queda fuera",
    leftOutAll: (reasons) =>
      reasons.length === 0 ? "Nadie" : reasons.map(({ reason, count: n }) => `${reason}: ${words.number(n)}`).join("; "),
    several: "Quien trabaja en varias escuelas cuenta en la cifra de cada una, y una sola vez en la del distrito.",
    score:
      "El piso común es el nivel menos la mitad de la brecha: la media, entre todos los pares de escuelas, de la más baja de las dos. Subir cualquier escuela nunca lo baja; subir la más débil es lo que más ayuda.",
  },

  school: {
    noneTitle: "En este momento usted no dirige ninguna escuela",
    none: "Esta página se abre para quien tiene un puesto de dirección escolar en la lista del personal. Si es su caso, pida a la administración del distrito que revise la lista.",
    switch: "Sus escuelas",
    lead: (level, staff) => `${levels[level]} · ${words.number(staff)} ${staff === 1 ? "persona" : "personas"} en activo`,
    back: "Distrito",
    assign: "Asignar formación aquí",
    waiting: (n) => `${words.number(n)} ${n === 1 ? "espera" : "esperan"} una revisión`,
    reviewsTitle: "En espera de revisión",
    reviewsLead: (n) =>
      n === 0 ? "Ahora no hay nada en espera." : `${count(n, "tarea práctica", "tareas prácticas")}; primero, la que lleva más tiempo.`,
    reviewsNoCoach: "No tienen un coach asignado",
    reviewsWithCoach: "Su coach puede responder",
    reviewsWithCoachLead: "Usted también puede responder estas, para que nadie espere cuando falta un coach.",
    placeTitle: "Entre las demás escuelas",
    placeFigure: (metric) => `${metric}: esta escuela y las demás`,
    placeOwn: (value) => `Esta escuela ${percent(value)}`,
    place: (others, lowest, highest, from, to) =>
      others < 4
        ? `${count(others, "escuela más", "escuelas más")}, de ${percent(lowest)} a ${percent(highest)}. No se muestran sus nombres.`
        : `${words.number(others)} escuelas más, de ${percent(lowest)} a ${percent(highest)}; la mitad del medio, de ${percent(from)} a ${percent(to)}. No se muestran sus nombres.`,
    placeNone: "No hay otra escuela con la que comparar en esta vista.",
    placeOwnNone: "Esta escuela todavía no tiene una cifra para esto.",
    placeTable: "Cifras de las demás escuelas, en orden y sin nombres",
    placeColumn: "Proporción",
    placeNumber: "N.º",
    compare: "Comparar con",
    rolesTitle: "Por puesto",
    rolesTable: "Cifras por puesto",
    columns: { role: "Puesto", staff: "Personal" },
    cell: (metric, role) => `${metric}, ${role}: ver las personas`,
    peopleTitle: "Personas",
  },

  people: {
    title: (metric, school) => `${metric}: ${school}`,
    lead: (value, role) =>
      `${rate(value)}${role === undefined ? "" : ` · ${role}`}. Abajo están las personas que se contaron; sus partes suman la cifra.`,
    show: "Mostrar",
    shows: { all: "Todas las personas de la cifra", counted: "Las que cuentan en ella", rest: "Aquellas a quienes les falta algo" },
    showsStalled: { all: "Todas las personas de la cifra", counted: "Las que no avanzan", rest: "Las que siguen" },
    role: "Puesto",
    table: (n) => `${count(n, "persona", "personas")}, por nombre`,
    none: "Nadie coincide aquí con lo elegido.",
    columns: {
      name: "Nombre",
      roles: "Puestos",
      part: "Cuenta aquí",
      completed: "Módulos terminados",
      overdue: "Fechas pasadas",
      nextDue: "Próxima fecha",
      lastActivity: "Última actividad",
    },
    part: (numerator, denominator) => `${words.number(numerator)} de ${words.number(denominator)}`,
    completed: (completed, assigned) => `${words.number(completed)} de ${words.number(assigned)}`,
    done: "hechos",
    late: "con fecha pasada",
    showAll: (n) => `Mostrar las ${words.number(n)}`,
    never: "todavía no",
    notes: {
      onLeave: "De licencia",
      inGrace: "Acaba de llegar",
      stalled: "Sin avance",
      certified: "Con certificado",
      inReview: (n) => `${words.number(n)} en revisión`,
    },
    private: "Usted ve dónde están las personas, nunca sus respuestas ni su evidencia, y nunca para una evaluación.",
  },
};
