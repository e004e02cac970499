import { schoolYearStart } from "../platform/contract-days.ts";
import { addDays, type LocalDate } from "../platform/dates.ts";
import type { SchoolCalendar } from "../platform/district.ts";

/**
 * The last day of what is over on a day: evidence is kept for so many whole school years after the one in which it was decided,
 * so what was decided before the start of the school year that lies as many years back is over.
 */
export function lastDayOver(today: LocalDate, schoolYears: number, calendar: SchoolCalendar): LocalDate {
  let start = schoolYearStart(today, calendar);
  for (let years = 0; years < schoolYears; years++) start = schoolYearStart(addDays(start, -1), calendar);
  return addDays(start, -1);
}

/** The first day of the next month: evidence is emptied once a month, so that nobody is surprised between two looks at the page. */
export function nextRun(today: LocalDate): LocalDate {
  const [year = 0, month = 0] = today.split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}

/** The day for which a month's emptying was announced: what is over is over by then, whenever it is begun. */
export const firstOfMonth = (today: LocalDate): LocalDate => `${today.slice(0, 7)}-01`;

/** Whether a choice made on a day holds for this month's emptying: what was chosen this month was announced for the first of the next. */
export const holdsThisMonth = (savedOn: LocalDate, today: LocalDate): boolean => nextRun(savedOn) <= today;

/**
 * Since when nobody needs what a piece says: since it was decided or taken back; an accepted one only since the first certificate
 * that asks for such pieces and was issued after it was done, because until then it may still have to be read.
 */
export function pieceDoneWith(
  piece: { state: string; doneOn: LocalDate; lastOn: LocalDate },
  issuedOn: readonly LocalDate[],
): LocalDate | undefined {
  if (piece.state === "returned" || piece.state === "withdrawn") return piece.lastOn;
  if (piece.state !== "accepted") return undefined;
  const [first] = issuedOn.filter((day) => day >= piece.doneOn).toSorted();
  return first === undefined ? undefined : first > piece.lastOn ? first : piece.lastOn;
}
