import type { MessageState } from "../../functions/platform/contract.ts";
import type { ReminderKindId, ReminderRun, SkipReason } from "../../functions/reminders/contract.ts";
import { count, list, locale, words } from "./en.ts";
import { localized } from "./language.ts";

const kinds: Record<ReminderKindId, string> = {
  overdue: "Past its date",
  dueSoon: "Falls due soon",
  returned: "Practice came back",
  newlyAssigned: "Newly assigned",
  renewal: "Certificate to renew",
  reviewWaiting: "Practice waits for a review",
  decisionWaiting: "Work or an application waits for a decision",
  peopleOverdue: "People late for long",
  leaderDigest: "The week's figures for leaders",
};
const reasons: Record<SkipReason, string> = {
  noAddress: "no address on the roster",
  notWorking: "on leave, suspended or left",
  notTheirDay: "not a working day of theirs",
  mailedToday: "already reminded today",
  stopped: "stopped by the person",
  error: "could not be looked at",
};
const states: Record<MessageState, string> = {
  pending: "waiting to leave",
  sending: "leaving",
  sent: "sent",
  delivered: "delivered",
  bounced: "came back",
  complained: "called unwanted",
  failed: "given up",
  cancelled: "not sent after all",
};

const time = (instant: string, zone: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "long", timeStyle: "short" }).format(new Date(instant));
const counted = <K extends string>(counts: Partial<Record<K, number>>, names: Record<K, string>): string =>
  list((Object.keys(names) as K[]).flatMap((one) => (counts[one] ? [`${words.number(counts[one])} ${names[one]}`] : [])));

const kindsCounted = (counts: Partial<Record<ReminderKindId, number>>): string =>
  list((Object.keys(kinds) as ReminderKindId[]).flatMap((one) => (counts[one] ? [`${kinds[one]} (${words.number(counts[one])})`] : [])));

/** When a kind is told, with its numbers where they are filled in. */
const sentences: Partial<Record<ReminderKindId, string>> = {
  overdue: "The day after the date, then again every {every} contract days, {atMost} times in all.",
  dueSoon: "{first} contract days before the date, and again {second} contract days before it.",
  returned: "After {after} contract days, and once more after as many again.",
  newlyAssigned: "The morning after, unless more than {within} contract days have passed by then.",
  renewal:
    "When the renewal window opens, and again {beforeEnd} calendar days before the last day. What has changed: as many days before its date, in the last week, and once after.",
  reviewWaiting: "After {after} contract days, and then twice more, a week apart.",
  decisionWaiting: "After {after} contract days, and then twice more, a week apart.",
  peopleOverdue:
    "The coach after {coach} contract days, the school's leaders after {schoolLeader}, the district's leaders after {districtLeader}.",
};

/** What each of those numbers counts, by the kind and the number: heard without the sentence around it. */
const numbers: Record<string, string> = {
  "overdue.every": "Past its date: contract days from one reminder to the next",
  "overdue.atMost": "Past its date: how many reminders in all",
  "dueSoon.first": "Falls due soon: contract days before the date, first reminder",
  "dueSoon.second": "Falls due soon: contract days before the date, second reminder",
  "returned.after": "Practice came back: contract days until a reminder",
  "newlyAssigned.within": "Newly assigned: contract days after which it is no longer told",
  "renewal.beforeEnd": "Certificate to renew: calendar days before the last day",
  "reviewWaiting.after": "Practice waits for a review: contract days until the coach is reminded",
  "decisionWaiting.after": "Work or an application waits for a decision: contract days until reviewers are told",
  "peopleOverdue.coach": "People late for long: contract days until the coach hears of it",
  "peopleOverdue.schoolLeader": "People late for long: contract days until the school's leaders hear of it",
  "peopleOverdue.districtLeader": "People late for long: contract days until the district's leaders hear of it",
};

/** What the administrator's page of reminders says. */
export const reminderWords = localized("reminderWords", {
  title: "Reminders",
  lead: "What Throughline mails by itself: one mail a person and day at most, on their working days, and nothing about what is done.",
  changed: (by: string, at: string, zone: string) => `Last changed by ${by}, ${time(at, zone)}.`,
  neverChanged: "Nothing is on yet, so nobody is reminded by itself. Choose what to turn on, look at who would get a mail, and save.",
  paused: "Everything is paused",
  pausedText:
    "No reminder is written or sent by itself. What waits is told once, as it then stands, when you go on. What a coach or leader writes still goes out.",
  pause: "Pause everything",
  goOn: "Send reminders again",
  pausedNow: "Reminders are paused.",
  goneOn: "Reminders go out again.",
  planning: "Working out when to look at whom. Reminders begin when this is done.",
  form: "What is sent, and when",
  kinds,
  explain: {
    overdue: "To the person, a few times after the date.",
    dueSoon: "To the person, twice before the date.",
    returned: "To the person, when practice came back with a comment and was not handed in again.",
    newlyAssigned: "To the person. Nothing that was assigned before you turn this on.",
    renewal: "To the person, twice in every term; and what they were asked to look at because it has changed.",
    reviewWaiting: "To the coach; without one, to the school's leaders.",
    decisionWaiting: "Of a piece of work, to the coach; of an application, to those who may review it: coaches and the district's leaders.",
    peopleOverdue: "To the coach first, later to the school's leaders, then to the district's, who see schools and counts, never names.",
    leaderDigest: "To school and district leaders, on the first contract day of each week: how theirs stands and where to ask first.",
  } satisfies Record<ReminderKindId, string>,
  sentences,
  number: (id: string, least: number, most: number) => `${numbers[id] ?? id} (${least} to ${most})`,
  numberError: (id: string, least: number, most: number) => `${numbers[id] ?? id}: give a whole number from ${least} to ${most}.`,
  window: "Sending window",
  from: "From",
  to: "Until",
  windowHint: (zone: string) => `Local time (${zone}). No reminder leaves outside it; what a coach or leader writes waits for it too.`,
  windowError: "The window has to end after it begins.",
  preview: "Show what would be mailed today",
  previewing: "Looking…",
  previewTitle: "What would be mailed today",
  previewProgress: "Looking at everyone",
  previewNone: "Nobody would get a mail today.",
  previewCount: (mails: number, looked: number) =>
    `${count(mails, "person", "people")} would get one mail each today, of ${words.number(looked)} looked at.`,
  previewLines: (lines: Partial<Record<ReminderKindId, number>>) => `In them: ${kindsCounted(lines)}.`,
  previewSkipped: (skipped: Partial<Record<SkipReason, number>>) => `Left out: ${counted(skipped, reasons)}.`,
  previewSamples: (shown: number, mails: number) =>
    shown < mails ? `${words.number(shown)} of them, as they would read` : "All of them, as they would read",
  previewEnglish: "Mails are in English, or in Spanish for those who chose it for their reminders.",
  outOfDate: "You have changed something since. Look again before you save.",
  lookFirst: "You turn something on: look at what would be mailed first.",
  save: "Save",
  saving: "Saving…",
  saved: "Saved. The next reminders follow it.",
  runs: "The latest days",
  runsNone: "No day yet on which anyone was due.",
  runDay: "Day",
  runWritten: "Mails",
  runLines: "About",
  runSkipped: "Left out",
  runLook: "How they arrived",
  lookAt: "Look",
  lookAtDay: (day: string) => day,
  cutOff: "The window closed before everyone was looked at; the rest followed on the next working day.",
  lines: (run: ReminderRun) => kindsCounted(run.lines) || "nothing",
  skipped: (run: ReminderRun) => counted(run.skipped, reasons) || "nobody",
  dayTitle: (day: string) => `How the mails of ${words.fullDate(day)} arrived`,
  dayStates: (counts: Partial<Record<MessageState, number>>) => counted(counts, states) || "No mail was written on that day.",
  dayPartial: "There were more than can be counted at once.",
  troubles: "Those that did not arrive",
  troublesNone: "All of them arrived, as far as is known.",
  trouble: ({ name, state, reason }: { name: string; state: MessageState; reason: string }) => {
    const why: Record<string, string> = {
      done: "it was done by then",
      stopped: "the person had stopped it",
      late: "its day had passed; it was told again",
      off: "reminders were paused",
      notWorking: "on leave, suspended or left by then",
      bounced: "the address takes no mail",
      complained: "the person called an earlier mail unwanted",
      uncertain: "nobody knows whether it left",
    };
    return `${name}: ${states[state]}${reason === "" ? "" : ` (${why[reason] ?? reason})`}`;
  },
  addresses: "Addresses that take no mail",
  addressesNone: "None. Mail reaches everyone it was sent to.",
  addressesLead:
    "Correct the address where the roster comes from; the new one gets mail at once. If it is right after all, send there again.",
  addressWhy: { bounced: "Mail came back", complained: "Called unwanted" },
  address: "Person",
  addressWhyHeader: "Why",
  addressAct: "What to do",
  release: "Send here again",
  releasing: "Saving…",
  released: (name: string) => `${name} gets mail at this address again.`,
});
