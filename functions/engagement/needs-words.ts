import type { Language } from "../platform/language.ts";

/** Dates, titles and spans of days come as they are said in the same language. */
type Words = {
  quoted: (title: string) => string;
  onLeave: (until: string | undefined) => string;
  review: (title: string, since: { date: string; days: string } | undefined, more: string) => string;
  overdue: (title: string, on: string, days: string, more: string) => string;
  stalled: (title: string, since: string, days: string, more: string) => string;
  dueSoon: (title: string, due: { date: string; days: string } | undefined, more: string) => string;
  newHere: (until: string) => string;
  next: (title: string, on: string) => string;
  allDone: string;
  nothing: string;
  more: (count: number) => string;
  noLongerOffered: string;
};

/** Why a coach should look at someone, in the coach's language. */
export const needWords: Record<Language, Words> = {
  en: {
    quoted: (title) => `“${title}”`,
    onLeave: (until) => `${until === undefined ? "On leave" : `On leave until ${until}`}. Nothing is counted or sent while they are away.`,
    review: (title, since, more) =>
      `Evidence for ${title} waits for your review, ${since === undefined ? "today" : `since ${since.date} (${since.days})`}${more}.`,
    overdue: (title, on, days, more) => `${title} was due on ${on}, ${days} ago${more}.`,
    stalled: (title, since, days, more) => `Began ${title} and did nothing in it since ${since} (${days})${more}.`,
    dueSoon: (title, due, more) => `${title} is due ${due === undefined ? "today" : `on ${due.date}, in ${due.days}`}${more}.`,
    newHere: (until) => `New here: nothing counts as due before ${until}.`,
    next: (title, on) => `Next is ${title}, due on ${on}.`,
    allDone: "Everything that is assigned is complete.",
    nothing: "Nothing is assigned.",
    more: (count) => `; ${count} more like it`,
    noLongerOffered: "a module that is no longer offered",
  },
  es: {
    quoted: (title) => `«${title}»`,
    onLeave: (until) => `De licencia${until === undefined ? "" : ` hasta el ${until}`}. Nada se cuenta ni se envía durante la licencia.`,
    review: (title, since, more) =>
      `La evidencia de ${title} espera su revisión, ${since === undefined ? "desde hoy" : `desde el ${since.date} (${since.days})`}${more}.`,
    overdue: (title, on, days, more) => `${title} era para el ${on}, hace ${days}${more}.`,
    stalled: (title, since, days, more) => `Empezó ${title} y no ha hecho nada ahí desde el ${since} (${days})${more}.`,
    dueSoon: (title, due, more) => `${title} es para ${due === undefined ? "hoy" : `el ${due.date}, dentro de ${due.days}`}${more}.`,
    newHere: (until) => `Acaba de llegar: nada se le pide antes del ${until}.`,
    next: (title, on) => `Sigue ${title}, para el ${on}.`,
    allDone: "Todo lo asignado está terminado.",
    nothing: "No hay nada asignado.",
    more: (count) => `; ${count} más así`,
    noLongerOffered: "un módulo que ya no se ofrece",
  },
};
