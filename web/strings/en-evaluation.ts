import type { EvaluationAnswers } from "../../functions/learning/evaluation-contract.ts";
import { words } from "./en.ts";
import { localized } from "./language.ts";

type Statement = keyof EvaluationAnswers;
type Level = EvaluationAnswers[Statement];

const statements: Record<Statement, string> = {
  relevant: "It mattered for my work.",
  clear: "It was clear.",
  usable: "I can use it in my work.",
  wellSpent: "The time was well spent.",
};

const levels: Record<Level, string> = {
  stronglyDisagree: "Strongly disagree",
  disagree: "Disagree",
  agree: "Agree",
  stronglyAgree: "Strongly agree",
};

/** What is asked of a module by whoever completed it, and what is said of the answers. */
export const evaluationWords = localized("evaluationWords", {
  statements,
  levels,
  title: "How was this module?",
  lead: "Four statements, less than a minute. Your credit does not depend on it.",
  begin: "Say how it was",
  formTitle: "How far do you agree?",
  privacy:
    "This is not anonymous. It is kept with your own record, and nobody else sees what you choose. Others read sums of ten people or more. Files for audits also say that you answered, and when. It is never used to evaluate staff.",
  until: (on: string, today: string) => `You can change it until ${words.date(on, today)}; then it is counted.`,
  choose: "Choose one of the four.",
  notComplete: "Some statements have no answer yet.",
  save: "Save",
  saving: "Saving…",
  cancel: "Cancel",
  saved: "Saved. Thank you.",
  given: (on: string, until: string, today: string) =>
    `You said this on ${words.date(on, today)}. You can change it until ${words.date(until, today)}.`,
  closed: (on: string, today: string) => `You said this on ${words.date(on, today)}. It is counted by now and stays as it is.`,
  change: "Change it",
});
