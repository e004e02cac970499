import * as z from "zod";
import type { Language } from "./language.ts";

/**
 * Local dates (`YYYY-MM-DD`) and the arithmetic on them. Deadlines are local dates in the district's zone,
 * never instants, so a change to or from daylight-saving time cannot move one.
 */
export const LocalDate = z.iso.date();
export type LocalDate = string;

const dayMs = 86_400_000;
const twoDigits = Array.from({ length: 32 }, (_, i) => String(i).padStart(2, "0"));
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The last few thousand answers: a year has few days, and every page counts with the same ones. */
const datesAt = new Map<string, LocalDate>();
const numbersOf = new Map<LocalDate, number>();

function kept<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): Value {
  if (known.size >= 4_096) known.clear();
  known.set(key, value);
  return value;
}

/** A day begins on a quarter of an hour in every zone, so all instants of one quarter have one date. */
const quarterMs = 15 * 60_000;

/** The calendar date that a clock on the wall of `zone` (IANA name) shows at `instant`. */
export function localDate(instant: Date, zone: string): LocalDate {
  const key = `${zone} ${Math.floor(instant.getTime() / quarterMs)}`;
  const known = datesAt.get(key);
  if (known !== undefined) return known;
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    formatters.set(zone, formatter);
  }
  return kept(datesAt, key, formatter.format(instant));
}

/** The instant at which a date begins on the wall of `zone`; where a change of clocks skips midnight, the first moment after it. */
export function startOfDay(date: LocalDate, zone: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // Zones lie within 14 hours of UTC.
  let low = midnight - 16 * 3_600_000;
  let high = midnight + 16 * 3_600_000;
  while (high - low > quarterMs) {
    const middle = low + Math.floor((high - low) / 2 / quarterMs) * quarterMs;
    if (localDate(new Date(middle), zone) < date) low = middle;
    else high = middle;
  }
  return new Date(high);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall of `zone` shows at `instant`, as `07:05`. */
export function localTime(instant: Date, zone: string): string {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    clocks.set(zone, clock);
  }
  return clock.format(instant);
}

/** The instant at which a clock on the wall of `zone` shows a time on a date; where a change of clocks skips it, a moment after it. */
export function instantOf(date: LocalDate, time: string, zone: string): Date {
  const wanted = minutesIn(time);
  const guess = startOfDay(date, zone).getTime() + wanted * 60_000;
  // A change of clocks earlier that day puts the guess off by as much as the clock was put.
  const mended = guess + (wanted - minutesIn(localTime(new Date(guess), zone))) * 60_000;
  return new Date(localTime(new Date(mended), zone) === time ? mended : guess);
}

const minutesIn = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Days since 1970-01-01; the compact form in which summary rows keep dates. */
export function dayNumber(date: LocalDate): number {
  return numbersOf.get(date) ?? kept(numbersOf, date, Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs));
}

/** The inverse of `dayNumber`. Put together by hand: due dates of a whole district are worked out with it, and this is five times as fast. */
export function fromDayNumber(day: number): LocalDate {
  const date = new Date(day * dayMs);
  return `${String(date.getUTCFullYear()).padStart(4, "0")}-${twoDigits[date.getUTCMonth() + 1]}-${twoDigits[date.getUTCDate()]}`;
}

/** `date` moved by whole calendar days, forwards or back. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** `date` moved by whole years; 29 February becomes 28 February where the year has none. */
export function addYears(date: LocalDate, years: number): LocalDate {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return new Date(Date.UTC(year + years, month - 1, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(date: LocalDate): number {
  const sinceMonday = (dayNumber(date) + 3) % 7;
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

/** The ISO 8601 week of a date, as `2026-W07`. */
export function isoWeek(date: LocalDate): string {
  const thursday = addDays(date, 4 - weekday(date));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

const written = {
  en: new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }),
  es: new Intl.DateTimeFormat("es-US", { dateStyle: "long", timeZone: "UTC" }),
} satisfies Record<Language, Intl.DateTimeFormat>;

/** A local date as people write it: November 2, 2026; 2 de noviembre de 2026. */
export function writtenDate(date: LocalDate, language: Language = "en"): string {
  return written[language].format(new Date(`${date}T00:00:00Z`));
}
