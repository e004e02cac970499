import { daysBetween } from "../../app/dates.ts";
import type { summer } from "../../../functions/assignment/contract.ts";
import type { list as englishList, words as englishWords } from "../en.ts";

/** Spanish as schools in the United States write it: their dates and numbers, addressing the reader as "usted". */
export const locale = "es-US";

const dateWith = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  return (date: string) => formatter.format(new Date(`${date}T00:00:00Z`));
};
const weekdayDate = dateWith({ weekday: "long", month: "long", day: "numeric" });
const plainDate = dateWith({ month: "long", day: "numeric" });
const fullDate = dateWith({ year: "numeric", month: "long", day: "numeric" });
const shortDate = dateWith({ month: "short", day: "numeric" });
const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

/** "1 lección", "2 lecciones". */
export const count = (n: number, one: string, many: string): string => `${number.format(n)} ${n === 1 ? one : many}`;

/** "a", "a y b", "a, b y c". */
export const list: typeof englishList = (items) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items);

/** «texto». */
export const quoted = (text: string): string => `«${text}»`;

const summerName: typeof summer = "summer";

/** A break by the name the district gave it; the time between two school years has none, so it gets its Spanish one. */
export const breakNamed = (name: string): string => (name === summerName ? "verano" : name);

/** "Vence hoy" from "vence hoy". */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Dates, times and numbers in Spanish words. */
export const words: typeof englishWords = {
  day: (date, today) => (date.slice(0, 4) === today.slice(0, 4) ? weekdayDate(date) : `${weekdayDate(date)} de ${date.slice(0, 4)}`),
  date: (date, today) => (date.slice(0, 4) === today.slice(0, 4) ? plainDate(date) : fullDate(date)),
  fullDate,
  shortDate,
  due: (dueOn, today) => {
    const days = daysBetween(today, dueOn);
    if (days === 0) return `para hoy, ${weekdayDate(dueOn)}`;
    if (days === 1) return `para mañana, ${weekdayDate(dueOn)}`;
    return days < 0 ? `era para el ${words.day(dueOn, today)}` : `para el ${words.day(dueOn, today)}`;
  },
  fromNow: (date, today) => {
    const days = daysBetween(today, date);
    if (days === 0) return "hoy";
    if (days === 1) return "mañana";
    if (days === -1) return "ayer";
    return days > 0 ? `dentro de ${number.format(days)} días` : `hace ${number.format(-days)} días`;
  },
  minutes: (minutes) => {
    const hours = Math.floor(minutes / 60);
    const rest = Math.round(minutes % 60);
    if (hours === 0) return count(rest, "minuto", "minutos");
    return rest === 0 ? count(hours, "hora", "horas") : `${count(hours, "hora", "horas")} y ${count(rest, "minuto", "minutos")}`;
  },
  aboutMinutes: (minutes) => {
    const step = minutes < 60 ? 5 : 15;
    return `cerca de ${words.minutes(Math.max(step, Math.round(minutes / step) * step))}`;
  },
  creditHours: (minutes) => count(Math.floor(minutes / 15) / 4, "hora", "horas"),
  number: (n) => number.format(n),
  percent: (n) => `${number.format(Math.round(n))}\u00a0%`,
};
