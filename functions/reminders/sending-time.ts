import { addDays, instantOf, localDate, localTime } from "../platform/dates.ts";
import type { PersonNow } from "./kinds/kind.ts";
import { isInWindow, nextWorkingDay } from "./pending.ts";
import type { ReminderPolicy } from "./records.ts";

/** When mail may leave while nobody has decided otherwise. */
export const usualWindow: ReminderPolicy["window"] = { from: "07:00", to: "17:00" };

/**
 * When a reminder that is written now leaves: at once inside the sending window on a working day of the person's, and
 * otherwise when the window next opens on one. Undefined for someone who has no such day to come.
 */
export function nextSending(
  now: Date,
  zone: string,
  window: ReminderPolicy["window"],
  person: Pick<PersonNow, "staff" | "calendar">,
): Date | undefined {
  const today = localDate(now, zone);
  const isOver = localTime(now, zone) >= window.to;
  const day = nextWorkingDay(person, isOver ? addDays(today, 1) : today);
  if (day === undefined) return undefined;
  return day === today && isInWindow(now, zone, window) ? now : instantOf(day, window.from, zone);
}
