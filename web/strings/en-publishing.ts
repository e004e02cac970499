import { count, list, words } from "./en.ts";
import { localized } from "./language.ts";

/** What an administrator reads while publishing a module's text. */
export const publishing = localized("publishing", {
  lead: "First you see whom it meets. Nothing happens until you confirm.",
  nothingTitle: "There is nothing to publish",
  nothing: "There is no draft. Change something in the editor first.",
  sameTitle: "Nothing would change",
  same: "The draft reads exactly as what staff read today.",
  unsaved: "Your text is being saved first.",
  unsavedTrouble: "Your text is not saved yet, so it cannot be published. Open the editor to see why.",
  checking: "Checking the text…",
  mistakesTitle: "The text has mistakes",
  mistakes: "A text with mistakes cannot be published. The draft is kept.",
  changes: "What changes",
  newFile: "new",
  goneFile: "removed",
  toCompare: "See every change",
  whom: "Whom it meets",
  loadingPeople: "Looking up who has this module…",
  newToAll: "Nobody has it yet: it is new. Staff meet it once you assign it or put it into a rule.",
  counts: (completed: number, begun: number, ahead: number) =>
    `${count(completed, "person has", "people have")} finished it, ${count(begun, "is", "are")} in it now, ${count(ahead, "has", "have")} it ahead.`,
  nobody: "Nobody has this module on their path.",
  stages: {
    completed: "Finished it: they stay finished, with their date, credit and certificate",
    begun: "In it now: they go on in the new text, and what they did counts",
    ahead: "Have it ahead: they meet the new text only",
  },
  stageCount: (n: number) => `${count(n, "person", "people")}.`,
  cut: "The names stop at 200; the numbers count everyone.",
  when: "When",
  whens: { today: "Today, as soon as you confirm", later: "On a later day" },
  day: "Day",
  dayNeeded: "Choose a day after today.",
  again: "Lessons to read again",
  againWhich: "Ask those who had read it to read it again",
  againLead:
    "Only those who had read a lesson before are asked to read it again, and only the lessons you choose. Completions and certificates stay.",
  againNone: "No lesson that anyone may have read has changed, so there is nothing to read again.",
  find: "Find a lesson",
  review: "Look it over and publish",
  confirmTitle: "Publish this draft?",
  confirmToday: (n: number) => `Staff read the new text from now on. It meets ${count(n, "person", "people")}.`,
  confirmLater: (on: string, today: string, n: number) =>
    `Staff read the new text from ${words.day(on, today)}. Until then you can withdraw it. It meets ${count(n, "person", "people")} as things stand today.`,
  confirmAgain: (titles: string[]) =>
    titles.length === 0
      ? "Nobody is asked to read anything again."
      : `Those who had read them are asked to read again: ${list(titles)}. Completions and certificates stay.`,
  confirm: (isToday: boolean): string => (isToday ? "Publish now" : "Schedule it"),
  publishing: "Publishing…",
  doneTitle: (number: number, isToday: boolean) => (isToday ? `Edition ${number} is in force` : `Edition ${number} is scheduled`),
  doneToday: "Staff read it from this moment. The draft is now an edition; the one before stays in the list and you can go back to it.",
  doneLater: (on: string, today: string) =>
    `Staff read it from ${words.day(on, today)}. Until then you can withdraw it on the overview. The draft is now an edition.`,
  toOverview: "To the overview",
  conflict: "Someone changed the draft after you looked at it. Look at it again, then publish.",
  conflictReload: "Show the draft as it is now",
});
