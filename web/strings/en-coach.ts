import type { AssignmentInForce, Reason } from "../../functions/assignment/contract.ts";
import type { CertificateView } from "../../functions/certification/contract.ts";
import type { CaseloadPage } from "../../functions/engagement/people-contract.ts";
import type { EnrollmentState, EvidenceView } from "../../functions/learning/contract.ts";
import { count, list, locale, words } from "./en.ts";
import { localized } from "./language.ts";

const quoted = (text: string) => `“${text}”`;
const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type Need = CaseloadPage["people"][number]["need"];

const needs: Record<Need, string> = {
  review: "Review waits",
  overdue: "Overdue",
  stalled: "Stalled",
  dueSoon: "Due soon",
  onTrack: "On track",
  onLeave: "On leave",
};

const groups: Record<Need, string> = {
  review: "With a review above",
  overdue: "Past a date",
  stalled: "Begun, then stopped",
  dueSoon: "Due soon",
  onTrack: "On track",
  onLeave: "On leave: nothing is asked of them",
};

const states: Record<EnrollmentState, string> = {
  notStarted: "Not started",
  started: "Under way",
  contentComplete: "Practice is next",
  practiceSubmitted: "Practice waits for review",
  practiceReturned: "Practice sent back",
  completed: "Done",
};

const evidenceStates: Record<EvidenceView["state"], string> = {
  submitted: "Waiting for review",
  returned: "Sent back",
  accepted: "Accepted",
};

const certificateStatus: Record<CertificateView["status"] | "renewed", string> = {
  active: "In force",
  renewalDue: "Time to renew",
  inGrace: "Over; can still be renewed",
  lapsed: "Lapsed",
  suspended: "Suspended",
  revoked: "Revoked",
  renewed: "Renewed",
};

const waiting = (days: number) => (days === 0 ? "sent today" : `waiting ${count(days, "day", "days")}`);

type Extension = NonNullable<AssignmentInForce["extension"]>;
const daysFrom = ({ days, unit }: { days: number; unit?: string | undefined }) => {
  const spoken = unit === "contractDays" ? count(Math.abs(days), "contract day", "contract days") : count(Math.abs(days), "day", "days");
  return days < 0 ? `${spoken} before that` : `${spoken} from then`;
};

const sendingTime = (instant: string, zone: string): string => {
  const at = new Date(instant);
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: "long", month: "long", day: "numeric" }).format(at);
  return `on ${day}, after ${new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: "short" }).format(at)}`;
};

/** What the pages of those who support others say. */
export const coach = localized("coach", {
  needs,
  states,
  evidenceStates,
  certificateStatus,

  caseload: {
    title: "Who needs you this week",
    lead: (people: number, reviews: number, asking: number) =>
      [
        count(people, "person", "people"),
        reviews === 0 ? "no review waits" : count(reviews, "review waits", "reviews wait"),
        asking === 0 ? "nobody is late or stalled" : `${words.number(asking)} ${asking === 1 ? "is" : "are"} late or stalled`,
      ].join(" · "),
    assign: "Assign learning",
    reviews: "Waiting for your review",
    reviewsNone: "No review waits. Well kept.",
    reviewsLead: "The longest wait comes first. A quick answer is what turns learning into practice.",
    review: "Review",
    reviewFirst: (name: string) => `Review the longest wait: ${name}`,
    waiting,
    people: "Your people",
    find: "Find someone",
    findNone: "Nobody on your caseload has that in their name.",
    groups,
    openGroup: (need: Need, people: number) => `${groups[need]} (${words.number(people)})`,
    showAll: (people: number) => `Show all ${words.number(people)}`,
    remind: "Remind",
    remindOf: (name: string) => name,
    emptyTitle: "Nobody is on your caseload yet",
    empty:
      "A district leader or administrator gives people a coach, under Administration, Coaches. The people you are given appear here, those who need something first.",
  },

  remind: {
    title: (name: string) => `Remind ${name}`,
    explain: (name: string, when?: string) =>
      when === undefined
        ? `${name} gets this once, by mail, today. It is not repeated, and nobody else sees it.`
        : `Mail leaves in working hours alone. This waits and goes out ${when}, once, unless ${name} has done the step by then. Nobody else sees it.`,
    sendingTime: (instant: string, zone: string) => sendingTime(instant, zone),
    message: "Your message",
    messageHint: "The mail greets them by name, says which step it is about with its date and a link, and ends with your name.",
    prefill: (about: string | undefined) =>
      about === undefined
        ? "I am thinking of you and your path. Is there anything in the way that I can help with? A few minutes this week would be a good start, and I am glad to sit down with you."
        : `I am thinking of you and ${quoted(about)}. Is there anything in the way that I can help with? A few minutes this week would be a good start, and I am glad to sit down with you.`,
    about: "About",
    aboutAll: "Their next step",
    alreadyToday: (name: string, when?: string) =>
      when === undefined
        ? `No second mail was sent: ${name} has already had a reminder today. One a day is enough.`
        : `No second mail was written: ${name} already gets a reminder then, ${when}. One a day is enough.`,
    lastMailed: (name: string, on: string, today: string) => `${name} last got mail from Throughline ${words.date(on, today)}.`,
    neverMailed: (name: string) => `${name} has had no mail from Throughline yet.`,
    taken: (name: string, when?: string) =>
      when === undefined
        ? `${name} has already had a reminder today. One a day is enough: another can be sent tomorrow.`
        : `A reminder for ${name} waits already and goes out ${when}. One a day is enough.`,
    send: "Send the reminder",
    sendLater: "Send it then",
    sending: "Sending…",
    sent: (name: string, when?: string) =>
      when === undefined ? `Sent. ${name} gets it by mail today.` : `Kept for ${name}. It goes out ${when}.`,
    needed: "Write a few words first.",
  },

  person: {
    back: "My caseload",
    backSchool: "My school",
    backDistrict: "District",
    backRecord: "Record",
    backPeople: "People",
    roleAt: (role: string, school: string) => `${role}, ${school}`,
    coach: (name: string) => `Coach: ${name}`,
    noCoach: "No coach yet",
    onLeave: "On leave. The clock is stopped, nothing counts as late, and no mail is sent to them or about them.",
    left: "No longer works here. What they completed and earned stays on record.",
    suspended: "Suspended. Nothing is assigned and no mail is sent. What they completed stays on record.",
    summary: (done: number, total: number, creditMinutes: number, minutesLeft: number) =>
      [
        `${done} of ${count(total, "step", "steps")} done`,
        ...(creditMinutes > 0 ? [`${words.creditHours(creditMinutes)} of credit`] : []),
        ...(minutesLeft > 0 ? [`about ${words.minutes(minutesLeft)} left`] : []),
      ].join(" · "),
    assign: "Assign learning",
    remind: "Remind",
    path: "Path",
    pathEmptyTitle: "Nothing is assigned",
    pathEmpty: "Rules give people their role's path; you can also assign one thing yourself.",
    due: (dueOn: string, today: string) => sentenceCase(words.due(dueOn, today)),
    done: (on: string, today: string) => `Done ${words.date(on, today)}`,
    late: "Past its date",
    grace: "New here: nothing counts as late in the first 45 days",
    stateLine: ({ state, lessonsDone, lessonCount }: AssignmentInForce) => {
      if (state === "notStarted") return "Not opened yet";
      if (state === "started")
        return lessonsDone < lessonCount
          ? `${lessonsDone} of ${count(lessonCount, "lesson", "lessons")} done`
          : "Lessons done; the knowledge check is next";
      if (state === "contentComplete") return "Lessons and check done; the practice task is next";
      if (state === "practiceSubmitted") return "Evidence has been sent and waits for a review";
      if (state === "practiceReturned") return "Sent back with a comment; the next try is theirs";
      return "Done";
    },
    waitsFor: (titles: string[]) => `Best after ${list(titles.map(quoted))}`,
    review: "Review",
    evidence: "Evidence and reviews",
    evidenceNone: "No evidence has been sent for this.",
    evidencePrivate:
      "Evidence is between the person, their coach and their school's leaders. You see that it was reviewed, not what it says.",
    submission: (n: number, on: string, today: string) => `Try ${n}, sent ${words.date(on, today)}`,
    reviewedBy: (name: string, on: string, today: string) => `${name}, ${words.date(on, today)}`,
    certificates: "Certificates",
    certificatesNone: "None yet. A certificate is issued by itself on the day the last requirement is met.",
    valid: (issuedOn: string, expiresOn: string) => `Issued ${words.fullDate(issuedOn)}, valid until ${words.fullDate(expiresOn)}`,
    toward: (title: string, met: number, total: number) => `${title}: ${met} of ${count(total, "requirement", "requirements")} met`,
    verify: "Verify",
    verifyOf: (title: string) => title,
    takeBack: "Take back",
    takeBackOf: (title: string) => title,
    takeBackTitle: (title: string) => `Take back ${quoted(title)}?`,
    takeBackText: (name: string) =>
      `${name} no longer has this from you. What they have done stays on record, and other reasons for the same module still hold.`,
    takeBackDo: "Take it back",
    takingBack: "Taking it back…",
    takenBack: "Taken back. What was done stays on record.",
  },

  why: {
    summary: "Why this, and why this date?",
    assignedBy: ({ origin, targetTitle, anchorOn }: Reason, today: string) =>
      origin.kind === "rule"
        ? `It belongs to ${quoted(targetTitle)}. The rule ${quoted(origin.ruleName)} (version ${origin.ruleVersion}) gives it to the group they are in.`
        : `${origin.name} assigned ${quoted(targetTitle)} on ${words.date(anchorOn, today)}.`,
    note: (note: string) => `Their note: ${quoted(note)}`,
    due: ({ due, dueOn, anchor, anchorOn, movedBy, leaveDays, graceEndsOn, isSpaced }: Reason, today: string) => {
      const start = {
        roleStart: "the day the role began",
        ruleStart: "the day the rule began",
        assigned: "the day it was assigned",
        hired: "the day they were hired",
        schoolYearStart: "the start of the school year",
        certificateExpiry: "the last day of their certificate",
      }[anchor];
      const basis = {
        paced: "The steps of a path are spaced out so that dates do not pile up",
        relative: due.kind === "relative" ? daysFrom(due) : "",
        fixed: "One date holds for everyone",
      }[due.kind];
      const later = [
        ...(movedBy === undefined ? [] : [`The date first fell in ${movedBy}, so it moved to the first school day after it.`]),
        ...(leaveDays === undefined || leaveDays === 0 ? [] : [`Leave stopped the clock for ${count(leaveDays, "day", "days")}.`]),
        ...(graceEndsOn === undefined ? [] : [`It waited for the end of their first 45 days, ${words.date(graceEndsOn, today)}.`]),
        ...(isSpaced ? ["It comes a week after the step before it, so that dates do not pile up."] : []),
      ];
      const by = words.due(dueOn, today);
      const which = `${basis}; this one ${dueOn < today ? by : `is ${by}`}.`;
      return [`The clock started on ${words.date(anchorOn, today)}, ${start}.`, which, ...later].join(" ");
    },
    extension: ({ byName = "", dueOn = "", wasDueOn, words: said = "" }: Extension, today: string) =>
      `${byName} gave more time: ${words.date(dueOn, today)} in the place of ${words.date(wasDueOn, today)}.${said === "" ? "" : ` ${quoted(said)}`}`,
    others: "Also asked for by",
    other: ({ origin, dueOn }: Reason, today: string) =>
      `${origin.kind === "rule" ? `the rule ${quoted(origin.ruleName)}` : origin.name}, by ${words.date(dueOn, today)}. The earliest date counts.`,
  },
});
