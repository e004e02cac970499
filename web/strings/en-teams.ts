import type { CriticalRole, Gap, HolderState } from "../../functions/engagement/coverage-contract.ts";
import type { SeatRole, TeamKind } from "../../functions/roster/team-contract.ts";
import { count, list, words } from "./en.ts";
import { localized } from "./language.ts";

const teamNames: Record<TeamKind, string> = {
  tier1: "Tier 1 team",
  tier2: "Tier 2 team",
  tier3: "Tier 3 team",
  schoolLeadership: "School leadership team",
  districtLeadership: "District leadership team",
};
const roleNames: Record<SeatRole, string> = {
  facilitator: "facilitator",
  dataAnalyst: "data analyst",
  minuteTaker: "minute taker",
  tierLead: "tier lead",
  coach: "coach",
  administrator: "administrator",
  executive: "executive sponsor",
  specialEducation: "special education lead",
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "has had no trained data analyst since March 12; named: nobody; backup: nobody". */
const gapWords = ({ role, openedOn, cause, members, backups }: Gap, today: string): string => {
  const trained = cause === "away" ? "no" : "no trained";
  const since = openedOn === today ? "as of today" : `since ${words.date(openedOn, today)}`;
  const away = cause === "away" ? " (away or gone)" : cause === "untrained" ? " (training missing)" : "";
  const named = members.length > 0 ? `; named: ${list(members)}${away}` : "";
  return `has had ${trained} ${roleNames[role]} ${since}${named}; backup: ${backups.length > 0 ? list(backups) : "nobody"}`;
};

/** What is said of teams and the seats on them. */
export const teamWords = localized("teamWords", {
  team: (team: TeamKind) => teamNames[team],
  role: (role: SeatRole) => capital(roleNames[role]),
  gap: (gap: Gap, today: string) => `${teamNames[gap.team]} ${gapWords(gap, today)}.`,
  gapAt: ({ name, gap }: { name: string; gap: Gap }, today: string) => `${teamNames[gap.team]} at ${name} ${gapWords(gap, today)}.`,
  overview: {
    title: "Teams",
    lead: "Which seats on teams nobody trained fills, school by school, and since when.",
    open: "What is open",
    none: "Every required seat is covered by someone trained.",
    noneTitle: "Nothing is open",
    places: "How each team stands",
    place: "School or district",
    covered: (covered: number, required: number) => (required === 0 ? "no required seat" : `${covered} of ${required}`),
    placesLead: "How many of its required seats someone trained fills.",
    noTeam: "not run here",
    empty: "There are no teams to show yet. They appear once schools are on the roster.",
    link: "Teams of your schools",
    oldest: (shown: number, total: number) => `The ${words.number(shown)} that have been open longest, of ${words.number(total)}.`,
    decide: "Decide which seats there are",
  },
  bench: {
    role: {
      facilitator: "Facilitator",
      dataAnalyst: "Data analyst",
      coach: "Coach",
      tier2Lead: "Tier 2 lead",
      tier3Lead: "Tier 3 lead",
    } satisfies Record<CriticalRole, string>,
    school: "School",
    figure: "Roles with two people or more",
    rate: ({ numerator, denominator }: { numerator: number; denominator: number }) =>
      denominator === 0 ? "No such seats" : `${words.number(numerator)} of ${words.number(denominator)}`,
    sentence: ({ numerator, denominator }: { numerator: number; denominator: number }) =>
      `${words.number(numerator)} of ${count(denominator, "critical role", "critical roles")} could go on without any one person.`,
    people: (people: number) => (people === 0 ? "Nobody" : count(people, "person", "people")),
    others: (schools: number) => count(schools, "more school", "more schools"),
    thin: "rests on one person or nobody",
    none: "None of these schools' teams have these seats yet. Name people to them and this figure begins.",
    toTeams: (name: string) => `Teams at ${name}`,
    own: "See who is named, and name someone",
    export: "Download as CSV",
    computed: "How this is computed",
  },
  page: {
    title: (name: string) => `Teams at ${name}`,
    titleDistrict: "The district's team",
    lead: (open: number) =>
      open === 0 ? "Every required seat is covered by someone trained." : `${count(open, "required seat is", "required seats are")} open.`,
    open: "What is open",
    back: "All teams",
    link: "Teams",
    covered: "Covered",
    isOpen: (open: number) => `${words.number(open)} open`,
    optional: "optional",
    asksFor: (titles: string[]) => (titles.length === 0 ? "asks for no training" : `asks for ${list(titles)}`),
    nobody: "Nobody is named.",
    backup: "backup",
    name: "Name someone",
    nameFor: (role: SeatRole, team: TeamKind) => `Name someone as ${roleNames[role]}: ${teamNames[team]}`,
    assign: "Assign the training",
    end: "Take off",
    endFor: (name: string, role: SeatRole) => `Take ${name} off the seat of ${roleNames[role]}`,
    ended: (name: string, role: SeatRole) => `${name} is no longer ${roleNames[role]}.`,
    undo: "Undo",
    from: (from: string, until: string | undefined, today: string) =>
      until === undefined ? `since ${words.date(from, today)}` : `${words.date(from, today)} to ${words.date(until, today)}`,
    starts: (from: string, today: string) => `from ${words.date(from, today)}`,
    state: {
      covers: "trained and here",
      untrained: "training missing",
      onLeave: "on leave",
      suspended: "suspended",
      left: "no longer works here",
      moved: "works at another school now",
      notYet: "not yet",
      ended: "ended",
      unknown: "just named",
    } satisfies Record<HolderState, string>,
    missing: (titles: string[]) => `training missing: ${list(titles)}`,
    earlier: (total: number) => `Earlier: ${count(total, "person", "people")}`,
    note: "A seat is covered while someone named to it, member or backup, works here, is not on leave and holds its training.",
  },
  dialog: {
    title: (role: SeatRole) => `Name a ${roleNames[role]}`,
    person: "Who",
    personHint: "Those who hold the training come first.",
    choose: "Choose a person",
    trained: (name: string) => `${name}: trained`,
    untrained: (name: string) => `${name}: training missing`,
    elsewhere: (name: string) => `${name}: coach from another school`,
    needed: "Choose a person first.",
    isBackup: "As a backup",
    isBackupHint: "Covers the seat while the member cannot.",
    from: "From",
    until: "Last day",
    untilHint: "Leave it empty if it is not known.",
    submit: "Name them",
    submitting: "Naming…",
    done: (name: string, role: SeatRole) => `${name} is named as ${roleNames[role]}.`,
    loading: "Looking up who could be named",
    nobody: "Nobody is on the roster of this school yet.",
  },
  plans: {
    title: "Seats on teams",
    lead: "Which teams every school runs, which seats they have, and what whoever sits there must have learned.",
    isRun: "Every school runs this team",
    isRunDistrict: "The district runs this team",
    seats: "Seats",
    has: (role: SeatRole) => capital(roleNames[role]),
    required: "required",
    use: "Seat",
    need: "How it is needed",
    none: "no such seat",
    optional: "optional",
    training: (role: SeatRole) => `Training for the ${roleNames[role]}`,
    noTraining: "none",
    certificate: (title: string) => `Certificate: ${title}`,
    save: "Save the seats",
    saving: "Saving…",
    saved: "The seats are saved. Gaps are being worked out anew.",
    reload: "Show their version",
  },
});
