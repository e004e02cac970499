import type { LocalDate } from "../platform/dates.ts";
import type { Language } from "../platform/language.ts";
import type { ReminderKindId } from "./contract.ts";
import type { Entry } from "./entries.ts";
import type { PieceKind } from "../portfolio/contract.ts";
import type { WaitingWork } from "./kinds/kind.ts";
import { leaderSentences } from "./leader-words.ts";

/** How a digest says things in one language. */
export type DigestWords = {
  hello: (name: string) => string;
  headings: Record<ReminderKindId, string>;
  /** One line of an entry, without its address. */
  entry: (entry: Entry) => string;
  /** The subject of a mail about one thing, and about several. */
  about: (entry: Entry) => string;
  aboutSeveral: (first: string, more: number) => string;
  next: string;
  often: (district: string) => string;
  stop: string;
};

const dates = {
  en: new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" }),
  es: new Intl.DateTimeFormat("es-US", { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" }),
} satisfies Record<Language, Intl.DateTimeFormat>;
const written = (date: LocalDate, language: Language): string => dates[language].format(new Date(`${date}T00:00:00Z`));
const en = (date: LocalDate): string => written(date, "en");
const es = (date: LocalDate): string => written(date, "es");
const people = (count: number): string => (count === 1 ? "1 person" : `${count} people`);
const personas = (count: number): string => (count === 1 ? "1 persona" : `${count} personas`);

const pieces: Record<Language, Record<PieceKind, string>> = {
  en: {
    coachingCycle: "a coaching cycle",
    fidelityRecord: "the record of a fidelity review",
    communityOfPractice: "a community-of-practice session",
    delivery: "a training session",
    learnerOutcomes: "how learners' practice was received",
  },
  es: {
    coachingCycle: "un ciclo de coaching",
    fidelityRecord: "el registro de una revisión de fidelidad",
    communityOfPractice: "una sesión de comunidad de práctica",
    delivery: "una sesión de formación",
    learnerOutcomes: "cómo se recibió la práctica de sus participantes",
  },
};

/** A piece by its kind alone: its title may be emptied later, and a mail cannot. */
const whatWaits = (about: WaitingWork["about"], language: Language): string =>
  "piece" in about ? pieces[language][about.piece] : about.title;

/** No line of a mail lists more things than this; the page it leads to has them all. */
const listed = 8;
const inFew = (all: readonly string[], more: (count: number) => string): string =>
  [...all.slice(0, listed), ...(all.length > listed ? [more(all.length - listed)] : [])].join("; ");

const english: DigestWords = {
  hello: (name) => `Hello ${name},`,
  headings: {
    overdue: "Past its date",
    dueSoon: "Coming up",
    returned: "One more try",
    newlyAssigned: "New for you",
    renewal: "Your certificate",
    reviewWaiting: "Waiting for your review",
    decisionWaiting: "Waiting for your decision",
    peopleOverdue: "People who may need a hand",
    leaderDigest: "This week",
  },
  entry(entry) {
    switch (entry.kind) {
      case "overdue":
        return `"${entry.title}" was due ${en(entry.dueOn)}. About ${entry.minutesLeft} minutes are left.`;
      case "dueSoon":
        if (entry.countsUntil !== undefined)
          return `"${entry.title}": what you learned elsewhere counts for it until ${en(entry.countsUntil)}. After that it is yours to do, and you have 30 contract days for it.`;
        return `"${entry.title}" is due ${en(entry.dueOn)}. About ${entry.minutesLeft} minutes are left.`;
      case "returned":
        return `Your practice for "${entry.title}" came back with a comment. Read it and try once more.`;
      case "newlyAssigned": {
        const size = entry.modules === 1 ? "" : ` (${entry.modules} modules)`;
        const why = entry.because === "rule" ? `because of the rule "${entry.by}"` : `assigned by ${entry.by}`;
        return `"${entry.title}"${size}, ${why}. The first date is ${en(entry.dueOn)}.`;
      }
      case "renewal":
        if ("issuer" in entry)
          return `${entry.title} of ${entry.issuer} counts here until ${en(entry.expiresOn)}, ${entry.expiresOn.slice(0, 4)}. Renew it there, and add the new badge.`;
        if ("dueOn" in entry) {
          const when = entry.isPast ? `You were asked to look at it by ${en(entry.dueOn)}.` : `Please look at it by ${en(entry.dueOn)}.`;
          const what = inFew(entry.missing.en, (more) => `and ${more} more`);
          return `Something changed in ${entry.title}. ${when} Still to do: ${what}. Your certificate stays as it is.`;
        }
        return `${entry.title} is in force until ${en(entry.expiresOn)}, ${entry.expiresOn.slice(0, 4)}, and can be renewed now. ${
          entry.missing.en.length === 0
            ? "Everything it asks for is there."
            : `Still to do: ${inFew(entry.missing.en, (more) => `and ${more} more`)}.`
        }`;
      case "reviewWaiting":
        return `${entry.name}: "${entry.title}", handed in ${en(entry.since)}.`;
      case "decisionWaiting":
        return `${entry.name}: ${whatWaits(entry.about, "en")}, handed in ${en(entry.since)}.`;
      case "peopleOverdue":
        return "school" in entry
          ? `${entry.school}: ${people(entry.people)} more than ${entry.days} contract days past a date.`
          : `${entry.name}: "${entry.title}" was due ${en(entry.dueOn)}.`;
      case "leaderDigest":
        return [entry.place, ...leaderSentences(entry, "en")].join("\n  ");
    }
  },
  about(entry) {
    switch (entry.kind) {
      case "overdue":
        return `Past its date: ${entry.title}`;
      case "dueSoon":
        return entry.countsUntil === undefined
          ? `Due ${en(entry.dueOn)}: ${entry.title}`
          : `Counts until ${en(entry.countsUntil)}: ${entry.title}`;
      case "returned":
        return `One more try: ${entry.title}`;
      case "newlyAssigned":
        return `New for you: ${entry.title}`;
      case "renewal":
        if ("issuer" in entry) return `Counts until ${en(entry.expiresOn)}: ${entry.title}`;
        return "dueOn" in entry ? `What changed in ${entry.title}, by ${en(entry.dueOn)}` : `You can renew ${entry.title}`;
      case "reviewWaiting":
        return `Waiting for your review: ${entry.title}`;
      case "decisionWaiting":
        return `Waiting for your decision: ${whatWaits(entry.about, "en")}`;
      case "peopleOverdue":
        return "People who may need a hand";
      case "leaderDigest":
        return `This week: ${entry.place}`;
    }
  },
  aboutSeveral: (first, more) => `${first}, and ${more} more`,
  next: "Everything that is yours to do, and the one next step:",
  often: (district) => `${district} sends at most one mail like this a day, on working days, and none about what is done.`,
  stop: "Choose which of these mails you get, or stop them all, without signing in:",
};

const spanish: DigestWords = {
  hello: (name) => `Hola, ${name}:`,
  headings: {
    overdue: "Pasó su fecha",
    dueSoon: "Lo que viene",
    returned: "Un intento más",
    newlyAssigned: "Nuevo para usted",
    renewal: "Su certificado",
    reviewWaiting: "Esperan su revisión",
    decisionWaiting: "Esperan su decisión",
    peopleOverdue: "Personas a quienes puede ayudar",
    leaderDigest: "Esta semana",
  },
  entry(entry) {
    switch (entry.kind) {
      case "overdue":
        return `«${entry.title}» vencía el ${es(entry.dueOn)}. Faltan unos ${entry.minutesLeft} minutos.`;
      case "dueSoon":
        if (entry.countsUntil !== undefined)
          return `«${entry.title}»: lo que aprendió en otro lugar cuenta hasta el ${es(entry.countsUntil)}. Después le toca hacerlo, y tiene 30 días de contrato.`;
        return `«${entry.title}» vence el ${es(entry.dueOn)}. Faltan unos ${entry.minutesLeft} minutos.`;
      case "returned":
        return `Su práctica de «${entry.title}» volvió con un comentario. Léalo e inténtelo una vez más.`;
      case "newlyAssigned": {
        const size = entry.modules === 1 ? "" : ` (${entry.modules} módulos)`;
        const why = entry.because === "rule" ? `por la regla «${entry.by}»` : `se lo asignó ${entry.by}`;
        return `«${entry.title}»${size}, ${why}. La primera fecha es el ${es(entry.dueOn)}.`;
      }
      case "renewal":
        if ("issuer" in entry)
          return `${entry.title} de ${entry.issuer} cuenta aquí hasta el ${es(entry.expiresOn)} de ${entry.expiresOn.slice(0, 4)}. Renuévelo allí y agregue la insignia nueva.`;
        if ("dueOn" in entry) {
          const when = entry.isPast ? `Se le pidió verlo a más tardar el ${es(entry.dueOn)}.` : `Véalo a más tardar el ${es(entry.dueOn)}.`;
          const what = inFew(entry.missing.es, (more) => `y ${more} más`);
          return `Algo cambió en ${entry.title}. ${when} Le falta: ${what}. Su certificado queda como está.`;
        }
        return `${entry.title} vale hasta el ${es(entry.expiresOn)} de ${entry.expiresOn.slice(0, 4)} y ya se puede renovar. ${
          entry.missing.es.length === 0 ? "Todo lo que pide está." : `Le falta: ${inFew(entry.missing.es, (more) => `y ${more} más`)}.`
        }`;
      case "reviewWaiting":
        return `${entry.name}: «${entry.title}», entregada el ${es(entry.since)}.`;
      case "decisionWaiting":
        return `${entry.name}: ${whatWaits(entry.about, "es")}, entregado el ${es(entry.since)}.`;
      case "peopleOverdue":
        return "school" in entry
          ? `${entry.school}: ${personas(entry.people)} con más de ${entry.days} días de contrato de atraso.`
          : `${entry.name}: «${entry.title}» vencía el ${es(entry.dueOn)}.`;
      case "leaderDigest":
        return [entry.place, ...leaderSentences(entry, "es")].join("\n  ");
    }
  },
  about(entry) {
    switch (entry.kind) {
      case "overdue":
        return `Pasó su fecha: ${entry.title}`;
      case "dueSoon":
        return entry.countsUntil === undefined
          ? `Vence el ${es(entry.dueOn)}: ${entry.title}`
          : `Cuenta hasta el ${es(entry.countsUntil)}: ${entry.title}`;
      case "returned":
        return `Un intento más: ${entry.title}`;
      case "newlyAssigned":
        return `Nuevo para usted: ${entry.title}`;
      case "renewal":
        if ("issuer" in entry) return `Cuenta hasta el ${es(entry.expiresOn)}: ${entry.title}`;
        return "dueOn" in entry ? `Lo que cambió en ${entry.title}, hasta el ${es(entry.dueOn)}` : `Ya puede renovar ${entry.title}`;
      case "reviewWaiting":
        return `Espera su revisión: ${entry.title}`;
      case "decisionWaiting":
        return `Espera su decisión: ${whatWaits(entry.about, "es")}`;
      case "peopleOverdue":
        return "Personas a quienes puede ayudar";
      case "leaderDigest":
        return `Esta semana: ${entry.place}`;
    }
  },
  aboutSeveral: (first, more) => `${first}, y ${more} más`,
  next: "Todo lo que le toca, y el siguiente paso:",
  often: (district) => `${district} envía como mucho un correo así al día, en días laborables, y ninguno sobre lo que ya está hecho.`,
  stop: "Elija cuáles de estos correos recibe, o deténgalos todos, sin iniciar sesión:",
};

export const digestWords: Record<Language, DigestWords> = { en: english, es: spanish };
