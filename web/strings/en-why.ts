import type { Reason } from "../../functions/assignment/contract.ts";
import { count, quoted, words } from "./en.ts";
import { localized } from "./language.ts";

/** Why a module is assigned and why its date is what it is: read by those who ask, so fetched when they do. */
export const whyWords = localized("whyWords", {
  assignedBy: ({ origin, targetTitle, anchorOn }: Reason, today: string) =>
    origin.kind === "rule"
      ? `It belongs to ${quoted(targetTitle)}. Your district's rule ${quoted(origin.ruleName)} (version ${origin.ruleVersion}) gives it to everyone with your role.`
      : `${origin.name} assigned ${quoted(targetTitle)} to you on ${words.date(anchorOn, today)}.`,
  note: (note: string) => `Their note: ${quoted(note)}`,
  start: ({ anchor, anchorOn }: Reason, today: string) => {
    if (anchor === "roleStart") return `The clock started on ${words.date(anchorOn, today)}, the day your role began.`;
    if (anchor === "ruleStart") return `The clock started on ${words.date(anchorOn, today)}, the day the rule began.`;
    return `The clock started on ${words.date(anchorOn, today)}, the day it was assigned.`;
  },
  due: ({ due, dueOn, movedBy, graceEndsOn, isSpaced }: Reason, today: string) => {
    const basis = {
      paced: "The steps of a path are spaced out so that dates do not pile up",
      relative: due.kind === "relative" ? `You have ${count(due.days, "day", "days")}` : "",
      fixed: "One date holds for everyone",
    }[due.kind];
    const moved = movedBy === undefined ? "" : ` The date first fell in ${movedBy}, so it moved to the first school day after it.`;
    const waited =
      graceEndsOn === undefined ? "" : ` Nothing is due in your first 45 days, which end on ${words.date(graceEndsOn, today)}.`;
    const apart = isSpaced ? " It comes a week after the step before it, so that dates do not pile up." : "";
    const by = words.due(dueOn, today);
    return `${basis}; this one ${dueOn < today ? by : `is ${by}`}.${waited}${moved}${apart}`;
  },
  others: "Also asked for by",
  other: ({ origin, dueOn }: Reason, today: string) =>
    `${origin.kind === "rule" ? `the rule ${quoted(origin.ruleName)}` : origin.name}, by ${words.date(dueOn, today)}. The earliest date counts.`,
  wrong: "If this looks wrong, tell your coach or your district administrator. They see the same reasons.",
});
