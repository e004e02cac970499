import type { figures as english } from "../en-figures.ts";
import { lead } from "./lead.ts";
import { t } from "./t.ts";
import { count, words } from "./words.ts";

const points = lead.score.gapValue;

export const figures: typeof english = {
  heat: {
    caption: "Cada escuela junto a cada cifra",
    lead: "Cuanto más intenso el tono, más lejos está una cifra de donde debería estar. Cada celda dice su número y lleva a las personas que hay detrás, si usted puede verlas.",
    level: "Nivel",
    staff: "Personal",
    roleGap: "Diferencia entre puestos",
    sortName: "Por nombre",
    sortLevel: "Por nivel escolar",
    sort: "Orden",
    page: (first, last, all) => `De la ${words.number(first)} a la ${words.number(last)}, de ${count(all, "escuela", "escuelas")}`,
    previous: "Escuelas anteriores",
    next: "Escuelas siguientes",
    found: (n) => count(n, "escuela coincide", "escuelas coinciden"),
    none: "Ninguna escuela tiene esto en su nombre.",
    known: ({ known, of }) => `se conocen ${words.number(known)} de ${words.number(of)}`,
    knownNote: (percent) =>
      `Las celdas rayadas están ocultas, o se conocen para menos del ${words.number(percent)} % de las personas de ahí; entonces la celda dice de cuántas.`,
    codedNote:
      "De menos de 20 personas, un 95 % o más, o un 5 % o menos, se dice solo así y sin el número: el número hablaría de todas las personas de ahí, o de ninguna.",
  },

  gap: {
    known: ({ points: apart, isAtLeast }) => `${isAtLeast ? "≥ " : ""}${points(apart)}`,
    hidden: "oculto",
    few: "muy pocos",
    between: ({ highest, lowest }) =>
      `${t.jobRoles[highest.role]} ${lead.percent(highest.percent)}, ${t.jobRoles[lowest.role]} ${lead.percent(lowest.percent)}`,
    sentence: (gap) =>
      gap.points === 0
        ? "Todos los puestos con cinco personas o más están igual de al día."
        : `Entre puestos hay ${gap.isAtLeast ? "al menos " : ""}${points(gap.points)} de diferencia en quién está al día: ${t.jobRoles[gap.highest.role]}, ${lead.percent(gap.highest.percent)}; ${t.jobRoles[gap.lowest.role]}, ${lead.percent(gap.lowest.percent)}.`,
    sentenceFew: "Aquí hay menos de dos puestos con cinco personas que ya tenían algo para entregar, así que no se comparan los puestos.",
  },

  roles: {
    title: "Por puesto",
    caption: (metric) => `${metric}, por puesto`,
    role: "Puesto",
    share: "Proporción",
    none: "Nadie en esta vista tiene un puesto con una cifra.",
  },

  support: {
    title: "Quién necesita apoyo primero, y por qué",
    lead: (n) =>
      n === 0
        ? "Ninguna escuela de esta vista está muy por detrás de las demás ni deja atrás un puesto, hasta donde pueden decirlo las cifras que se muestran."
        : `${count(n, "escuela está", "escuelas están")} muy por detrás del nivel de las escuelas en algo, o ${n === 1 ? "tiene" : "tienen"} un puesto muy por detrás de los demás. Por nombre; es un lugar donde preguntar primero, no un veredicto.`,
    school: "Escuela",
    why: "Por qué",
    people: "Personas",
    see: "Ver las personas",
    seeOf: (school) => `de ${school}`,
    showAll: (n) => `Mostrar las ${words.number(n)} escuelas`,
    title1: "Dónde necesita apoyo primero esta escuela",
    own: "Nada está aquí muy por detrás del nivel de las escuelas, y ningún puesto está muy por detrás de los demás.",
    reason: (reason) => {
      if (reason.kind === "behind") {
        const { metric, rate, level, distance } = reason;
        return `${lead.short[metric]}: ${lead.rate(rate)}, a ${points(distance)} del nivel de las escuelas, ${lead.percent(level)}.`;
      }
      const { gap } = reason;
      return gap.state === "known"
        ? `Al día, por puesto: ${t.jobRoles[gap.lowest.role]}, ${lead.percent(gap.lowest.percent)}; ${t.jobRoles[gap.highest.role]}, ${lead.percent(gap.highest.percent)}.`
        : "";
    },
  },

  change: {
    title: "¿Más cerca o más lejos entre sí?",
    sentence: ({ verdict, since, schools, gapThen, gapNow, up, down }) => {
      if (verdict === "unknown" || since === undefined || gapThen === undefined || gapNow === undefined)
        return "Se conocen muy pocas escuelas en una semana anterior para decir si se acercaron entre sí.";
      const gaps = `la diferencia media entre dos escuelas pasó de ${points(gapThen)} a ${points(gapNow)}, entre las ${count(schools, "escuela conocida", "escuelas conocidas")} ambas veces; ${words.number(up)} ${up === 1 ? "subió" : "subieron"} y ${words.number(down)} ${down === 1 ? "bajó" : "bajaron"}`;
      const said = {
        closer: "Las escuelas se acercaron entre sí",
        apart: "Las escuelas se alejaron entre sí",
        noClearChange: "No hay un cambio claro",
      }[verdict];
      return `${said} desde el ${words.fullDate(since.asOf)}: ${gaps}.`;
    },
    rule: "Se llama cambio solo cuando la brecha se movió 5 puntos o más y dos tercios de las escuelas se movieron en el mismo sentido.",
  },

  past: {
    field: "Al día",
    clear: "Hoy",
    note: (asOf) =>
      `Son las cifras tal como se fijaron el ${words.fullDate(asOf)}; nada se calcula de nuevo. Lo que hoy está oculto, aquí también lo está. Las listas de personas son solo las de hoy.`,
    eyebrow: (asOf) => `Semana del ${words.fullDate(asOf)}`,
  },

  coverage: ({ known, of }) =>
    known === of
      ? `Se pudieron leer todos los registros (${words.number(of)}).`
      : `Se pudieron leer por completo ${words.number(known)} de ${count(of, "registro", "registros")}.`,
  coverageTitle: "Se conoce",

  caseload: {
    title: "Sus personas en cifras",
    lead: "En números, porque son pocas personas. Las mismas definiciones que en la página del distrito.",
    figure: "Cifra",
    counted: "Se cuenta",
    about: "Qué se cuenta",
    nothing: "todavía nada que contar",
  },
};
