import type { calendarWords as english } from "../en-calendar.ts";
import { count, list, locale, words } from "./words.ts";

const monthName = (date: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "long", year: "numeric" }).format(new Date(`${date.slice(0, 7)}-01T00:00:00Z`));

export const calendarWords: typeof english = {
  title: "Calendario",
  lead: "Qué días trabaja el personal. Nada vence en ningún otro día, y los plazos en días se cuentan en estos.",
  whose: "Calendario de",
  everyone: "Quien no está en ningún grupo",
  year: "Año escolar",
  yearName: (from, to) => (from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${to.slice(2, 4)}`),
  addYear: "Añadir el año siguiente",
  addGroup: "Añadir un grupo con otros días",
  newGroup: (n) => `Grupo ${words.number(n)}`,
  group: "El grupo",
  groupName: "Nombre del grupo",
  jobs: "Puestos de este grupo",
  jobsHint: "El puesto principal de cada persona decide qué calendario le corresponde.",
  inOther: (name) => `ahora en ${name}`,
  removeGroup: (name) => `Prescindir de ${name}`,
  starts: "Primer día",
  ends: "Último día",
  breaks: "Vacaciones y días libres",
  noBreaks: "Todavía ninguno. Sin ellos, todos los días de lunes a viernes del año son de contrato.",
  breakName: "Nombre",
  from: "Primer día libre",
  to: "Último día libre",
  remove: "Quitar",
  removeBreak: (name) => (name === "" ? "Quitar este descanso" : `Quitar ${name}`),
  addBreak: "Añadir vacaciones o un día libre",
  picture: (from, to, days) =>
    `Año escolar del ${words.fullDate(from)} al ${words.fullDate(to)}: ${count(days, "día de contrato", "días de contrato")}`,
  total: (days) => `${count(days, "día de contrato", "días de contrato")} en este año.`,
  kinds: { contract: "día de contrato", break: "vacaciones o día libre", weekend: "fin de semana" },
  asTable: "Mostrar como tabla",
  month: "Mes",
  monthName,
  contractDays: "Días de contrato",
  daysOff: "Vacaciones y días libres",
  none: "ninguno",
  list,
  preview: "Mostrar qué fechas se mueven",
  previewing: "Buscando…",
  effect: "Qué cambia en las fechas pendientes",
  moves: ({ total, dates, later, earlier, isComplete }) => {
    if (total === 0) return isComplete ? "No se mueve ninguna fecha pendiente." : "No se mueve ninguna fecha entre las personas revisadas.";
    const least = isComplete ? "Se moverían" : "Se moverían al menos";
    return `${least} ${count(dates, "fecha pendiente", "fechas pendientes")} de ${count(total, "persona", "personas")}: ${words.number(later)} más tarde, ${words.number(earlier)} más temprano.`;
  },
  incomplete: (looked) =>
    `Hay más personas con fechas pendientes de las que revisa una vista previa; estas son las primeras ${words.number(looked)}. Después de guardar se actualiza a todas.`,
  more: (shown, total) => `Se muestran las primeras ${words.number(shown)} de ${words.number(total)} personas.`,
  person: "Persona",
  dates: "Fechas que se mueven",
  move: (title, from, to, days) =>
    `${title}: ${from} → ${to} (${count(Math.abs(days), "día", "días")} más ${days > 0 ? "tarde" : "temprano"})`,
  save: "Guardar el calendario",
  saving: "Guardando…",
  saved: "El calendario está guardado.",
  bringing: "Actualizando las fechas de todo el personal según el calendario",
  brought: "Las fechas de todo el personal siguen ya el calendario.",
  onePerson: "Una persona con otro calendario",
  onePersonLead:
    "Para quien tiene un contrato distinto del de su puesto. Vale desde ahora y se conserva al importar la lista del personal.",
  familyName: "El apellido empieza por",
  find: "Buscar",
  nobodyFound: "Ningún apellido empieza así.",
  choosePerson: "Elija a una persona",
  calendarOf: (name) => `Calendario de ${name}`,
  asJob: (name) => `Según su puesto: ${name}`,
  personSaved: (name) => `${name} tiene ahora ese calendario.`,
  reload: "Mostrar su versión",
  endingTitle: "No se ha introducido el próximo año escolar",
  ending: (name, endsOn, today) => {
    const whose = name === undefined ? "El calendario del distrito" : `El calendario de ${name}`;
    const when = endsOn < today ? `terminó el ${words.date(endsOn, today)}` : `termina el ${words.date(endsOn, today)}`;
    return `${whose} ${when}.`;
  },
  endingNote: "Mientras no se introduzca el próximo año, las fechas posteriores se calculan como en el último, sin vacaciones.",
};
