import { locale, words } from "./en.ts";
import { localized } from "./language.ts";

const month = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });

/** The words of every picture. */
export const charts = localized("charts", {
  showTable: "Show these figures as a table",
  week: "Week",
  month: (date: string) => month.format(new Date(`${date}T00:00:00Z`)),
  percent: words.percent,
  stripHint: "Point at a dot to see which school it is. By keyboard: Tab to the dots, then the arrow keys; Enter opens the school.",
  stripHintTouch: "Tap a dot to see which school it is.",
});
