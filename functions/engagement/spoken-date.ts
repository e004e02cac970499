import { fromDayNumber } from "../platform/dates.ts";

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-US", { timeZone: "UTC", month: "long", day: "numeric", ...options });
const withoutYear = format({});
const withYear = format({ year: "numeric" });

/** A day as people say it: "October 12", with the year where it is not this one. */
export function spokenDate(day: number, today: number): string {
  const date = new Date(`${fromDayNumber(day)}T00:00:00Z`);
  const isThisYear = fromDayNumber(day).slice(0, 4) === fromDayNumber(today).slice(0, 4);
  return (isThisYear ? withoutYear : withYear).format(date);
}

/** "1 day", "12 days". */
export function spokenDays(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
