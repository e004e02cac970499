import type { Access } from "../app/session.ts";
import type { JobRole } from "../../functions/roster/contract.ts";
import { daysBetween } from "../app/dates.ts";
import { localized } from "./language.ts";

/** The language and region of this file: dates and numbers are written its way. */
export const locale = "en-US";

const dateWith = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
  return (date: string) => formatter.format(new Date(`${date}T00:00:00Z`));
};
const weekdayDate = dateWith({ weekday: "long", month: "long", day: "numeric" });
const plainDate = dateWith({ month: "long", day: "numeric" });
const fullDate = dateWith({ year: "numeric", month: "long", day: "numeric" });
const shortDate = dateWith({ month: "short", day: "numeric" });
const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });

/** "1 lesson", "2 lessons". */
export const count = (n: number, one: string, many: string): string => `${number.format(n)} ${n === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export const list = localized("list", (items: string[]): string => new Intl.ListFormat(locale, { type: "conjunction" }).format(items));

/** “text”. */
export const quoted = (text: string): string => `“${text}”`;

/** "Due today" from "due today". */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Dates, times and numbers in words. Dates are local dates (`2026-12-05`); nothing here reads a clock. */
export const words = localized("words", {
  /** "Friday, December 5", with the year when it is not today's. */
  day: (date: string, today: string): string =>
    date.slice(0, 4) === today.slice(0, 4) ? weekdayDate(date) : `${weekdayDate(date)}, ${date.slice(0, 4)}`,
  /** "December 5", with the year when it is not today's. */
  date: (date: string, today: string): string => (date.slice(0, 4) === today.slice(0, 4) ? plainDate(date) : fullDate(date)),
  /** "December 5, 2026". */
  fullDate,
  /** "Dec 5". */
  shortDate,
  /** "due Friday, December 5", "due tomorrow, …", "was due …": by when, said so that nobody has to count. */
  due: (dueOn: string, today: string): string => {
    const days = daysBetween(today, dueOn);
    if (days === 0) return `due today, ${weekdayDate(dueOn)}`;
    if (days === 1) return `due tomorrow, ${weekdayDate(dueOn)}`;
    return `${days < 0 ? "was due" : "due"} ${words.day(dueOn, today)}`;
  },
  /** "today", "yesterday", "in 3 days", "12 days ago". */
  fromNow: (date: string, today: string): string => {
    const days = daysBetween(today, date);
    if (days === 0) return "today";
    if (Math.abs(days) === 1) return days > 0 ? "tomorrow" : "yesterday";
    return days > 0 ? `in ${number.format(days)} days` : `${number.format(-days)} days ago`;
  },
  /** "25 minutes", "1 hour 15 minutes". */
  minutes: (minutes: number): string => {
    const hours = Math.floor(minutes / 60);
    const rest = Math.round(minutes % 60);
    if (hours === 0) return count(rest, "minute", "minutes");
    return rest === 0 ? count(hours, "hour", "hours") : `${count(hours, "hour", "hours")} ${count(rest, "minute", "minutes")}`;
  },
  /** "about 25 minutes", "about 4 hours 15 minutes": an estimate, rounded as one would say it. */
  aboutMinutes: (minutes: number): string => {
    const step = minutes < 60 ? 5 : 15;
    return `about ${words.minutes(Math.max(step, Math.round(minutes / step) * step))}`;
  },
  /** "2.25 hours": credit, rounded down to a quarter as certificates do. */
  creditHours: (minutes: number): string => {
    const hours = Math.floor(minutes / 15) / 4;
    return count(hours, "hour", "hours");
  },
  number: (n: number): string => number.format(n),
  percent: (n: number): string => `${number.format(Math.round(n))}%`,
});

const jobRoles: Record<JobRole, string> = {
  teacher: "Teacher",
  interventionist: "Interventionist",
  specialEducator: "Special educator",
  counselor: "Counselor or social worker",
  psychologist: "School psychologist",
  paraprofessional: "Paraprofessional",
  schoolAdministrator: "School administrator",
  coach: "MTSS coach",
  districtLeader: "District leader",
  dataCoordinator: "Data coordinator",
};

const navigation: Record<Access | "certificates" | "reference", string> = {
  staff: "My path",
  certificates: "Certificates",
  reference: "Reference",
  coach: "My caseload",
  schoolLeader: "My school",
  districtLeader: "District",
  districtAdministrator: "Administration",
};

/** What every audience's pages share. Each audience has a file of its own beside this one (`en-learn.ts`). */
export const t = localized("t", {
  product: "Throughline",
  pageTitle: (title: string) => `${title} · Throughline`,
  loading: "Loading",
  close: "Close",
  everyFigure: "Show every figure",
  cancel: "Cancel",
  optional: "optional",
  nothingFound: "Nothing fits what you typed.",
  tryAgain: "Try again",
  newTab: "opens in a new tab",
  jobRoles,

  content: {
    table: "Table; scrolls sideways where it is wider than the screen",
    asides: {
      example: "Worked example",
      key: "The one idea to keep",
      try: "Try it now",
      caution: "A common mistake",
      compare: "Side by side",
      diagram: "Picture",
      graph: "Graph",
      sort: "Sort the cards",
      decide: "Read the graph and decide",
      statement: "Build the statement",
      score: "Score the session",
    },
  },

  shell: {
    skip: "Skip to the page",
    mainNavigation: "Main",
    navigation,
    home: "Throughline, to my path",
    search: "Search",
    account: (name: string) => `${name}: account and settings`,
    privacy: "Throughline holds no student data and is never used to evaluate staff.",
  },

  saving: {
    title: "Saving",
    saved: "Saved",
    sending: "Saving…",
    waiting: (n: number) =>
      `${count(n, "step", "steps")} saved on this device. ${n === 1 ? "It" : "They"} will be sent when you are online.`,
    waitingSignIn: "Saved on this device. Sign in again and it will be sent.",
    sendNow: "Send now",
    refusedTitle: "Something could not be saved",
    refused: (what: string, why: string) => `${what}: ${why}`,
    dismiss: "Understood",
    kinds: {
      lesson: "A finished lesson",
      answer: "An answer",
      place: "Your place",
      check: "A knowledge check",
      practice: "Your practice evidence",
    },
  },

  offline: {
    title: "Connection",
    banner: "You are offline. You can keep reading what is open; what you finish is kept on this device and sent later.",
    back: "You are online again.",
  },

  errors: {
    title: "This page could not be opened",
    offlineTitle: "We can't reach Throughline",
    offline: "Check your connection, then try again. Nothing that you finished is lost.",
    notAllowedTitle: "This page is not part of your role",
    internal:
      "Something went wrong on our side, not on yours. Try again in a moment. If it keeps happening, send the number below to your district administrator.",
    unexpected:
      "Something in this page went wrong. Reload it; if it keeps happening, tell your district administrator what you were doing.",
    requestId: (id: string) => `Number for support: ${id}`,
    reload: "Reload the page",
    home: "Go to my path",
    notFoundTitle: "There is no page here",
    notFound: "The address may be mistyped, or the page may have moved. Your path is the best place to start again.",
    actionFailed: "That did not work. Try again; nothing was lost.",
    actionOffline:
      "We can't reach Throughline right now, so this was not sent. What you entered is still here. Try again when you are online.",
  },
});
