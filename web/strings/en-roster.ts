import type {
  ImportHold,
  ImportState,
  ImportView,
  PreviewChange,
  PreviewKind,
  RosterDiagnostic,
} from "../../functions/roster/import-contract.ts";
import type { HrField } from "../../functions/roster/mapping-contract.ts";
import { count, list, locale, words } from "./en.ts";
import { localized } from "./language.ts";

const time = (instant: string, zone: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "long", timeStyle: "short" }).format(new Date(instant));
const people = (n: number) => count(n, "person", "people");
const sizeOf = (bytes: number): string => `${words.number(Math.max(0.1, Math.round(bytes / 100_000) / 10))} MB`;
const states: Record<ImportState, string> = {
  previewing: "Being read",
  previewed: "Waiting for you",
  held: "Held",
  applying: "Being applied",
  applied: "Applied",
  discarded: "Discarded",
  notApplicable: "Cannot be used",
};

/** What the pages about roster files say. */
export const rosterWords = localized("rosterWords", {
  page: {
    title: "Roster",
    lead: "Who works where, in which role. It comes from your student information or HR system. You see what a file changes before it changes anything.",
    upload: "Bring in a roster file",
    file: "OneRoster file (.zip)",
    fileHint:
      "Version 1.1 or 1.2, the whole roster or changes alone. Students and families in it are counted and never kept. Passwords are never read.",
    fileNeeded: "Choose a file or the folder first.",
    fileNotZip: "This is not a .zip file. Export the roster as OneRoster CSV and choose the zip as it comes.",
    fileTooLarge: (megabytes: number) =>
      `This file is larger than ${words.number(megabytes)} MB. Leave out the students' files (they are not used), and zip the rest again.`,
    folder: "Or the unzipped folder",
    folderHint: "The folder with orgs.csv, users.csv and, in version 1.2, roles.csv. Only these and manifest.csv leave your device.",
    folderNotRoster: "There is no orgs.csv or users.csv in this folder. Choose the folder that the OneRoster export made.",
    folderTooLarge: (megabytes: number) =>
      `The files in this folder are larger than ${words.number(megabytes)} MB even when packed. Export staff without students, and choose the folder again.`,
    folderUnreadable: "The files in this folder could not be read. Close any program that has them open, and choose the folder again.",
    start: "Show what it changes",
    sending: (percent: number) => `Sending: ${words.percent(percent)}`,
    reading: "Received. Reading it; this can take some seconds for a large district.",
    progress: "Sending the file",
    hr: "People who are not in it: a personnel file",
    hrLead: "For aides and other support staff whom OneRoster leaves out. Any CSV from your HR system will do; it adds to the roster.",
    hrFile: "Personnel file (.csv)",
    hrFileHint: "You say once what its columns are; the next file with the same columns is read without asking.",
    hrNeeded: "Choose a .csv file first.",
    hrLook: "Look at its columns first, also if they were matched before",
    hrStart: "Read the file",
    hrLooking: "Reading…",
    leftOut: "Whom to leave out of OneRoster files",
    leftOutLead:
      "Substitutes, say, whom your files list as teachers. Rows with one of these as their role or job title are read over. Nobody leaves by saving: the next file shows first whom it changes.",
    leftOutTitles: "Titles, one a line",
    leftOutHint: "For example: Substitute Teacher. Capitals, spaces and “ext:” do not matter.",
    leftOutSave: "Save the titles",
    leftOutSaving: "Saving…",
    leftOutSaved: (n: number) =>
      n === 0 ? "Saved. The next file is read whole." : `Saved. The next file is read without ${count(n, "title", "titles")}.`,
    export: "Take the roster out",
    exportLead:
      "Schools, staff and their roles as they are now, as a OneRoster 1.2 zip that other systems read. Reading it back changes nothing.",
    exportStart: "Make the file",
    exportAsking: "Starting…",
    exportMaking: "Making the roster file",
    exportReady: (n: number) => `The file is ready: ${people(n)}, as they are now. It can be fetched here until you leave this page.`,
    exportDownload: (bytes: number) => `Download (${sizeOf(bytes)})`,
    exportFetching: "Downloading…",
    exportAgain: "Make it again",
    past: "Roster files so far",
    pastNone: "No roster has been brought in yet.",
    columns: { when: "When", source: "File", people: "People", result: "Where it stands" },
    people: ({ staff }: Pick<ImportView, "staff">) =>
      `${words.number(staff.added)} added, ${words.number(staff.changed + staff.moved)} changed, ${words.number(staff.ended)} ended`,
    result: ({ state, errors }: Pick<ImportView, "state" | "errors">) =>
      state === "applied" && errors > 0 ? `${states.applied}, ${count(errors, "row", "rows")} left out` : states[state],
    time,
  },

  mapping: {
    title: "What are its columns?",
    lead: (rows: number) =>
      `${count(rows, "row", "rows")}. Below each column are its first values. Correct what was guessed wrong; nothing is kept until you save.`,
    fields: {
      id: "Employee number",
      givenName: "First name",
      familyName: "Last name",
      fullName: "Whole name",
      email: "Work e-mail",
      title: "Job title",
      school: "School",
      hiredOn: "Day of hire",
      status: "Status (terminated, active)",
    } satisfies Record<HrField, string>,
    notUsed: "Not used",
    column: (header: string) => `Column “${header}”`,
    samples: (values: string[]) => (values.length === 0 ? "No values." : `For example: ${values.join(" · ")}`),
    isPrivate: "Looks private: neither shown nor read.",
    hidden: (headers: string[]) => `Not shown and not read, because they look private: ${list(headers)}.`,
    titles: "What are its job titles?",
    titlesLead: (n: number) =>
      n === 0
        ? "Each title has a meaning."
        : `${count(n, "title has", "titles have")} no meaning yet; their people are left out and listed.`,
    schools: "Which schools are these?",
    schoolsLead: (n: number) =>
      n === 0 ? "Each place is known." : `${count(n, "place is", "places are")} not known yet; their people are left out and listed.`,
    choose: "Not known yet",
    ignore: "Leave out: not our concern",
    times: (value: string, n: number) => `${value} (${words.number(n)})`,
    noTitles: "Choose the column with job titles and the one with schools first.",
    endsAbsent: "Whoever came from this source and is not in a file has left",
    endsAbsentHint: "Only if each file lists everyone. People from OneRoster are never ended by a personnel file.",
    name: "Name of the source",
    nameHint: "Files under the same name are about the same people.",
    missing: (fields: string[]) => `Choose a column for: ${list(fields)}.`,
    save: "Save and show what it changes",
    saving: "Saving…",
    cancel: "Put the file away",
  },

  one: {
    back: "Roster",
    title: (instant: string, zone: string) => `Roster file of ${time(instant, zone)}`,
    lead: ({ source, format, oneRosterVersion, isDelta, sourceName = "" }: ImportView) =>
      [source, format === "hr" ? sourceName : ["OneRoster", oneRosterVersion ?? ""].join(" "), ...(isDelta ? ["changes only"] : [])].join(
        " · ",
      ),
    previewing: "Working out what it changes",
    applying: "Applying the roster file",
    previewTitle: "Nothing has changed yet",
    preview: "Look at what this file changes, then apply it.",
    nothing: "This file changes nothing: everyone is on the roster as it says.",
    below: "Below stand whom it changes, what it asks of them by your rules, and which mail follows.",
    rowsBelow: ({ errors, warnings }: Pick<ImportView, "errors" | "warnings">) =>
      [
        ...(errors > 0 ? [`${count(errors, "row is", "rows are")} left out`] : []),
        ...(warnings > 0 ? [`${count(warnings, "row has", "rows have")} a warning`] : []),
      ].join("; "),
    apply: "Apply",
    applyingNow: "Starting…",
    discard: "Discard",
    discarding: "Discarding…",
    heldTitle: "Held: someone has to say that this is right",
    tooMany: ({ ended, active }: ImportHold) =>
      `${people(ended)} of ${words.number(active)} would end. More than one in twenty at once is often a file that breaks off, or half of an export.`,
    administrators: (names: string[]) =>
      names.length === 1 ? `${names[0]} would no longer be an administrator.` : `${list(names)} would no longer be administrators.`,
    endsYou: "You are one of them: applying this file ends your own access as an administrator.",
    endsMyAccess: "I know that this ends my own access.",
    reason: "Why is this right?",
    reasonHint: "It is kept with this import. For example: “Two schools closed on 30 June; their staff left.”",
    confirm: "Confirm and apply",
    discardHint: "If it is not right, discard it: the roster stays as it is.",
    givenReason: (reason: string) => `It was held. The reason given: “${reason}”`,
    appliedBy: (name: string, instant: string, zone: string) => `Applied by ${name} on ${time(instant, zone)}.`,
    appliedTitle: "Applied",
    applied: "Everything in the file is in the roster. Nobody's completions, credit or certificates were touched.",
    appliedWithErrors: (errors: number) =>
      `The good rows are in. ${count(errors, "row was", "rows were")} left out: mend ${errors === 1 ? "it" : "them"} in your system as the table says, and bring the file in again. Nothing that is already in is harmed by it.`,
    discardedTitle: "Discarded",
    discarded: "Nothing of this file was applied. The roster is as it was.",
    notApplicableTitle: "This file cannot be used",
    notApplicable: "The roster is as it was before.",
    again: "Bring in another file",
    counts: "What it changes",
    countsDone: "What it changed",
    countColumns: { what: "Of", added: "Added", changed: "Changed", moved: "Moved", ended: "Ended", unchanged: "Unchanged" },
    schools: "Schools",
    staff: "People",
    skipped: (n: number) => `${count(n, "row", "rows")} about students and families: counted, never kept.`,
    leftOut: (n: number, format: ImportView["format"]) =>
      format === "hr"
        ? `${count(n, "row", "rows")} left out, as you chose for their title or place.`
        : `${count(n, "row", "rows")} left out for their title, as your district chose: the first of each title is listed below.`,
    covered: (n: number) => `${people(n)} in this file come with the OneRoster roster already: nothing of theirs is changed.`,
    keptUntil: (day: string) => `The lists below are kept until ${words.fullDate(day)}. The counts stay.`,
    lists: "Who, and which rows",
    listsGone: (day: string) =>
      `Whom this file changed, what it asked of them and which rows needed someone was kept until ${words.fullDate(day)}, and is gone. Each person's timeline says what was changed.`,
    tooLateTitle: "Too old to be applied",
    tooLate: "What was read of this file is no longer kept. Discard it, and bring the file in again.",
    who: "Who",
    kinds: { added: "Added", changed: "Changed", moved: "Moved to another school", ended: "Ended" } satisfies Record<PreviewKind, string>,
    kindOption: (label: string, n: number) => `${label} (${words.number(n)})`,
    kind: "Show",
    name: "Find by name",
    none: "Nobody here.",
    person: { name: "Name", place: "Where", change: "What changes" },
    changeNames: {
      name: "Name",
      email: "E-mail",
      roles: "Role",
      schools: "School",
      dates: "Dates of a role or of hire",
      administrator: "Administrator",
      returns: "Comes back",
    } satisfies Record<PreviewChange["field"], string>,
    fromTo: (before: string, after: string) => `${before} → ${after}`,
    isAdministrator: "yes",
    noValue: "none",
    page: (from: number, to: number, total: number) => `${words.number(from)} to ${words.number(to)} of ${words.number(total)}`,
    previous: "Earlier",
    next: "Later",
    problems: "Rows that need you",
    problemsNone: "No row needs you. Every row could be used as it stands.",
    download: "Download all as CSV",
    show: "Show",
    shows: { all: "Everything", error: "Rows left out", warning: "Warnings" },
    columns: { severity: "Kind", place: "Where", message: "What", fix: "What to do" },
    severity: { error: "Left out", warning: "Warning" } satisfies Record<RosterDiagnostic["severity"], string>,
    place: ({ file, line, column }: RosterDiagnostic) =>
      `${file}, line ${words.number(line)}${column === undefined ? "" : `, column ${column}`}`,
  },
});
