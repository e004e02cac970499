import type { HistoryColumn } from "../../functions/certification/decision-contract.ts";
import type { HistoryImportView, KeptBecause } from "../../functions/certification/history-contract.ts";
import { count, words } from "./en.ts";
import { localized } from "./language.ts";

const columns: Record<HistoryColumn, string> = {
  email: "Work address",
  "person id": "Person's id",
  certification: "Certification",
  "issued on": "Issued on",
  "expires on": "Last day",
  "clock hours": "Clock hours",
};
const certificates = (n: number): string => count(n, "certificate", "certificates");

/** What administrators read when they enter certificates from before. */
export const pastCertificateWords = localized("pastCertificateWords", {
  title: "Past certificates",
  link: "Enter past certificates",
  back: "All certifications",
  lead: "Certificates that people earned before, from a spreadsheet. Each keeps its own dates. Nobody is told, and you see everything before it is entered.",
  file: "The file, as CSV",
  fileHint:
    "One certificate a row: whose it is (work address or the roster's id), the certification's title, the day it was issued and its last day. Clock hours if you have them.",
  fileMissing: "Choose a file first.",
  look: "Look at the file",
  looking: "Reading…",
  columns: "What each column holds",
  columnsLead: "Read from the names in the first row. Change what is not right; the list below follows.",
  column: columns,
  notInFile: "Not in this file",
  samples: (samples: string[]) => (samples.length === 0 ? "Nothing stands there." : `For example: ${samples.join(" · ")}`),
  found: (n: number) => `${certificates(n)} would be entered`,
  foundNone: "Nothing new would be entered.",
  known: (n: number) =>
    `${certificates(n)} in the file ${n === 1 ? "was" : "were"} entered before and ${n === 1 ? "stays" : "stay"} as ${n === 1 ? "it is" : "they are"}.`,
  more: (n: number) => `And ${words.number(n)} more.`,
  name: "Person",
  certification: "Certification",
  issued: "Issued",
  until: "Until",
  today: "Today",
  line: "Row",
  problems: (n: number) => `${count(n, "row", "rows")} cannot be used`,
  problemsLead: "These rows are left out. Put them right in the file and choose it again: what was entered is not entered twice.",
  where: "Column",
  what: "What is wrong",
  enter: (n: number) => `Enter ${certificates(n)}`,
  entering: "Entering…",
  done: (n: number) => `${certificates(n)} entered. Nobody was told.`,
  begun: (n: number) => `${certificates(n)} ${n === 1 ? "is" : "are"} being entered. Nobody is told.`,
  begunLead: "You can leave this page: it goes on by itself.",
  doneLead: "They stand on each person's page and transcript, each with a public page, and count for what asks for a certificate in force.",
  another: "Choose another file",
  imports: "Entered before",
  beingImported: (n: number, by: string, on: string) =>
    `${certificates(n)} ${n === 1 ? "is" : "are"} being entered, begun by ${by} on ${on}.`,
  imported: (n: number, by: string, on: string) => `${certificates(n)} entered by ${by} on ${on}.`,
  cutShort: "This was cut short. Choose the same file again to enter the rest.",
  undo: "Take back",
  undoOf: (n: number, on: string) => `Take back: ${certificates(n)} of ${on}`,
  undoUntil: (day: string) => `Possible until ${day}.`,
  undoTitle: "Take this import back",
  undoWhat: (n: number) =>
    `${certificates(n)} ${n === 1 ? "goes" : "go"}, with ${n === 1 ? "its" : "their"} public ${n === 1 ? "page" : "pages"}. Nobody is told. You can enter the file again at any time.`,
  undoNone: "Nothing of it would go.",
  undoDo: (n: number) => `Take back ${certificates(n)}`,
  takingBack: "Taking back…",
  takenBack: "Taken back. Nobody was told.",
  undone: ({ takenBackByName = "", removed = 0, kept = 0 }: Pick<HistoryImportView, "takenBackByName" | "removed" | "kept">) =>
    `Taken back by ${takenBackByName}: ${words.number(removed)} went, ${words.number(kept)} stayed.`,
  keeps: (n: number) => `${certificates(n)} ${n === 1 ? "stays" : "stay"}`,
  certificateLine: (name: string, title: string, from: string, until: string) => `${name}: ${title}, ${from} to ${until}.`,
  because: {
    reliedOn: "A later certificate or an application rests on it.",
    decided: "It was revoked, put on hold or appealed since.",
    asked: "Its holder was asked for what has changed in it.",
    moved: "It went to another account when two were merged.",
  } satisfies Record<KeptBecause, string>,
});
