import type { RubricLevel } from "../../functions/learning/contract.ts";
import { count, words } from "./en.ts";
import { localized } from "./language.ts";

const levels: Record<RubricLevel, string> = { notYet: "Not yet", developing: "Developing", meets: "Meets", exemplary: "Exemplary" };

/** What reviewing evidence says. */
export const reviewWords = localized("reviewWords", {
  levels,

  back: "My caseload",
  backSchool: "Reviews that wait",
  tabTitle: (name: string, practice: string) => `Review ${name}: ${practice}`,
  sent: (on: string, today: string, n: number) => `${n === 1 ? "sent" : `try ${n}, sent`} ${words.date(on, today)}`,
  evidence: "What they sent",
  noText: "No text; see the file.",
  file: (name: string, bytes: number) =>
    `${name} (${bytes >= 1_000_000 ? `${words.number(Math.round(bytes / 100_000) / 10)} MB` : `${words.number(Math.max(1, Math.round(bytes / 1000)))} KB`})`,
  download: "Download",
  task: "The task",
  asked: "What was asked for",
  earlier: (n: number) => count(n, "earlier try", "earlier tries"),
  earlierTry: (n: number, on: string, today: string) => `Try ${n}, sent ${words.date(on, today)}`,
  comment: "Your comment",
  commentBy: (name: string, on: string, today: string) => `${name}, ${words.date(on, today)}`,
  expired: (on: string, today: string) =>
    `Emptied on ${words.date(on, today)}: your district keeps evidence no longer. How it was decided stays.`,
  students:
    "If a student can be recognized in this, by a name, initials, a face or details that fit one child only, empty it below. Do not copy or forward it.",
  purge: {
    title: "A student can be recognized in it",
    hint: "Its text, its file and what was said of it go for good, here and in every earlier version; nobody can bring them back. That it was sent, who emptied it and why stays. They are told and can send it again.",
    hintAccepted:
      "Its text, its file and what was said of it go for good, here and in every earlier version; nobody can bring them back. It stays accepted.",
    reason: "Why, without naming the student",
    reasonNeeded: "Write a sentence, so that they can follow why.",
    act: "Empty it for good",
    working: "Emptying…",
    done: (name: string, isTold: boolean) =>
      isTold
        ? `Emptied. ${name} is told by mail.`
        : `Emptied. No mail goes to ${name}, who is not at work or has no address; it stands on their page.`,
    emptied: (name: string, on: string, today: string) =>
      `Emptied by ${name} on ${words.date(on, today)}: a student could be recognized in it.`,
  },
  form: "Your review",
  decided: "The review",
  noComment: "No comment was written.",
  commentEmptied: "What was said of it went with it.",
  rubricHint: "“Meets” on each line is enough to accept. Rate the work, not the person: this is feedback and never an evaluation.",
  progress: (done: number, total: number) => `${done} of ${count(total, "line", "lines")} rated`,
  commentHint: "Say what worked and one thing to try next. What you type is kept on this device until you send it.",
  commentNeeded: "Say in a sentence what would make it acceptable, so that the next try can succeed.",
  levelNeeded: "Rate this line before you accept.",
  levelNotYet: "This is rated not yet. Send the work back with a comment, or raise the level if it is met.",
  notComplete: "Some lines still need you before you can accept.",
  accept: "Accept",
  return: "Send back with comment",
  sending: "Sending…",
  accepted: (name: string) => `Accepted. ${name} is told by mail.`,
  returned: (name: string) => `Sent back. ${name} is told by mail, with your comment.`,
  nextUp: "Here is the next one.",
  lastOne: "That was the last one waiting.",
  decidedAccepted: (name: string, on: string, today: string) => `Accepted by ${name} on ${words.date(on, today)}`,
  decidedReturned: (name: string, on: string, today: string) => `Sent back by ${name} on ${words.date(on, today)}`,
  conflictTitle: "Someone else was first",
  conflictReload: "Show their review",
  own: "This is your own work. Someone else reviews it: your coach or another leader of your school.",
  unrated: "not rated",
});
