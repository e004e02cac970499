import type { AssignPreview } from "../../functions/assignment/contract.ts";
import { count, list, words } from "./en.ts";
import { localized } from "./language.ts";

type Effect = AssignPreview["people"][number]["effect"];

const effects: Record<Effect, string> = {
  new: "New on their path",
  earlier: "Already theirs; now due earlier",
  alreadyAssigned: "Already theirs; its date stays",
  alreadyCompleted: "Already done; nothing is asked again",
  waived: "Exempt from it; nothing changes",
};

/** What assigning says, for one person and for many. */
export const assignWords = localized("assignWords", {
  title: "Assign learning",
  dialogTitle: (name: string) => `Assign learning to ${name}`,
  lead: "You see who gets it, by name, before anything is saved.",
  who: "Who",
  whoHow: { people: "Choose people", places: "Everyone at schools, or in roles" },
  placesOnCaseload: "None chosen means all of these. Only people on your caseload are reached.",
  whoPeople: "People on your caseload",
  whoPeopleAll: "Everyone on my caseload",
  whoseSchool: "Of which school",
  whoAtSchool: "People there",
  whoSchools: "Schools",
  whoSchoolsHint: "None chosen means all the schools within your reach.",
  whoRoles: "Roles",
  whoRolesHint: "None chosen means every role.",
  findSchool: "Find a school",
  findRole: "Find a role",
  whoNeeded: "Choose at least one person, school or role.",
  chosen: (n: number) => `${count(n, "person", "people")} chosen`,
  what: "What",
  kind: "What is it?",
  kinds: { module: "One module", path: "A whole role path" },
  kindHints: { module: "Something they need now, whatever their path.", path: "All modules of a role, in order." },
  module: "Module",
  path: "Path",
  pick: "Choose…",
  targetNeeded: "Choose what to assign.",
  minutes: (title: string, minutes: number) => `${title} (${words.minutes(minutes)})`,
  when: "By when",
  due: "It falls due",
  dues: { paced: "At the path's own pace", relative: "After a number of days", fixed: "On one date" },
  dueHints: {
    paced: "Each module has its own date, so that they do not pile up.",
    relative: "Counted from the day it starts for them. A date in a break or the summer moves to the next school day.",
    fixed: "The same day for everyone. A date in a break or the summer moves to the next school day.",
  },
  days: "Days",
  daysNeeded: "Write a number of days from 1 to 730.",
  on: "Date",
  onNeeded: "Choose a date from today on.",
  note: "A note to them",
  noteHint: "They read it under “Why me”. Kind and short.",
  preview: "Show who gets it",
  previewing: "Working it out…",
  previewTitle: "Before you assign",
  previewSummary: (counts: Record<Effect, number>, total: number) => {
    if (total === 0) return "Nobody gets it. See below who was left out and why.";
    const parts = [
      ...(counts.new > 0 ? [`${counts.new} get it new`] : []),
      ...(counts.earlier > 0 ? [`for ${counts.earlier} it moves earlier`] : []),
      ...(counts.alreadyAssigned > 0 ? [`${counts.alreadyAssigned} already have it`] : []),
      ...(counts.alreadyCompleted > 0 ? [`${counts.alreadyCompleted} already finished it`] : []),
      ...(counts.waived > 0 ? [`${counts.waived} are exempt from it`] : []),
    ];
    return `${count(total, "person", "people")}: ${list(parts)}.`;
  },
  previewOne: (effect: Effect, dueOn: string, today: string) => {
    if (effect === "alreadyCompleted") return "They have already finished this. Nothing would be asked again.";
    if (effect === "waived") return "They are exempt from this. It changes nothing while that holds.";
    return effect === "alreadyAssigned"
      ? `Already theirs; its date does not change: ${words.due(dueOn, today)}.`
      : `${effects[effect]}, ${words.due(dueOn, today)}.`;
  },
  moved: (from: string, to: string, by: string | undefined, today: string, upTo?: string) => {
    const later = upTo === undefined ? "" : `; for people who work by another calendar, to ${words.date(upTo, today)} at the latest`;
    return `${words.date(from, today)} is no school day${by === undefined ? "" : ` (${by})`}, so it moves to ${words.date(to, today)}${later}.`;
  },
  mailsNobody: "Nobody gets an e-mail about it: it appears on their path, with your name and your note.",
  shownFirst: (shown: number, total: number) => `The first ${words.number(shown)} of ${words.number(total)} are shown.`,
  effects,
  columns: { name: "Name", school: "School", effect: "What happens", due: "Due" },
  leftOut: (n: number) => `Left out (${words.number(n)})`,
  leftOutLine: (name: string, reason: string) => `${name}: ${reason}`,
  /** `changes`: for how many of them it changes something. */
  confirm: (n: number, changes: number) => {
    if (n === 1) return "Assign it";
    return changes === n
      ? `Assign to ${count(n, "person", "people")}`
      : `Assign to ${count(n, "person", "people")}, new to ${words.number(changes)}`;
  },
  confirming: "Assigning…",
  previewTotal: (total: number) => `${count(total, "person", "people")} are reached.`,
  nothingChangesTitle: "There is nothing to assign",
  nothingChanges: (counts: Record<Effect, number>) => {
    const parts = [
      ...(counts.alreadyAssigned > 0
        ? [`${counts.alreadyAssigned} already ${counts.alreadyAssigned === 1 ? "has" : "have"} it, due no later`]
        : []),
      ...(counts.alreadyCompleted > 0 ? [`${counts.alreadyCompleted} ${counts.alreadyCompleted === 1 ? "has" : "have"} finished it`] : []),
      ...(counts.waived > 0 ? [`${counts.waived} ${counts.waived === 1 ? "is" : "are"} exempt from it`] : []),
    ];
    return `It would change nothing for anyone: ${list(parts)}. Choose something else, an earlier date or other people.`;
  },
  done: (n: number) => `Assigned to ${count(n, "person", "people")}.`,
  doneText: "It is on their path with your name and your note. You can take it back for anyone on their page.",
  undo: "Undo",
  undoing: "Taking it back…",
  undone: "Taken back. Nobody's path has it from you.",
  undoManually: "It went to more people than are listed here. To take it back, open a person's page.",
  again: "Assign something else",
});
