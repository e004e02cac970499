import { fromDayNumber } from "../platform/dates.ts";
import type { Language } from "../platform/language.ts";

const formats = (locale: string) => {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "long", day: "numeric", ...options });
  return { withoutYear: format({}), withYear: format({ year: "numeric" }) };
};
const spoken = {
  en: { ...formats("en-US"), day: "day", days: "days" },
  es: { ...formats("es-US"), day: "día", days: "días" },
} satisfies Record<Language, unknown>;

/** A day as people say it: "October 12", with the year where it is not this one. */
export function spokenDate(day: number, today: number, language: Language): string {
  const { withoutYear, withYear } = spoken[language];
  const date = new Date(`${fromDayNumber(day)}T00:00:00Z`);
  const isThisYear = fromDayNumber(day).slice(0, 4) === fromDayNumber(today).slice(0, 4);
  return (isThisYear ? withoutYear : withYear).format(date);
}

/** "1 day", "12 days". */
export function spokenDays(days: number, language: Language): string {
  return `${days} ${days === 1 ? spoken[language].day : spoken[language].days}`;
}
