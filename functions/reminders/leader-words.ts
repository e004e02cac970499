import { metricOf } from "../engagement/metrics/all.ts";
import type { MetricId, SchoolRate, SupportReason } from "../engagement/contract.ts";
import { definitionIn } from "../engagement/spanish.ts";
import { writtenDate } from "../platform/dates.ts";
import type { Language } from "../platform/language.ts";
import type { LeaderEntry } from "./leader-entry.ts";

/** No mail names more schools than this; the page it points to has them all. */
const namedAtMost = 3;

type Words = {
  hidden: (title: string) => string;
  coded: (title: string, which: "atLeast" | "atMost", percent: number) => string;
  nothingDue: (title: string) => string;
  headline: (title: string, percent: number, accepted: number, due: number) => string;
  inReview: (count: number) => string;
  openSeats: (count: number) => string;
  first: (school: string, reasons: string) => string;
  own: (reasons: string) => string;
  more: (schools: number) => string;
  behind: (title: string, percent: number, level: number) => string;
  roleGap: (points: number) => string;
  changes: Record<"closer" | "apart" | "noClearChange", (since: string) => string>;
};

const words: Record<Language, Words> = {
  en: {
    hidden: (title) => `${title}: too few people stand behind it to say a number in a mail.`,
    coded: (title, which, percent) => `${title}: ${which === "atLeast" ? "at least" : "at most"} ${percent}%.`,
    nothingDue: (title) => `${title}: nothing was due so far.`,
    headline: (title, percent, accepted, due) => `${title}: ${percent}% (${accepted} of ${due} practice tasks that were due are accepted).`,
    inReview: (count) => (count === 1 ? "1 practice task waits for a review." : `${count} practice tasks wait for a review.`),
    openSeats: (count) => (count === 1 ? "1 required team seat is open." : `${count} required team seats are open.`),
    first: (school, reasons) => `Ask first what is in the way at ${school}: ${reasons}.`,
    own: (reasons) => `What to look at first: ${reasons}.`,
    more: (schools) => (schools === 1 ? "The page names 1 more school." : `The page names ${schools} more schools.`),
    behind: (title, percent, level) => `${title} is at ${percent}%, the schools' level is ${level}%`,
    roleGap: (points) => `its roles are ${points} points apart in what is due`,
    changes: {
      closer: (since) => `Schools came closer together since ${since}.`,
      apart: (since) => `Schools moved further apart since ${since}.`,
      noClearChange: (since) => `No clear change between the schools since ${since}.`,
    },
  },
  es: {
    hidden: (title) => `${title}: hay muy pocas personas detrás para dar una cifra en un correo.`,
    coded: (title, which, percent) => `${title}: ${which === "atLeast" ? "al menos" : "como mucho"} ${percent}\u00a0%.`,
    nothingDue: (title) => `${title}: hasta ahora no vencía nada.`,
    headline: (title, percent, accepted, due) =>
      `${title}: ${percent}\u00a0% (se aceptaron ${accepted} de ${due} tareas prácticas que ya debían estar).`,
    inReview: (count) => (count === 1 ? "1 tarea práctica espera revisión." : `${count} tareas prácticas esperan revisión.`),
    openSeats: (count) =>
      count === 1 ? "1 puesto obligatorio de un equipo está sin cubrir." : `${count} puestos obligatorios de los equipos están sin cubrir.`,
    first: (school, reasons) => `Pregunte primero qué lo impide en ${school}: ${reasons}.`,
    own: (reasons) => `Lo primero que conviene mirar: ${reasons}.`,
    more: (schools) => (schools === 1 ? "La página nombra 1 escuela más." : `La página nombra ${schools} escuelas más.`),
    behind: (title, percent, level) => `${title} está en ${percent}\u00a0%; el nivel de las escuelas es ${level}\u00a0%`,
    roleGap: (points) => `entre sus puestos hay ${points} puntos de diferencia en lo que ya debía estar`,
    changes: {
      closer: (since) => `Las escuelas se acercaron entre sí desde el ${since}.`,
      apart: (since) => `Las escuelas se alejaron entre sí desde el ${since}.`,
      noClearChange: (since) => `Sin cambio claro entre las escuelas desde el ${since}.`,
    },
  },
};

/** What a leader reads of their place: the headline, what waits, whom to support first, and whether schools came closer. */
export function leaderSentences({ transfer, inReview, support, openSeats, change }: LeaderEntry, language: Language): string[] {
  const say = words[language];
  const title = (metric: MetricId): string => definitionIn(language, metricOf(metric).definition).title;
  const named = support.slice(0, namedAtMost).map(({ school, reasons }) => {
    const why = reasons.flatMap((reason) => whyOf(reason, say, title)).join("; ");
    return school === undefined ? say.own(why) : say.first(school, why);
  });
  const unnamed = support.length - named.length;
  const since = change?.since && writtenDate(change.since.asOf, language);
  return [
    headline(transfer, say, title("transfer")),
    ...(inReview ? [say.inReview(inReview)] : []),
    ...named,
    ...(unnamed > 0 ? [say.more(unnamed)] : []),
    ...(openSeats > 0 ? [say.openSeats(openSeats)] : []),
    ...(change && change.verdict !== "unknown" && since !== undefined ? [say.changes[change.verdict](since)] : []),
  ];
}

function headline(rate: SchoolRate, say: Words, title: string): string {
  if (rate.isHidden) return say.hidden(title);
  if ("coded" in rate) return say.coded(title, rate.coded, rate.percent);
  return rate.percent === undefined ? say.nothingDue(title) : say.headline(title, rate.percent, rate.numerator, rate.denominator);
}

function whyOf(reason: SupportReason, say: Words, title: (metric: MetricId) => string): string[] {
  if (reason.kind === "behind") {
    const { rate, metric, level } = reason;
    return rate.isHidden || rate.percent === undefined ? [] : [say.behind(title(metric), rate.percent, level)];
  }
  return reason.gap.state === "known" ? [say.roleGap(reason.gap.points)] : [];
}
