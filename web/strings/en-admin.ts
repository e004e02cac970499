import type { JobRole, PersonView } from "../../functions/roster/contract.ts";
import { count, list, t, words } from "./en.ts";
import { localized } from "./language.ts";

/** What the administrators' pages say. */
export const admin = localized("admin", {
  navigation: "Administration",
  pages: {
    keys: "Keys",
    check: "Self-check",
    retention: "What is kept",
    reminders: "Reminders",
    roster: "Roster",
    people: "People",
    coaches: "Coaches",
    rules: "Rules",
    library: "Library",
    content: "Modules",
    teams: "Teams",
    calendar: "Calendar",
    certifications: "Certifications",
    hours: "Hours",
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
    lead: "Everyone on the roster. Open a name to see their record: roles, transfers, leave and all that happened. What you change there stays when the roster is imported again.",
    name: "Family name begins with",
    school: "School",
    anySchool: "Choose a school",
    either: "Type the beginning of a family name to look through the whole district, or choose a school to see everyone there.",
    search: "Find",
    assign: "Assign learning",
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
