import type { AssignmentInForce } from "../../functions/assignment/contract.ts";
import type { WaiverView } from "../../functions/assignment/decision-contract.ts";
import { count, list, quoted, sentenceCase, words } from "./en.ts";
import { localized } from "./language.ts";

/** What is said about waivers, more time and prior learning, to the learner and to those who decide. */
export const decisionWords = localized("decisionWords", {
  ask: "Ask for more time",
  askTitle: (title: string) => `More time for ${quoted(title)}`,
  askOn: "By when you can do it",
  askReason: "Why you need it",
  askSend: "Send the request",
  askText: "Your coach or school leader decides. Until then the date stays as it is. You get one e-mail with the answer.",
  asked: "Your request is on its way. The answer will be here and in one e-mail.",
  waiting: ({ wishedOn = "" }: NonNullable<AssignmentInForce["request"]>, today: string) =>
    `More time asked for: until ${words.date(wishedOn, today)}. It waits for an answer.`,
  declined: ({ byName = "", words: said = "" }: NonNullable<AssignmentInForce["request"]>) =>
    `${byName} did not give more time. ${quoted(said)}`,
  equivalent: ({ byName, evidence, until }: NonNullable<AssignmentInForce["equivalency"]>) =>
    `Counted as done for prior learning${until === undefined ? "" : ` until ${words.fullDate(until)}`}, by ${byName}: ${quoted(evidence)}`,
  exempt: ({ target, title, byName, reason, until }: WaiverView, today: string) => {
    const what = target.kind === "path" ? `the whole path ${quoted(title)}` : quoted(title);
    const how = until === undefined ? "" : ` until ${words.date(until, today)}`;
    return `Exempt from ${what}${how}, by ${byName}: ${quoted(reason)}`;
  },
  exemptTitle: "Exempt from",
  sending: "Saving…",
  queue: (n: number) => `${count(n, "request", "requests")} for more time`,
  queueLine: (title: string, wishedOn: string, today: string) => `${title}, until ${words.date(wishedOn, today)}`,
  queueAll: (n: number) => `Show all ${n}`,
  /** Why a request is the reader's to answer: their own person's, or one that nobody nearer answered. */
  queueWhy: (nearer: string[], days: number, isOwn: boolean) => {
    const waited = days === 0 ? "asked today" : `waiting ${count(days, "contract day", "contract days")}`;
    if (isOwn) return sentenceCase(waited);
    if (nearer.length === 0) return `${sentenceCase(waited)}; nobody nearer can answer`;
    return `${sentenceCase(waited)}; ${list(nearer)} ${nearer.length === 1 ? "has" : "have"} not answered`;
  },
  answerShort: "Answer",
  answerOf: (name: string, title: string) => `the request of ${name} for ${quoted(title)}`,
  time: "Give more time",
  answer: "Answer the request",
  timeTitle: (name: string, title: string) => `More time for ${name}: ${quoted(title)}`,
  theirReason: (reason: string) => `Their reason: ${quoted(reason)}`,
  dueOn: "New date",
  say: "In your words",
  sayHint: "They read it on their path and in one e-mail.",
  grant: "Give more time",
  decline: "Leave the date as it is",
  granted: "More time given. They get one e-mail.",
  declinedDone: "Answered. They get one e-mail.",
  waive: "Exempt",
  waiveTitle: (name: string, title: string) => `Exempt ${name} from ${quoted(title)}`,
  waiveText: "It leaves their path, whoever asks for it, and no rule brings it back. What they have done stays. You can take this back.",
  waivePath: "Exempt from a whole path",
  waivePathTitle: (name: string, title?: string) =>
    `Exempt ${name} from ${title === undefined ? "a whole path" : `the whole path ${quoted(title)}`}`,
  waivePathText: "No rule brings it back. What they have done stays. You can take it back on this page, all of it at once.",
  whichPath: "Path",
  leaves: (n: number, name: string) => `${count(n, "module leaves", "modules leave")} the path of ${name}`,
  leavesDone: (n: number) => `${count(n, "module", "modules")} done already: ${n === 1 ? "it stays" : "they stay"} on record`,
  stays: (n: number) => `${count(n, "module stays", "modules stay")}, since something else asks for ${n === 1 ? "it" : "them"}`,
  staysBy: (title: string, by: { kind: "rule" | "person"; name: string }) =>
    by.kind === "rule" ? `${title}: the rule ${quoted(by.name)}` : `${title}: assigned by ${by.name}`,
  leavesNothing: "Something else asks for everything on this path too, so exempting would change nothing.",
  waivePathDo: (open: number) => (open === 0 ? "Exempt from the path" : `Exempt from ${count(open, "module", "modules")}`),
  reason: "Reason",
  until: "Until, if not for good",
  waived: "Exempt. You can take it back on this page.",
  equivalency: "Count prior learning",
  equivalencyTitle: (name: string, title: string) => `Prior learning of ${name} for ${quoted(title)}`,
  equivalencyText: "It counts as done on their path. It is no completion here: no credit, no certificate.",
  evidence: "What it was, and what you saw of it",
  learnedOn: "When it was learned",
  recorded: "Recorded. You can take it back on this page.",
  takeBack: "Take it back",
  takenBack: "Taken back. It counts no longer.",
});
