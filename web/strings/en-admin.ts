import type { Due, RulePreview, RuleView } from "../../functions/assignment/contract.ts";
import type { JobRole, PersonView, SchoolLevel } from "../../functions/roster/contract.ts";
import { count, list, t, words } from "./en.ts";
import { localized } from "./language.ts";

const quoted = (text: string) => `“${text}”`;
const levels: Record<SchoolLevel, string> = { elementary: "elementary", middle: "middle", high: "high", district: "district office" };

const dueWords = (due: Due) => {
  if (due.kind === "paced") return "at the path's own pace";
  return due.kind === "relative" ? `${count(due.days, "day", "days")} after it starts for them` : `by ${words.fullDate(due.on)}`;
};

/** What the administrators' pages say. */
export const admin = localized("admin", {
  navigation: "Administration",
  pages: {
    roster: "Roster",
    people: "People",
    coaches: "Coaches",
    rules: "Rules",
    library: "Library",
    content: "Modules",
    teams: "Teams",
    calendar: "Calendar",
  },

  rules: {
    title: "Rules",
    lead: "A rule gives everyone in a role its learning, from their first day on. A change reaches people within minutes; nobody loses what they have done.",
    new: "New rule",
    noneTitle: "No rule yet",
    none: "Without a rule, nobody is assigned anything by itself. The usual start is one rule for each role path.",
    audience: ({ roles, levels: chosenLevels, schoolIds }: { roles: JobRole[]; levels: SchoolLevel[]; schoolIds: string[] }) => {
      const places = [
        ...(chosenLevels.length > 0 ? [`${list(chosenLevels.map((level) => levels[level]))} schools`] : []),
        ...(schoolIds.length > 0 ? [count(schoolIds.length, "chosen school", "chosen schools")] : []),
      ];
      return `${list(roles.map((role) => t.jobRoles[role]))}${places.length === 0 ? ", everywhere" : `, at ${list(places)}`}`;
    },
    gives: ({ targetTitle, due, effectiveFrom }: Pick<RuleView, "targetTitle" | "due" | "effectiveFrom">) =>
      `Gives ${quoted(targetTitle)}, due ${dueWords(due)}. In force from ${words.fullDate(effectiveFrom)}.`,
    people: (n: number) => count(n, "person", "people"),
    active: "Active",
    inactive: "Switched off",
    version: (n: number) => `Version ${n}`,
  },

  rule: {
    newTitle: "New rule",
    editTitle: (name: string) => `Rule: ${name}`,
    back: "Rules",
    name: "Name",
    nameHint: "People read it under “Why me”: say what it gives and to whom.",
    nameNeeded: "Give it a name of at least 3 letters.",
    who: "Who",
    roles: "Roles",
    rolesNeeded: "Choose at least one role.",
    levels: "School levels",
    levelsHint: "None chosen means all levels.",
    levelNames: { elementary: "Elementary", middle: "Middle", high: "High", district: "District office" } satisfies Record<
      SchoolLevel,
      string
    >,
    schools: "Only at these schools",
    schoolsHint: "None chosen means all schools.",
    find: "Find",
    what: "What",
    when: "By when",
    from: "In force from",
    fromHint: "For people who are in the role already, the clock starts on this day; for others on their first day in the role.",
    fromNeeded: "Choose the day on which it begins.",
    isActive: "This rule is active",
    isActiveHint: "Switched off, it gives nothing new and what it gave ends. What people have done stays on record.",
    preview: "Show who would be added and removed",
    previewing: "Working it out…",
    previewTitle: "Before you save",
    previewSummary: ({ added, removed, unchanged }: RulePreview) =>
      `${count(added.total, "person gets", "people get")} it new, ${words.number(removed.total)} no longer ${removed.total === 1 ? "has" : "have"} it, and for ${words.number(unchanged)} nothing changes. Nobody is mailed now.`,
    added: (n: number) => `Added (${words.number(n)})`,
    removed: (n: number) => `Removed (${words.number(n)})`,
    removedNote: "What they have done stays on record. Other reasons for the same modules still hold.",
    personAt: (name: string, schools: string[]) => `${name}, ${list(schools)}`,
    more: (n: number) => `and ${words.number(n)} more`,
    save: "Save the rule",
    saving: "Saving…",
    saved: (name: string) => `${quoted(name)} is saved. It reaches people within minutes.`,
    conflictReload: "Show their version",
    readOnly: "District administrators change rules. You can read them here.",
  },

  coaches: {
    title: "Coaches",
    lead: "Everyone has at most one coach: the one whose caseload they are on.",
    leadForLeaders:
      "Everyone has at most one coach: the one whose caseload they are on. District administrators move people between coaches.",
    noneTitle: "No coach on the roster",
    none: "People whose role on the roster is coach appear here.",
    withoutCoach: (n: number) =>
      n === 0
        ? "Everyone on the roster has a coach."
        : `${count(n, "person has", "people have")} no coach. What they hand in waits for their school's leader.`,
    table: "Coaches, by name",
    columns: { name: "Coach", schools: "Schools", caseload: "Caseload", act: "Change" },
    caseload: (n: number) => count(n, "person", "people"),
    give: "Give people",
    giveTo: (name: string) => `to ${name}`,
    dialog: (name: string) => `Give people to ${name}`,
    explain: (name: string) =>
      `Whoever you choose has ${name} as their coach from now on. A coach they had before no longer sees them; reviews and history stay.`,
    school: "School",
    people: "People",
    find: "Find someone",
    hasCoach: (roles: JobRole[], coach: string | undefined) =>
      `${list(roles.map((role) => t.jobRoles[role]))} · ${coach === undefined ? "no coach" : `coach: ${coach}`}`,
    hasThis: (roles: JobRole[]) => `${list(roles.map((role) => t.jobRoles[role]))} · on this caseload already`,
    without: "Choose all who have no coach",
    chosen: (n: number) => `${count(n, "person", "people")} chosen`,
    needed: "Choose at least one person.",
    nobody: "Nobody is on the roster of this school today.",
    confirm: (n: number) => (n === 0 ? "Give them" : `Give ${count(n, "person", "people")}`),
    confirming: "Saving…",
    done: (n: number, name: string) => `${count(n, "person has", "people have")} ${name} as coach now.`,
  },

  people: {
    notAllowed: "Your role does not include this. Your district administrator can tell you who can help.",
    title: "People",
    lead: "Everyone on the roster. Change names, roles and schools in your own system; the next import brings them here.",
    name: "Family name begins with",
    school: "School",
    anySchool: "Choose a school",
    either: "Type the beginning of a family name to look through the whole district, or choose a school to see everyone there.",
    search: "Find",
    table: (n: number, isMore: boolean) => (isMore ? `The first ${words.number(n)} people` : count(n, "person", "people")),
    none: "Nobody fits. Try fewer letters of the family name, or another school.",
    columns: { name: "Name", roles: "Roles", coach: "Coach", status: "Status" },
    roleAt: (role: JobRole, school: string) => `${t.jobRoles[role]}, ${school}`,
    noCoach: "no coach",
    status: ({ status, isOnLeave }: PersonView) => {
      if (status !== "active") return { suspended: "Suspended", left: "No longer here" }[status];
      return isOnLeave ? "On leave" : "Active";
    },
    more: "Show more",
    loading: "Loading…",
  },
});
