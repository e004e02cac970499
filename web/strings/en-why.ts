import type { AssignmentInForce, Due, Reason } from "../../functions/assignment/contract.ts";
import { count, quoted, words } from "./en.ts";
import { localized } from "./language.ts";

type Extension = NonNullable<AssignmentInForce["extension"]>;
type PriorLearning = NonNullable<AssignmentInForce["priorLearning"]>;
const daysOf = ({ days, unit }: Extract<Due, { kind: "relative" }>) =>
  unit === "contractDays" ? count(Math.abs(days), "contract day", "contract days") : count(Math.abs(days), "day", "days");

/** Why a module is assigned and why its date is what it is: read by those who ask, so fetched when they do. */
export const whyWords = localized("whyWords", {
  assignedBy: ({ origin, targetTitle, anchorOn }: Reason, today: string) =>
    origin.kind === "rule"
      ? `It belongs to ${quoted(targetTitle)}. Your district's rule ${quoted(origin.ruleName)} (version ${origin.ruleVersion}) gives it to the group you are in.`
      : `${origin.name} assigned ${quoted(targetTitle)} to you on ${words.date(anchorOn, today)}.`,
  note: (note: string) => `Their note: ${quoted(note)}`,
  start: ({ anchor, anchorOn }: Reason, today: string) => {
    const what = {
      roleStart: "the day your role began",
      ruleStart: "the day the rule began",
      assigned: "the day it was assigned",
      hired: "the day you were hired",
      schoolYearStart: "the start of the school year",
      certificateExpiry: "the last day of your certificate",
    }[anchor];
    return anchor === "certificateExpiry"
      ? `It is counted from ${words.date(anchorOn, today)}, ${what}.`
      : `The clock started on ${words.date(anchorOn, today)}, ${what}.`;
  },
  due: ({ due, dueOn, movedBy, leaveDays, graceEndsOn, isSpaced }: Reason, today: string) => {
    const basis = {
      paced: "The steps of a path are spaced out so that dates do not pile up",
      relative: due.kind === "relative" ? (due.days < 0 ? `It falls ${daysOf(due)} before that` : `You have ${daysOf(due)}`) : "",
      fixed: "One date holds for everyone",
    }[due.kind];
    const moved = movedBy === undefined ? "" : ` The date first fell in ${movedBy}, so it moved to the first school day after it.`;
    const waited =
      graceEndsOn === undefined ? "" : ` Nothing is due in your first 45 days, which end on ${words.date(graceEndsOn, today)}.`;
    const paused =
      leaveDays === undefined || leaveDays === 0 ? "" : ` Your leave stopped the clock for ${count(leaveDays, "day", "days")}.`;
    const apart = isSpaced ? " It comes a week after the step before it, so that dates do not pile up." : "";
    const by = words.due(dueOn, today);
    return `${basis}; this one ${dueOn < today ? by : `is ${by}`}.${paused}${waited}${moved}${apart}`;
  },
  priorLearning: ({ endedOn, dueOn }: PriorLearning, today: string) =>
    `What you had learned elsewhere counted for it until ${words.date(endedOn, today)}. You have 30 contract days from then: it is due ${words.date(dueOn, today)}.`,
  extension: ({ byName = "", dueOn = "", wasDueOn, words: said = "" }: Extension, today: string) =>
    `${byName} gave you more time: ${words.date(dueOn, today)} in the place of ${words.date(wasDueOn, today)}.${said === "" ? "" : ` They wrote: ${quoted(said)}`}`,
  others: "Also asked for by",
  other: ({ origin, dueOn }: Reason, today: string) =>
    `${origin.kind === "rule" ? `the rule ${quoted(origin.ruleName)}` : origin.name}, by ${words.date(dueOn, today)}. The earliest date counts.`,
  wrong: "If this looks wrong, tell your coach or your district administrator. They see the same reasons.",
});
