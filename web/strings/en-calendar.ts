import type { CalendarPreview } from "../../functions/engagement/calendar-contract.ts";
import { count, list, locale, words } from "./en.ts";
import { localized } from "./language.ts";

const monthName = (date: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "long", year: "numeric" }).format(new Date(`${date.slice(0, 7)}-01T00:00:00Z`));

/** What the administrator's calendar says. */
export const calendarWords = localized("calendarWords", {
  title: "Calendar",
  lead: "On which days people work. Nothing falls due on any other day, and days that are counted are counted in these.",
  whose: "Whose calendar",
  everyone: "Everyone in no group",
  year: "School year",
  yearName: (from: string, to: string) =>
    from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${to.slice(2, 4)}`,
  addYear: "Add the next year",
  addGroup: "Add a group with other days",
  newGroup: (n: number) => `Group ${words.number(n)}`,
  group: "The group",
  groupName: "Name of the group",
  jobs: "Jobs in this group",
  jobsHint: "Someone's primary job decides which calendar is theirs.",
  inOther: (name: string) => `now in ${name}`,
  removeGroup: (name: string) => `Do without ${name}`,
  starts: "First day",
  ends: "Last day",
  breaks: "Breaks and days off",
  noBreaks: "None yet. Without any, every weekday of the year is a contract day.",
  breakName: "Name",
  from: "First day off",
  to: "Last day off",
  remove: "Remove",
  removeBreak: (name: string) => (name === "" ? "Remove this break" : `Remove ${name}`),
  addBreak: "Add a break or a day off",
  picture: (from: string, to: string, days: number) =>
    `School year from ${words.fullDate(from)} to ${words.fullDate(to)}: ${count(days, "contract day", "contract days")}`,
  total: (days: number) => `${count(days, "contract day", "contract days")} in this year.`,
  kinds: { contract: "contract day", break: "break or day off", weekend: "weekend" },
  asTable: "Show as a table",
  month: "Month",
  monthName,
  contractDays: "Contract days",
  daysOff: "Breaks and days off",
  none: "none",
  list,
  preview: "Show whose dates move",
  previewing: "Looking…",
  effect: "What this does to open due dates",
  moves: ({ total, dates, later, earlier, isComplete }: CalendarPreview) => {
    if (total === 0) return isComplete ? "Nobody's open due date moves." : "No date moves among those looked at.";
    const least = isComplete ? "" : "At least ";
    return `${least}${count(dates, "open due date", "open due dates")} of ${count(total, "person", "people")} would move: ${words.number(later)} later, ${words.number(earlier)} earlier.`;
  },
  incomplete: (looked: number) =>
    `More people have open dates than one preview looks at; these are the first ${words.number(looked)}. Everyone is brought up to date after saving.`,
  more: (shown: number, total: number) => `The first ${words.number(shown)} of ${words.number(total)} people are listed.`,
  person: "Person",
  dates: "Dates that move",
  move: (title: string, from: string, to: string, days: number) =>
    `${title}: ${from} → ${to} (${count(Math.abs(days), "day", "days")} ${days > 0 ? "later" : "earlier"})`,
  save: "Save the calendar",
  saving: "Saving…",
  saved: "The calendar is saved.",
  bringing: "Bringing everyone's dates up to the calendar",
  brought: "Everyone's dates follow the calendar now.",
  onePerson: "One person on another calendar",
  onePersonLead: "For someone whose contract differs from that of their job. It holds at once and stays through roster imports.",
  familyName: "Family name begins with",
  find: "Find",
  nobodyFound: "Nobody's family name begins like that.",
  choosePerson: "Choose a person",
  calendarOf: (name: string) => `Calendar of ${name}`,
  asJob: (name: string) => `As their job says: ${name}`,
  personSaved: (name: string) => `${name} is on that calendar now.`,
  reload: "Show their version",
  endingTitle: "No next school year is entered",
  ending: (name: string | undefined, endsOn: string, today: string) => {
    const whose = name === undefined ? "The district's calendar" : `The calendar of ${name}`;
    const when = endsOn < today ? `ended on ${words.date(endsOn, today)}` : `ends on ${words.date(endsOn, today)}`;
    return `${whose} ${when}.`;
  },
  endingNote: "Until the next year is entered, dates after it are reckoned as in the last one, without breaks.",
});
